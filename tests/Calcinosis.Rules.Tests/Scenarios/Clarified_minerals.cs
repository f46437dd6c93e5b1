using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications about the mineral disturbance over time, its bands, and kidney function.</summary>
public sealed class Clarified_minerals
{
    private static readonly Lesion OldShoulderMass = LesionAt("shoulder", "mass") with { OnsetOn = Day("2026-01-15"), Growing = false };

    /// <summary>On dialysis a normal total calcium says nothing without its albumin.</summary>
    private static PatientStory Dialysis(decimal years = 50) => Man(years).Has("dialysis").Lab("albumin", 4.0m, "g/dL");

    [Fact]
    public void C36_on_dialysis_a_normal_total_calcium_without_albumin_is_open()
    {
        Man(50).Has("dialysis").Calcium(9.2m).Phosphate(3.4m).Lesion("shoulder", "mass").Assess().ShouldGive(Metastatic, Possible);
        Dialysis().Calcium(9.2m).Phosphate(3.4m).Lesion("shoulder", "mass").Assess().ShouldGive(Metastatic, Unlikely);
    }

    [Theory]
    [InlineData(11.2, 6.25, Probable)] // 70.00
    [InlineData(11.2, 6.26, Established)] // 70.11
    public void C40_a_product_is_strong_only_above_70(decimal calcium, decimal phosphate, object certainty) =>
        Dialysis().Calcium(calcium).Phosphate(phosphate).Lesion("shoulder", "mass").Film("calcification").Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Theory]
    [InlineData(14, 10.5, 5.6, Possible)] // 58.8, phosphate borderline
    [InlineData(14, 10.6, 5.4, Unlikely)] // 57.2, both normal for age
    [InlineData(14, 9.7, 5.6, NotAssessable)] // 54.3, phosphate borderline
    [InlineData(2, 10.0, 6.8, Possible)] // 68.0, phosphate borderline
    [InlineData(2, 9.5, 6.8, NotAssessable)] // 64.6
    public void C40_a_mild_product_needs_a_borderline_component_and_the_limit_of_the_age(int years, decimal calcium, decimal phosphate, object certainty) =>
        Man(years).Calcium(calcium).Phosphate(phosphate).Lesion("shoulder", "mass").Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Fact]
    public void C40_below_the_first_birthday_the_product_is_not_used() =>
        Infant("P11M").Calcium(11.1m).Phosphate(8.3m).Lesion("shoulder", "mass").Assess().Of(Metastatic).Why.Should().NotContain(line => line.Finding.StartsWith("lab.product", StringComparison.Ordinal));

    [Fact]
    public void C40_a_low_product_never_speaks_against_metastatic() =>
        Dialysis().Calcium(8.8m).Phosphate(5.0m).Lesion("shoulder", "mass").Assess().Of(Metastatic).Against.Should().NotContain(line => line.Finding.StartsWith("lab.product", StringComparison.Ordinal));

    [Fact]
    public void C41_one_high_phosphate_among_normal_ones_is_a_disturbance() =>
        Dialysis().Lab("phosphate", 3.4m, "mg/dL", "2026-08-01").Lab("phosphate", 8.2m, "mg/dL", "2026-09-01").Lesion("shoulder", "mass").Film("calcification").Assess().ShouldGive(Metastatic, Established);

    [Fact]
    public void C41_normal_values_alone_are_none() =>
        Dialysis().Calcium(9.2m).Phosphate(3.4m).Phosphate(3.6m).Lesion("shoulder", "mass").Assess().ShouldGive(Metastatic, Unlikely);

    [Fact]
    public void C41_values_near_onset_speak_and_older_ones_do_not()
    {
        PatientStory Story(string highOn, bool? growing) => Man(50).Lab("calcium-total", 9.2m, "mg/dL", "2026-01-20").Lab("phosphate", 3.4m, "mg/dL", "2026-01-20").Lab("phosphate", 8.2m, "mg/dL", highOn)
            .Lesion(OldShoulderMass with { Growing = growing });

        Story("2025-12-20", false).Assess().ShouldGive(Metastatic, Probable);
        Story("2025-09-01", false).Assess().ShouldGive(Metastatic, Unlikely);
    }

    [Fact]
    public void C42_normal_values_years_after_onset_of_a_lesion_that_does_not_grow_leave_the_peak_open() =>
        Dialysis().Lab("calcium-total", 9.2m, "mg/dL", "2026-10-20").Lab("phosphate", 4.0m, "mg/dL", "2026-10-20").Lesion(OldShoulderMass with { OnsetOn = Day("2020") }).Assess().ShouldGive(Metastatic, Possible);

    [Fact]
    public void C42_high_values_that_come_only_after_normal_ones_near_onset_leave_the_disturbance_open()
    {
        PatientStory Story() => Dialysis().Lab("calcium-total", 9.2m, "mg/dL", "2026-02-01").Lab("phosphate", 3.8m, "mg/dL", "2026-02-01").Lesion(OldShoulderMass);

        Story().Assess().ShouldGive(Metastatic, Unlikely);
        Story().Lab("phosphate", 8.0m, "mg/dL", "2026-09-01").Assess().ShouldGive(Metastatic, Possible);
    }

    [Fact]
    public void C42_normal_values_of_any_date_serve_dystrophic() =>
        Woman(60).Has("systemic sclerosis").Lab("calcium-total", 9.2m, "mg/dL", "2026-10-20").Lab("phosphate", 3.4m, "mg/dL", "2026-10-20")
            .Lesion(LesionAt("fingers", "nodule") with { OnsetOn = Day("2016"), Growing = false }).Film("calcification").Assess().ShouldGive(Dystrophic, Established);

    [Fact]
    public void C43_normal_values_after_treatment_leave_the_peak_open()
    {
        PatientStory Story(bool? afterTreatment) => Dialysis().Calcium(9.2m).Add(new LabResult { Analyte = "phosphate", Value = 4.0m, Unit = "mg/dL", AfterTreatment = afterTreatment }).Lesion("shoulder", "mass");

        Story(null).Assess().ShouldGive(Metastatic, Unlikely);
        Story(true).Assess().ShouldGive(Metastatic, Possible);
    }

    [Theory]
    [InlineData("2025-06", Unlikely)] // before onset
    [InlineData("2026-05", Possible)] // between onset and sample
    [InlineData("2026-10-25", Unlikely)] // after the sample
    [InlineData(null, Possible)]
    public void C43_a_parathyroidectomy_counts_unless_it_lies_before_onset_or_after_the_sample(string? on, object certainty) =>
        Dialysis().Exposed(new Exposure { Text = "parathyroidectomy", StartedOn = on is null ? null : Day(on) }).Lab("calcium-total", 9.2m, "mg/dL", "2026-10-20").Lab("phosphate", 4.0m, "mg/dL", "2026-10-20")
            .Lesion(OldShoulderMass with { Growing = true }).Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Theory]
    [InlineData("2020-01", Unlikely)]
    [InlineData("2026-05", Possible)]
    public void C43_dialysis_is_new_treatment_only_when_it_began_between_onset_and_sample(string since, object certainty) =>
        Man(50).Add(new Condition { Text = "dialysis", Since = Day(since) }).Lab("albumin", 4.0m, "g/dL").Lab("calcium-total", 9.2m, "mg/dL", "2026-10-20").Lab("phosphate", 4.0m, "mg/dL", "2026-10-20")
            .Lesion(OldShoulderMass with { Growing = true }).Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Theory]
    [InlineData(8.0, 3.4, Established)] // calcium low
    [InlineData(9.3, 1.9, Established)] // phosphate low
    [InlineData(9.3, 4.7, Probable)] // phosphate borderline
    [InlineData(10.1, 3.4, Probable)] // calcium borderline
    public void C44_low_values_do_not_spoil_normal_minerals_and_borderline_ones_leave_them_open(decimal calcium, decimal phosphate, object certainty) =>
        Woman(48).Has("systemic sclerosis").Calcium(calcium).Phosphate(phosphate).Lesion("fingers", "nodule").Film("calcification").Assess().ShouldGive(Dystrophic, (Certainty)certainty);

    [Theory]
    [InlineData(8.0, 3.4, Possible)]
    [InlineData(9.3, 1.9, Established)]
    public void C44_a_low_calcium_holds_idiopathic_at_possible_and_a_low_phosphate_does_not(decimal calcium, decimal phosphate, object certainty) =>
        Man(27).Calcium(calcium).Phosphate(phosphate).Normal("creatinine").EverythingElseAskedAndAbsent().Biopsy("dermal calcium deposits", "no cyst lining").Lesion("scrotum", "nodule").Assess().ShouldGive(Idiopathic, (Certainty)certainty);

    [Fact]
    public void C45_one_low_eGFR_is_reduced_and_two_over_ninety_days_are_chronic()
    {
        PatientStory Once() => Woman(60).Lab("egfr", 40, "mL/min/1.73m2", "2026-10-01").Phosphate(5.5m).Lesion("shoulder", "mass");

        Once().Assess().Of(Metastatic).Subtype.Should().NotBe("ckd");
        Once().Lab("egfr", 42, "mL/min/1.73m2", "2026-06-01").Assess().Of(Metastatic).Subtype.Should().Be("ckd");
        Once().Lab("egfr", 42, "mL/min/1.73m2", "2026-07-10").Assess().Of(Metastatic).Subtype.Should().NotBe("ckd");
    }

    [Theory]
    [InlineData("haemodialysis", "uraemic.proximal")]
    [InlineData("kidney transplant", "uraemic.proximal")]
    [InlineData("acute kidney injury on dialysis", "uraemic.proximal")]
    [InlineData("end-stage renal disease", "uraemic.proximal")]
    [InlineData("CKD stage 4", "unspecified.proximal")]
    public void C45_dialysis_a_graft_and_failing_kidneys_are_uraemic_and_milder_disease_is_not(string disease, string subtype) =>
        Man(60).Has(disease).Lesion("thigh", "plaque", "eschar").Assess().Of(Calciphylaxis).Subtype.Should().Be(subtype);

    [Fact]
    public void C45_no_renal_failure_alone_is_no_normal_kidney()
    {
        PatientStory Scrotal() => Man(27).Normal("calcium-total", "phosphate").EverythingElseAskedAndAbsent().Biopsy("dermal calcium deposits", "no cyst lining").Lesion("scrotum", "nodule");

        Scrotal().HasNo("end-stage-renal-disease").Assess().ShouldGive(Idiopathic, Probable);
        Scrotal().HasNo("kidney-disease").Assess().ShouldGive(Idiopathic, Established);
    }
}
