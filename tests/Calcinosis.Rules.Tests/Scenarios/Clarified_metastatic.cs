using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>
/// Clarifications of metastatic calcinosis: its causes, its places, its subtype. A cause shows by the level: with no
/// value known it is possible, and without a cause nothing can be said.
/// </summary>
public sealed class Clarified_metastatic
{
    private static PatientStory Forearm(decimal years = 50) => Man(years).Lesion("forearm", "nodule");

    private static PatientStory HighPhosphateOnDialysis(decimal years = 50) => Man(years).Has("dialysis").Phosphate(years < 12 ? 11m : 8.2m).Film("calcification");

    [Theory]
    [InlineData("haemodialysis", "ckd_dialysis")]
    [InlineData("CKD stage 4", "ckd")]
    [InlineData("CKD stage 5", "ckd")]
    [InlineData("chronic renal failure", "ckd")]
    [InlineData("primary hyperparathyroidism", "hpt_primary")]
    [InlineData("secondary hyperparathyroidism", "hpt_secondary")]
    [InlineData("tertiary hyperparathyroidism", "hpt_tertiary")]
    [InlineData("hypoparathyroidism", "hypoparathyroidism")]
    [InlineData("pseudohypoparathyroidism", "php")]
    [InlineData("vitamin D intoxication", "vitamin_d_excess")]
    [InlineData("milk-alkali syndrome", "milk_alkali")]
    [InlineData("sarcoidosis", "sarcoidosis")]
    [InlineData("bone metastases", "malignancy_bone")]
    [InlineData("multiple myeloma", "myeloma")]
    [InlineData("leukaemia", "leukaemia_lymphoma")]
    [InlineData("tumour lysis syndrome", "tumour_lysis")]
    public void C59_these_diagnoses_alone_are_a_cause(string disease, string subtype)
    {
        var suggestion = Forearm().Has(disease).Assess().Of(Metastatic);

        suggestion.Certainty.Should().Be(Possible, disease);
        suggestion.Subtype.Should().Be(subtype);
    }

    [Theory]
    [InlineData("CKD stage 3")]
    [InlineData("cancer")]
    [InlineData("Paget disease of bone")]
    [InlineData("granulomatous disease")]
    public void C59_these_are_a_cause_only_with_a_value_that_goes_with_them(string disease) => Forearm().Has(disease).Assess().ShouldGive(Metastatic, NotAssessable);

    [Theory]
    [InlineData("calcium carbonate")]
    [InlineData("vitamin D")]
    [InlineData("calcitriol")]
    [InlineData("hydrochlorothiazide")]
    public void C59_a_drug_alone_is_none(string drug) => Forearm().Takes(drug).Assess().ShouldGive(Metastatic, NotAssessable);

    [Theory]
    [InlineData(29, "ckd")]
    [InlineData(30, null)]
    public void C59_kidney_disease_counts_below_an_eGFR_of_30(decimal egfr, string? subtype) => Forearm().Lab("egfr", egfr, "mL/min/1.73m2").Assess().Of(Metastatic).Subtype.Should().Be(subtype);

    [Fact]
    public void C59_milder_kidney_disease_counts_with_a_high_phosphate_or_PTH()
    {
        Forearm().Has("CKD stage 3").Flag("pth-intact", LabInterpretation.High).Assess().Of(Metastatic).Subtype.Should().Be("ckd");
        Forearm().Has("CKD stage 3").Phosphate(6m).Assess().Of(Metastatic).Subtype.Should().Be("ckd");
    }

    [Theory]
    [InlineData(150, false, null)]
    [InlineData(151, false, "vitamin_d_excess")]
    [InlineData(80, true, null)]
    [InlineData(81, true, "vitamin_d_excess")]
    public void C59_vitamin_D_excess_by_its_level(decimal level, bool highCalciumAndLowPth, string? subtype)
    {
        var story = Forearm().Lab("vitamin-d-25oh", level, "ng/mL");
        if (highCalciumAndLowPth)
            story = story.Calcium(11.5m).Flag("pth-intact", LabInterpretation.Low);

        story.Assess().Of(Metastatic).Subtype.Should().Be(subtype);
    }

    [Fact]
    public void C59_milk_alkali_by_its_pattern()
    {
        PatientStory Pattern() => Forearm().Takes("calcium carbonate").Calcium(12.5m).Lab("bicarbonate", 36, "mmol/L").Lab("creatinine", 2.4m, "mg/dL");

        Pattern().Assess().Of(Metastatic).Subtype.Should().Be("milk_alkali");
        Pattern().Flag("pth-intact", LabInterpretation.High).Assess().Of(Metastatic).Subtype.Should().NotBe("milk_alkali");
    }

    [Fact]
    public void C59_cancer_with_high_calcium_counts_when_PTH_is_low_or_PTHrP_high()
    {
        PatientStory Cancer() => Forearm().Has("cancer").Calcium(12.5m);

        Cancer().Assess().Of(Metastatic).Subtype.Should().BeNull();
        Cancer().Flag("pth-intact", LabInterpretation.Low).Assess().Of(Metastatic).Subtype.Should().Be("humoral_pthrp");
        Cancer().Flag("pthrp", LabInterpretation.High).Assess().Of(Metastatic).Subtype.Should().Be("humoral_pthrp");
    }

    [Fact]
    public void C59_granulomas_with_high_calcium_low_PTH_and_ACE_are_sarcoidosis() =>
        Forearm().Has("lung granulomas").Calcium(11.3m).Flag("pth-intact", LabInterpretation.Low).Flag("ace", LabInterpretation.High).Assess().Of(Metastatic).Subtype.Should().Be("sarcoidosis");

    [Theory]
    [InlineData("P30D", "tumour_lysis")]
    [InlineData("P40D", null)]
    public void C59_a_high_phosphate_within_30_days_of_chemotherapy_is_tumour_lysis(string before, string? subtype) =>
        Forearm().Exposed(new Exposure { Text = "chemotherapy", BeforeLesion = Duration(before) }).Phosphate(8m).Assess().Of(Metastatic).Subtype.Should().Be(subtype);

    [Theory]
    [InlineData("shoulder", "mass", Established)]
    [InlineData("forearm", "nodule", Probable)]
    [InlineData("scrotum", "nodule", Unlikely)]
    [InlineData("thigh", "retiform purpura", Unlikely)]
    [InlineData("thigh", "necrosis", Unlikely)]
    public void C60_the_place_of_the_lesion(string site, string look, object certainty) => HighPhosphateOnDialysis().Lesion(site, look).Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Fact]
    public void C60_two_regions_with_nodules_and_deposits_in_organs_fit()
    {
        HighPhosphateOnDialysis().Lesion(new Lesion { Id = "L1", Sites = ["forearm", "thigh"], Morphology = ["nodule"] }).Assess().ShouldGive(Metastatic, Established);
        HighPhosphateOnDialysis().Has("organ calcification").Lesion("forearm", "nodule").Assess().ShouldGive(Metastatic, Established);
    }

    [Fact]
    public void C60_a_lid_ear_face_or_scalp_speaks_against_it_below_18_years_only()
    {
        HighPhosphateOnDialysis(10).Lesion("ear", "nodule").Assess().ShouldGive(Metastatic, Unlikely);
        HighPhosphateOnDialysis(50).Lesion(LesionAt("ear", "nodule") with { OnsetAgeYears = 49 }).Assess().ShouldGive(Metastatic, Probable);
    }

    [Fact]
    public void C60_what_lies_only_in_damaged_skin_is_none_even_around_a_joint()
    {
        HighPhosphateOnDialysis().Lesion(LesionAt("shoulder", "mass") with { OnlyInDamagedSkin = true }).Assess().ShouldGive(Metastatic, Unlikely);
        HighPhosphateOnDialysis().HasAt("burn scar", "L1", SiteRelation.In).Lesion("shoulder", "plaque").Assess().ShouldGive(Metastatic, Unlikely);
    }

    [Fact]
    public void C60_necrosis_over_a_mass_around_a_joint_is_no_ischaemic_skin() =>
        HighPhosphateOnDialysis().Lesion(LesionAt("shoulder", "mass") with { Necrotic = true }).Assess().ShouldGive(Metastatic, Established);

    [Fact]
    public void C61_the_subtype_follows_the_pattern_and_the_other_causes_contribute()
    {
        var pthIndependent = Forearm().Has("sarcoidosis", "dialysis").Calcium(11.5m).Flag("pth-intact", LabInterpretation.Low).Assess().Of(Metastatic);
        pthIndependent.Subtype.Should().Be("sarcoidosis");
        pthIndependent.Contributing.Should().Contain("ckd_dialysis");
        Forearm().Has("tertiary hyperparathyroidism", "dialysis").Calcium(11.5m).Flag("pth-intact", LabInterpretation.High).Assess().Of(Metastatic).Subtype.Should().Be("hpt_tertiary");
        var renal = Forearm().Has("secondary hyperparathyroidism", "dialysis").Calcium(9.2m).Phosphate(8m).Flag("pth-intact", LabInterpretation.High).Assess().Of(Metastatic);
        renal.Subtype.Should().Be("ckd_dialysis");
        renal.Contributing.Should().Contain("hpt_secondary");
    }

    [Fact]
    public void C61_a_phosphate_load_goes_before_lysis_and_both_before_the_kidney()
    {
        Forearm().Has("dialysis", "tumour lysis syndrome").Phosphate(9m).Assess().Of(Metastatic).Subtype.Should().Be("tumour_lysis");
        var load = Forearm().Has("dialysis", "tumour lysis syndrome").Takes("sodium phosphate enema").Phosphate(9m).Assess().Of(Metastatic);
        load.Subtype.Should().Be("phosphate_load");
        load.Contributing.Should().Contain(["ckd_dialysis", "tumour_lysis"]);
    }
}
