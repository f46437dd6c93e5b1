using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications about which text rules, sources and policies, and the order in which levels are worked out.</summary>
public sealed class Clarified_logic
{
    private static readonly Lesion ShoulderMass = new() { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular };

    [Fact]
    public void C2_a_metastatic_cause_that_is_not_known_absent_keeps_normal_minerals_at_unlikely() =>
        Woman(40).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").Lesion(ShoulderMass).Assess().ShouldGive(Metastatic, Unlikely);

    [Fact]
    public void C2_with_every_cause_asked_and_absent_it_is_excluded() =>
        Woman(40).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").HasNo("mineral-disorder-cause", "kidney-disease").Lesion(ShoulderMass).Assess().ShouldGive(Metastatic, Excluded);

    [Fact]
    public void C4_every_rule_cites_sources_by_unique_ids() =>
        new CalcinosisClassifier().Knowledge.Rules.Should().OnlyContain(rule => rule.Sources.Count > 0)
            .And.Subject.SelectMany(rule => rule.Sources).Distinct().Should().OnlyContain(source => IsSourceId(source));

    /// <summary>The list of sources ends at 120 of the types; 121 and 122 were read for published patients afterwards.</summary>
    private static bool IsSourceId(string source) =>
        source is "brief" or "policy" || (source.Split(':') is ["ct" or "lab", var number] && int.TryParse(number, out var entry) && entry is > 0 and <= 122);

    [Fact]
    public void C5_a_dystrophic_cause_without_a_verified_source_stops_at_probable_and_says_so()
    {
        var suggestion = Woman(30).Has("Rothmund-Thomson syndrome").Normal("calcium-total", "phosphate").Lesion("shin", "nodule").Film("calcification").Assess().Of(Dystrophic);

        suggestion.Certainty.Should().Be(Probable);
        suggestion.Why.Should().Contain(line => line.Finding == "condition.rothmund-thomson-syndrome" && line.Status == RuleStatus.Unverified);
    }

    [Fact]
    public void C5_a_metastatic_cause_without_a_verified_source_stops_at_probable()
    {
        PatientStory HighIonisedCalcium() => Woman(50).Lab("calcium-ionised", 1.6m, "mmol/L").Phosphate(3.5m).Lesion(ShoulderMass).Film("calcification");

        HighIonisedCalcium().Has("hyperthyroidism").Assess().ShouldGive(Metastatic, Probable);
        HighIonisedCalcium().Has("primary hyperparathyroidism").Assess().ShouldGive(Metastatic, Established);
    }

    [Fact]
    public void C5_the_areolar_form_rests_on_an_unverified_source_and_stops_at_probable() =>
        Woman(40).Normal("calcium-total", "phosphate", "pth-intact", "creatinine").EverythingElseAskedAndAbsent().Biopsy("dermal calcium deposits", "no cyst lining").Lesion("areola", "nodule")
            .Assess().ShouldLeadWith(Idiopathic, "areolar", Probable);

    [Fact]
    public void C6_a_setting_that_is_not_the_default_is_printed_and_changes_the_fingerprint()
    {
        var story = Man(14).Phosphate(7.6m).Calcium(9.7m).Normal("creatinine", "pth-intact").Gene("GALNT3").EverythingElseAskedAndAbsent().Film("calcification").Lesion(ShoulderMass);
        var (convention, mechanism) = (story.Assess(), story.Assess(new CalcinosisRulesOptions { TumoralCalcinosis = TumoralCalcinosisPolicy.Mechanism }));

        convention.Policy.Should().BeEmpty();
        convention.ShouldLeadWith(Idiopathic, "ftc_hyperphosphataemic", Established);
        mechanism.Policy.Should().Equal(new PolicySetting("tumoral-calcinosis", "mechanism"));
        mechanism.Lesions[0].Suggestions[0].Type.Should().Be(Metastatic);
        mechanism.Knowledge.Fingerprint.Should().NotBe(convention.Knowledge.Fingerprint);
    }

    [Theory]
    [InlineData(null, Possible)]
    [InlineData(Pain.None, Possible)]
    [InlineData(Pain.Mild, Possible)]
    [InlineData(Pain.Present, Probable)]
    [InlineData(Pain.Severe, Probable)]
    public void C7_answering_the_question_for_pain_never_loses_the_lower_rung(Pain? pain, object certainty) =>
        Man(60).Has("dialysis").Lesion(LesionAt("thigh", "retiform purpura") with { Pain = pain }).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C7_a_cause_stays_possible_whether_or_not_its_place_fits()
    {
        PatientStory Disturbed() => Woman(40).Has("SLE").Phosphate(8m);

        Disturbed().Lesion(new Lesion { Id = "L1", Morphology = ["nodule"] }).Assess().ShouldGive(Dystrophic, Possible);
        Disturbed().Lesion("buttock", "nodule").Assess().ShouldGive(Dystrophic, Possible);
        Disturbed().Lesion("scalp", "nodule").Assess().ShouldGive(Dystrophic, Possible);
    }

    [Fact]
    public void C8_what_nobody_knows_to_be_there_is_taken_as_absent_and_written_down()
    {
        var assumed = Man(50).Has("dialysis").Phosphate(8m).Lesion("forearm", "nodule").Assess().Of(Metastatic);
        assumed.Certainty.Should().Be(Probable);
        assumed.Assumed.Should().Contain(line => line.Finding == "lesion.only-in-damaged-skin" && line.As == Interpretation.FindingState.Absent);

        Man(50).Has("dialysis").Phosphate(8m).Lesion(LesionAt("forearm", "nodule") with { OnlyInDamagedSkin = true }).Assess().ShouldGive(Metastatic, Unlikely);
    }

    [Fact]
    public void C9_of_a_lesion_of_which_nothing_is_known_no_type_is_called_unlikely_before_something_is() =>
        Woman(29).Lesion("buttock", "nodule").Assess().ShouldGive(Calciphylaxis, NotAssessable);

    [Fact]
    public void C9_a_recorded_pain_an_absent_sign_or_a_host_makes_calciphylaxis_unlikely_instead_of_open()
    {
        Woman(29).Lesion(LesionAt("buttock", "nodule") with { Pain = Pain.Mild }).Assess().ShouldGive(Calciphylaxis, Unlikely);
        Woman(29).Lesion(LesionAt("buttock", "nodule") with { IschaemicPattern = false }).Assess().ShouldGive(Calciphylaxis, Unlikely);
        Woman(29).Has("diabetes mellitus", "obesity").Lesion("buttock", "nodule").Assess().ShouldGive(Calciphylaxis, Unlikely);
    }

    [Fact]
    public void C9_excluded_wins_over_a_rung_that_is_met_as_well()
    {
        // The milia-like picture alone is possible; a probable metastatic disorder of the same lesion excludes it.
        var papules = LesionAt("dorsum of both hands", "papule") with { Number = 12 };
        Man(15).Lesion(papules).Assess().ShouldGive(Idiopathic, Possible);
        var assessment = Man(15).Has("dialysis").Phosphate(9m).Lesion(papules).Assess();

        assessment.ShouldGive(Metastatic, Probable);
        assessment.ShouldGive(Idiopathic, Excluded);
    }

    [Fact]
    public void C10_a_calciphylaxis_that_a_look_alike_holds_down_no_longer_blocks_the_dystrophic_cause()
    {
        PatientStory PainfulUlcerInAScar() => Woman(60).Has("dialysis").HasAt("burn scar", "L1", SiteRelation.In).Normal("calcium-ionised", "phosphate").Film("calcification")
            .Lesion(LesionAt("thigh", "plaque", "eschar") with { Pain = Pain.Severe });

        PainfulUlcerInAScar().Assess().ShouldGive(Calciphylaxis, Probable);
        PainfulUlcerInAScar().Assess().ShouldGive(Dystrophic, Probable);
        PainfulUlcerInAScar().MadeOut("vasculitis").Assess().ShouldGive(Calciphylaxis, Possible);
        PainfulUlcerInAScar().MadeOut("vasculitis").Assess().ShouldGive(Dystrophic, Established);
    }

    [Theory]
    [InlineData("P42D", SiteRelation.Confined, Possible)]
    [InlineData("P43D", SiteRelation.Confined, Probable)]
    [InlineData("P10D", SiteRelation.Beyond, Probable)]
    public void C11_necrosis_confined_to_a_calcium_infusion_of_the_last_42_days_holds_calciphylaxis_at_possible(string before, SiteRelation relation, object certainty) =>
        Extravasation(before, relation).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C12_necrosis_beyond_the_field_holds_the_infusion_at_probable_and_calciphylaxis_leads()
    {
        Extravasation("P10D", SiteRelation.Confined).Assess().ShouldLeadWith(Iatrogenic, "iv_calcium", Established);
        var beyond = Extravasation("P10D", SiteRelation.Beyond).Assess();
        beyond.ShouldGive(Iatrogenic, Probable);
        beyond.Lesions[0].Suggestions[0].Type.Should().Be(Calciphylaxis);
    }

    [Fact]
    public void C13_what_a_level_could_become_is_every_open_rung_above_it_and_itself()
    {
        PatientStory Thumbs() => Woman(50).Has("limited systemic sclerosis").Lesion("fingers", "nodule");

        Thumbs().Assess().Of(Dystrophic).CouldBecome.Should().Equal(Established, Probable);
        Thumbs().Normal("calcium-total", "phosphate").Film("calcification").Assess().Of(Dystrophic).CouldBecome.Should().Equal(Established);
        Thumbs().Normal("calcium-total", "phosphate").Biopsy("negatively birefringent crystals").Assess().Of(Dystrophic).CouldBecome.Should().Equal(Possible);
    }

    private static PatientStory Extravasation(string before, SiteRelation relation) =>
        Man(60).Has("dialysis").Film("calcification")
            .Exposed(new Exposure { Text = "calcium gluconate infusion", BeforeLesion = Duration(before), Extravasation = true, Lesions = [new LesionRelation("L1", relation)] })
            .Lesion(LesionAt("forearm", "plaque", "eschar") with { Pain = Pain.Severe });
}
