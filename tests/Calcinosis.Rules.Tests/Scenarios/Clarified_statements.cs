using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications about what a statement means: contradictions, "asked and absent", past, suspected, silence.</summary>
public sealed class Clarified_statements
{
    private static readonly Lesion Thumbs = LesionAt("fingers", "nodule");
    private static readonly Lesion ShoulderMass = new() { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular };

    [Fact]
    public void C20_present_and_absent_at_once_is_unknown_and_caps_what_reads_it() =>
        (Woman(50).Has("systemic sclerosis").HasNo("systemic-sclerosis").Normal("calcium-total", "phosphate").Lesion(Thumbs).Film("calcification").Assess().Level(Dystrophic) < Probable).Should().BeTrue();

    [Fact]
    public void C20_a_high_and_a_normal_phosphate_both_without_a_date_are_a_contradiction() => UraemicMass(null, null).Should().Be(Possible);

    [Fact]
    public void C20_the_same_values_on_different_days_are_none() => UraemicMass("2026-08-01", "2026-09-01").Should().Be(Established);

    [Fact]
    public void C20_two_reports_of_one_lesion_that_differ_leave_the_pain_open_and_keep_what_only_one_says()
    {
        var assessment = Man(55).Has("dialysis").Phosphate(8m).Lesion(ShoulderMass with { Pain = Pain.Severe }).Lesion(new Lesion { Id = "L1", Pain = Pain.None, Morphology = ["retiform purpura"] }).Assess();

        assessment.Lesions.Should().ContainSingle();
        assessment.ShouldGive(Calciphylaxis, Possible);
        assessment.Issues.Should().Contain(issue => issue.Code == "lesion-repeated");
    }

    [Fact]
    public void C20_two_reports_that_differ_about_necrosis_hold_calciphylaxis_at_possible_and_are_told()
    {
        var assessment = Man(55).Has("dialysis").Lesion(LesionAt("thigh", "plaque") with { Pain = Pain.Severe, Necrotic = true }).Lesion(new Lesion { Id = "L1", Necrotic = false }).Assess();

        assessment.ShouldGive(Calciphylaxis, Possible);
        assessment.Notes.Should().Contain(note => note.Code == "contradiction" && note.Text.StartsWith("necrosis"));
    }

    [Fact]
    public void C20_hypercalcaemia_on_the_problem_list_against_a_normal_value_of_the_same_day_is_a_contradiction()
    {
        PatientStory Story(string valueOn) => Man(55).Has("bone metastases").Add(new Condition { Text = "hypercalcaemia", Since = Day("2026-10-01") }).Lab("calcium-total", 9.4m, "mg/dL", valueOn).Lesion("forearm", "nodule");

        Story("2026-10-01").Assess().ShouldGive(Metastatic, Possible);
        Story("2026-09-01").Assess().ShouldGive(Metastatic, Probable);
    }

    [Fact]
    public void C21_an_absent_umbrella_makes_its_members_absent_and_a_recorded_member_stands()
    {
        var patient = Man(27).Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent().Biopsy("dermal calcium deposits", "no cyst lining").Lesion("scrotum", "nodule");

        patient.Assess().ShouldGive(Idiopathic, Established);
        patient.HasAt("scar", "L1", SiteRelation.At).Assess().Level(Idiopathic).Should().NotBe(Established);
    }

    [Fact]
    public void C21_previously_healthy_denies_systemic_disease() =>
        Woman(30).Has("previously healthy").Normal("calcium-total", "phosphate", "pth-intact", "creatinine").Lesion(ShoulderMass).Assess().ShouldGive(Metastatic, Excluded);

    [Fact]
    public void C22_a_suspected_diagnosis_gives_at_most_possible() =>
        Woman(50).Add(new Condition { Text = "systemic sclerosis", Verification = Verification.Suspected }).Normal("calcium-total", "phosphate").Lesion(Thumbs).Film("calcification").Assess().ShouldGive(Dystrophic, Possible);

    [Fact]
    public void C22_a_suspected_cause_of_disturbed_minerals_gives_metastatic_at_most_possible()
    {
        PatientStory Suspected() => Woman(50).Add(new Condition { Text = "sarcoidosis", Verification = Verification.Suspected }).Lesion("forearm", "nodule");

        Suspected().Assess().ShouldGive(Metastatic, Possible);
        Suspected().Phosphate(8m).Assess().ShouldGive(Metastatic, Possible);
        Suspected().Normal("calcium-total", "phosphate").Assess().ShouldGive(Metastatic, Unlikely);
    }

    [Fact]
    public void C22_what_rests_on_a_suspicion_is_written_down() =>
        Woman(50).Add(new Condition { Text = "systemic sclerosis", Verification = Verification.Suspected }).Lesion(Thumbs).Assess().Of(Dystrophic)
            .Assumed.Should().Contain(line => line.Finding == "condition.systemic-sclerosis.suspected" && line.As == Interpretation.FindingState.Present);

    [Fact]
    public void C22_a_scar_of_the_past_still_counts() =>
        Woman(50).Add(new Condition { Text = "burn scar", Status = PresenceStatus.Past, Lesions = [new LesionRelation("L1", SiteRelation.In)] }).Normal("calcium-total", "phosphate").Film("calcification")
            .Lesion("lower leg", "plaque").Assess().ShouldLeadWith(Dystrophic, "trauma.burn_scar", Established);

    [Fact]
    public void C22_a_cause_of_disturbed_minerals_that_ended_before_onset_no_longer_counts()
    {
        PatientStory Sarcoidosis(string until) => Woman(50).Add(new Condition { Text = "sarcoidosis", Status = PresenceStatus.Past, Until = Day(until) }).Lesion(LesionAt("forearm", "nodule") with { OnsetOn = Day("2026-01") });

        Sarcoidosis("2020-01").Assess().ShouldGive(Metastatic, NotAssessable);
        Sarcoidosis("2026-05").Assess().ShouldGive(Metastatic, Possible);
    }

    [Fact]
    public void C23_a_report_that_names_calcium_and_no_cause_is_read_as_having_found_none_and_this_is_written_down()
    {
        var suggestion = MiliaLike(adequate: null).Assess().Of(Idiopathic);

        suggestion.Certainty.Should().Be(Established);
        suggestion.Assumed.Should().Contain(line => line.Finding == "histology.cyst-wall" && line.As == Interpretation.FindingState.Absent);
    }

    [Fact]
    public void C23_a_biopsy_that_is_called_inadequate_is_read_for_what_it_says_only() =>
        MiliaLike(adequate: false).Assess().ShouldGive(Idiopathic, Probable);

    [Fact]
    public void C23_what_the_report_itself_denies_is_no_assumption() =>
        Man(27).Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent().Biopsy("dermal calcium deposits", "no cyst lining").Lesion("scrotum", "nodule")
            .Assess().Of(Idiopathic).Assumed.Should().NotContain(line => line.Finding == "histology.cyst-wall");

    [Fact]
    public void C25_what_the_chart_calls_it_is_shown_and_never_evidence()
    {
        var assessment = Woman(50).Has("calciphylaxis").Assess();

        assessment.RecordSays.Should().Equal("calciphylaxis");
        (assessment.Level(Calciphylaxis) < Possible).Should().BeTrue();
        assessment.RedFlags.Should().Contain(flag => flag.Urgency == Urgency.SameDay);
    }

    private static PatientStory MiliaLike(bool? adequate) =>
        Woman(6).Has("Down syndrome").Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent()
            .Biopsy(new HistologyReport { Adequate = adequate, Findings = [new ReportFinding { Text = "calcium deposits in the upper dermis" }] })
            .Lesion(LesionAt("dorsum of both hands", "papule") with { Number = 12, SizeMm = new SizeRange(1, 3) });

    private static Certainty UraemicMass(string? normalOn, string? highOn) =>
        Man(50).Has("dialysis").Lab("phosphate", 3.4m, "mg/dL", normalOn).Lab("phosphate", 8.2m, "mg/dL", highOn).Lesion("shoulder", "mass").Film("calcification").Assess().Level(Metastatic);
}
