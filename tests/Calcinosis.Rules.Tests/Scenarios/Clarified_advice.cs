using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications of red flags, treatments, and of what a reader is shown.</summary>
public sealed class Clarified_advice
{
    private static readonly Lesion ShoulderMass = LesionAt("shoulder", "mass");

    [Theory]
    [InlineData(11.9, null)]
    [InlineData(12.0, Urgency.SameDay)]
    [InlineData(13.9, Urgency.SameDay)]
    [InlineData(14.0, Urgency.Emergency)]
    public void C81_the_urgency_of_a_high_calcium(decimal calcium, object? urgency)
    {
        var flags = Woman(60).Calcium(calcium).Lesion(ShoulderMass).Assess().RedFlags.Where(flag => flag.Rule is "RF-10" or "RF-12").ToArray();

        flags.Select(flag => (object?)flag.Urgency).SingleOrDefault().Should().Be(urgency);
    }

    [Fact]
    public void C81_the_higher_of_total_and_corrected_calcium_counts() =>
        Woman(60).Calcium(11.5m).Lab("albumin", 2.5m, "g/dL").Lesion(ShoulderMass).Assess().RedFlags.Should().Contain(flag => flag.Rule == "RF-12");

    [Fact]
    public void C81_any_high_calcium_with_symptoms_is_an_emergency()
    {
        Woman(60).Calcium(10.9m).Has("confusion").Lesion(ShoulderMass).Assess().RedFlags.Should().Contain(flag => flag.Urgency == Urgency.Emergency);
        Woman(60).Calcium(10.9m).Lesion(ShoulderMass).Assess().RedFlags.Should().NotContain(flag => flag.Urgency >= Urgency.SameDay);
    }

    [Theory]
    [InlineData(50, 9.0, false)]
    [InlineData(50, 9.1, true)]
    public void C81_a_phosphate_above_9_and_high_for_age_is_for_the_same_day(int years, decimal phosphate, bool fires) =>
        Man(years).Phosphate(phosphate).Lesion(ShoulderMass).Assess().RedFlags.Any(flag => flag.Rule == "RF-13").Should().Be(fires);

    [Theory]
    [InlineData(6.5, true)]
    [InlineData(6.6, false)]
    public void C81_a_calcium_of_6_5_or_less_is_an_emergency(decimal calcium, bool fires) =>
        Man(50).Calcium(calcium).Lesion(ShoulderMass).Assess().RedFlags.Any(flag => flag.Rule == "RF-15" && flag.Urgency == Urgency.Emergency).Should().Be(fires);

    [Fact]
    public void C81_a_newborns_lowest_calcium_of_the_second_day_is_none() =>
        Infant("P2D").Calcium(6.4m).Lesion("back", "plaque").Assess().RedFlags.Should().NotContain(flag => flag.Rule == "RF-15");

    [Fact]
    public void C82_neither_a_negative_biopsy_nor_a_look_alike_nor_bone_silences_the_flag_of_possible_calciphylaxis()
    {
        PatientStory Painful() => Woman(60).Has("dialysis").Lesion(LesionAt("thigh", "eschar") with { Pain = Pain.Severe });

        Painful().MadeOut("vasculitis").Assess().RedFlags.Should().Contain(flag => flag.Rule == "RF-01");
        Painful().Biopsy(new HistologyReport { Adequate = true, Depth = SpecimenDepth.Subcutis, Findings = [new ReportFinding { Text = "inflammation" }] }).Assess().RedFlags.Should().Contain(flag => flag.Rule == "RF-01");
        var bone = Painful().Biopsy("lamellar bone").Assess();
        bone.ShouldGive(Calciphylaxis, Unlikely);
        bone.RedFlags.Should().Contain(flag => flag.Rule == "RF-01");
    }

    [Fact]
    public void C83_a_treatment_is_blocked_by_what_the_findings_show()
    {
        var assessment = Woman(60).Has("systemic sclerosis", "dialysis").Lesion("fingers", "nodule").Assess();

        assessment.Treatments.Single(option => option.Option == "colchicine").BlockedBy.Should().NotBeEmpty();
        assessment.Treatments.Single(option => option.Option == "minocycline").BlockedBy.Should().BeEmpty();
    }

    [Fact]
    public void C83_warfarin_is_blocked_where_calciphylaxis_is_possible()
    {
        var assessment = Woman(60).Has("systemic sclerosis", "dialysis").Lesion(new Lesion { Id = "L1", Sites = ["fingers", "thigh"], Morphology = ["eschar"] }).Assess();

        assessment.Treatments.Single(option => option.Option == "warfarin-low").BlockedBy.Should().Contain(block => block.Rule == "BL-01");
    }

    [Fact]
    public void C83_a_response_to_treatment_moves_no_level()
    {
        PatientStory Sarcoid(params LesionResponse[] response) => Man(43).Has("sarcoidosis").Calcium(11.3m).Exposed(new Exposure { Text = "prednisone", Response = response }).Lesion("elbow", "mass");

        Sarcoid(new LesionResponse("L1", ResponseEffect.Cleared)).Assess().Level(Metastatic).Should().Be(Sarcoid().Assess().Level(Metastatic));
    }

    [Fact]
    public void C84_a_value_is_shown_in_the_unit_in_which_it_was_entered() =>
        Man(50).Has("dialysis").Lab("phosphate", 2.65m, "mmol/L").Lesion(ShoulderMass).Assess().Of(Metastatic).Why.Should().Contain(line => line.Seen != null && line.Seen.Contains("2.65 mmol/L"));

    [Fact]
    public void C84_derived_values_have_four_digits_and_rules_use_the_unrounded_value()
    {
        // 11.2 x 6.2502 = 70.00224: shown as 70, and above 70.
        var assessment = Man(50).Has("dialysis").Calcium(11.2m).Phosphate(6.2502m).Lesion(ShoulderMass).Film("calcification").Assess();

        assessment.Derived.Should().Contain(value => value.Name == "calcium-phosphate-product" && value.Value == 70m);
        assessment.ShouldGive(Metastatic, Established);
        assessment.Notice.Should().Be(Assessment.StandardNotice);
    }
}
