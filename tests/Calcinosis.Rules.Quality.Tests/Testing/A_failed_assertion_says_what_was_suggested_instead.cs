using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Testing;
using Calcinosis.Rules.Tests.Support;
using FluentAssertions.Execution;
using Xunit.Sdk;

namespace Calcinosis.Rules.Quality.Tests.Testing;

public sealed class A_failed_assertion_says_what_was_suggested_instead
{
    private static readonly Assessment Sclerosis = PatientStory.Woman(52).Has("CREST syndrome").Skin("fingers", "nodule").Film("soft tissue calcification").Calcium(9.1m).Phosphate(3.4m).Assess();

    [Fact]
    public void What_holds_reads_as_a_sentence_and_passes() =>
        Sclerosis.Should().Suggest(CalcinosisType.Dystrophic).WithAtLeast(Certainty.Probable).WithSubtype("ctd.ssc_limited").Because("CREST syndrome").Because("DYS-104")
            .And.RaiseNoRedFlag().And.UnderstandEverything();

    [Fact]
    public void Another_type_leads() => Verify("Another_type_leads", () => Sclerosis.Should().Suggest(CalcinosisType.Iatrogenic, because: "an infusion of {0} was given", becauseArgs: "calcium"));

    [Fact]
    public void The_type_leads_with_another_certainty() => Verify("Another_certainty", () => Sclerosis.Should().Suggest(CalcinosisType.Dystrophic).With(Certainty.Possible));

    [Fact]
    public void The_reason_is_another_one() => Verify("Another_reason", () => Sclerosis.Should().Suggest(CalcinosisType.Dystrophic).Because("dermatomyositis"));

    [Fact]
    public void Nothing_was_assessed_because_of_an_error() =>
        Verify("Not_assessed", () => PatientStory.Woman(52).Calcium(-1).Skin("fingers").Assess().Should().Suggest(CalcinosisType.Metastatic));

    [Fact]
    public void A_lesion_of_that_name_does_not_exist() =>
        Failure(() => Sclerosis.Should().Suggest(CalcinosisType.Dystrophic, lesion: "L7")).Should().Contain("there is no lesion \"L7\" among L1");

    [Fact]
    public void Nothing_at_all_is_told_and_nothing_suggested()
    {
        var nothing = PatientStory.Somebody().Skin("fingers").Assess();

        nothing.Should().SuggestNothing();
        Failure(() => Sclerosis.Should().SuggestNothing()).Should().Contain("they suggest dystrophic (ctd.ssc_limited): ");
        Failure(() => nothing.Should().Suggest(CalcinosisType.Dystrophic)).Should().Contain("nothing stands at possible or above");
    }

    public static TheoryData<string, Action<AssessmentAssertions>, string> OtherExpectations => new()
    {
        { "flag", assessment => assessment.RaiseRedFlag("RF-999"), "there are no red flags" },
        { "caution", assessment => assessment.CautionOf("martians"), "caution" },
        { "work-up", assessment => assessment.AskFor("tea-leaves"), "work-up" },
        { "site", assessment => assessment.HaveSiteAddition("night shift"), "there are no additions of the site" },
        { "issue", assessment => assessment.ReportIssue("value-negative", "/labs/0"), "there are no issues" },
        { "subtype", assessment => assessment.Suggest(CalcinosisType.Dystrophic).WithSubtype("panniculitis"), "it is ctd.ssc_limited" },
        { "at most", assessment => assessment.Rate(CalcinosisType.Dystrophic).WithAtMost(Certainty.Unlikely), "unlikely or below" },
        { "at least", assessment => assessment.Rate(CalcinosisType.Metastatic).WithAtLeast(Certainty.Probable), "probable or above" },
        { "against", assessment => assessment.Rate(CalcinosisType.Metastatic).Against("moon"), "\"moon\" to speak against metastatic" },
        { "not higher", assessment => assessment.Rate(CalcinosisType.Metastatic).NotHigherBecause("moon"), "keep metastatic from more" },
        { "assuming", assessment => assessment.Rate(CalcinosisType.Dystrophic).Assuming("moon"), "the assumptions are: " },
        { "missing", assessment => assessment.Rate(CalcinosisType.Dystrophic).Missing("moon"), "missing" },
    };

    [Theory]
    [MemberData(nameof(OtherExpectations))]
    public void Every_expectation_says_what_it_found(string expectation, Action<AssessmentAssertions> expect, string told) =>
        Failure(() => expect(Sclerosis.Should())).Should().Contain(told, expectation);

    [Fact]
    public void A_scope_collects_several_failures()
    {
        var message = Failure(() =>
        {
            using var scope = new AssertionScope();
            Sclerosis.Should().Suggest(CalcinosisType.Metastatic).With(Certainty.Established);
        });

        message.Should().Contain("to suggest metastatic").And.Contain("metastatic to be established");
    }

    [Fact]
    public void Braces_in_an_expectation_do_no_harm() =>
        Failure(() => Sclerosis.Should().Suggest(CalcinosisType.Dystrophic).Because("odd {0} disease")).Should().Contain("\"odd {0} disease\" to speak for");

    [Fact]
    public void Every_word_of_a_story_lands_in_the_document()
    {
        var document = PatientStory.Born("1980-05").Male().Pregnant().Has("gout").HasNo("ctd-signs").HasHad("haemodialysis", "P6Y").Suspects("lupus").HasAt("panniculitis", "L1", SiteRelation.At)
            .Takes("warfarin", "P2Y").CalciumInto("left hand").Skin("left hand", "plaque").FamilyOf("tumoral calcinosis").RuledOut("gout").MadeOut("gout")
            .Lab("PTH", 12, "pg/mL", "2026-10-20").Normal("albumin").High("phosphate").Low("magnesium").Positive("ana").Film("calcification").Ultrasound("nodule").BoneScan("uptake").NegativeFilm("2026-10-01")
            .Biopsy("dermal calcium").Gene("GALNT3").Mineral(Mineral.Apatite).Measured(MeasurementKind.Bmi, 31, "kg/m2").Document();

        (document.Conditions.Count, document.Exposures.Count, document.Labs.Count, document.Imaging.Count, document.Differential.Count).Should().Be((5, 2, 5, 4, 2));
        document.Histology.Concat<object>(document.Genetics).Concat(document.FamilyHistory).Concat(document.Measurements).Concat(document.Spectroscopy).Concat(document.Lesions).Should().HaveCount(6);
        document.Patient.Should().BeEquivalentTo(new { Sex = Sex.Male, Pregnant = true, BirthDate = PatientStory.Day("1980-05") });
    }

    [Fact]
    public void A_date_or_duration_that_is_none_is_a_fault_of_the_test()
    {
        FluentActions.Invoking(() => PatientStory.Infant("twelve days")).Should().Throw<ArgumentException>().WithMessage("*P13D*");
        FluentActions.Invoking(() => PatientStory.Born("yesterday")).Should().Throw<ArgumentException>().WithMessage("*2026-10-20*");
    }

    private static void Verify(string name, Action expect) => Approved.Verify(Failure(expect).ReplaceLineEndings("\n") + "\n", name);

    private static string Failure(Action expect)
    {
        var failure = Record.Exception(expect);
        return failure.Should().BeOfType<XunitException>().Which.Message;
    }
}
