using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications of idiopathic calcinosis: gates, named entities, familial tumoral calcinosis, cyst lining.</summary>
public sealed class Clarified_idiopathic
{
    private static PatientStory EverythingLookedFor(PatientStory patient) =>
        patient.Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent().Biopsy("dermal calcium deposits", "no cyst lining");

    [Fact]
    public void C62_PTH_and_antibodies_together_lower_an_unnamed_form_by_one_step_only()
    {
        EverythingLookedFor(Man(65)).Normal("pth-intact").Lesion("abdomen", "nodule").Assess().ShouldGive(Idiopathic, Probable);
        EverythingLookedFor(Man(65)).Lesion("abdomen", "nodule").Assess().ShouldGive(Idiopathic, Possible);
        EverythingLookedFor(Man(65)).Lesion("fingers", "nodule").Assess().ShouldGive(Idiopathic, Possible);
        EverythingLookedFor(Man(65)).Normal("pth-intact").Lesion("fingers", "nodule").Assess().ShouldGive(Idiopathic, Possible);
        EverythingLookedFor(Man(65)).Normal("pth-intact").Flag("ana", LabInterpretation.Negative).Lesion("fingers", "nodule").Assess().ShouldGive(Idiopathic, Probable);
    }

    [Fact]
    public void C62_vitamin_D_and_alkaline_phosphatase_never_gate() => EverythingLookedFor(Man(27)).Lesion("scrotum", "nodule").Assess().ShouldGive(Idiopathic, Established);

    [Fact]
    public void C62_the_sporadic_tumoral_form_needs_PTH()
    {
        var mass = LesionAt("elbow", "mass") with { Depth = LesionDepth.Periarticular };

        EverythingLookedFor(Man(15)).Normal("pth-intact").Lesion(mass).Assess().ShouldLeadWith(Idiopathic, "tumoral_sporadic", Established);
        EverythingLookedFor(Man(15)).Lesion(mass).Assess().ShouldLeadWith(Idiopathic, "tumoral_sporadic", Probable);
    }

    /// <summary>With nothing measured, a named entity is possible and an unnamed lesion is not.</summary>
    [Theory]
    [InlineData(40, "scrotum", "nodule", null, "scrotal")]
    [InlineData(40, "scrotum", "necrosis", null, null)]
    [InlineData(40, "vulva", "nodule", null, "vulvar")]
    [InlineData(40, "penis", "nodule", null, "penile")]
    [InlineData(40, "areola", "nodule", null, "areolar")]
    [InlineData(40, "ear", "papule", null, "scn")]
    [InlineData(40, "cheek", "nodule", 10.0, "scn")]
    [InlineData(40, "cheek", "nodule", 10.5, null)]
    [InlineData(17, "forearm", "papule", null, "scn")]
    [InlineData(18, "forearm", "papule", null, null)]
    [InlineData(17, "forearm", "nodule", 5.0, "scn")]
    [InlineData(17, "forearm", "nodule", 5.5, null)]
    [InlineData(17, "forearm", "nodule", null, null)]
    public void C63_one_bump_by_age_place_and_size(decimal years, string site, string look, double? mm, string? subtype)
    {
        var lesion = LesionAt(site, look) with { Count = LesionCount.Single, OnsetAgeYears = years, SizeMm = mm is { } size ? new SizeRange((decimal)size, (decimal)size) : null };
        var suggestion = (site is "vulva" or "areola" ? Woman(years) : Man(years)).Lesion(lesion).Assess().Of(Idiopathic);

        (suggestion.Certainty == Possible ? suggestion.Subtype : null).Should().Be(subtype);
    }

    [Theory]
    [InlineData(17, "dorsum of both hands", 5.0, "milia_like")]
    [InlineData(17, "dorsum of both hands", null, "milia_like")]
    [InlineData(17, "dorsum of both hands", 5.5, null)]
    [InlineData(18, "dorsum of both hands", 3.0, null)]
    [InlineData(17, "both wrists", 3.0, "milia_like")]
    [InlineData(17, "both feet", 3.0, "milia_like")]
    [InlineData(17, "both knees", 3.0, "milia_like")]
    [InlineData(17, "both thighs", 3.0, null)]
    public void C63_many_small_papules_by_age_place_and_size(decimal years, string site, double? mm, string? subtype)
    {
        var lesion = LesionAt(site, "papule") with { Count = LesionCount.Many, OnsetAgeYears = years, SizeMm = mm is { } size ? new SizeRange(1, (decimal)size) : null };
        var suggestion = Man(years).Lesion(lesion).Assess().Of(Idiopathic);

        (suggestion.Certainty == Possible ? suggestion.Subtype : null).Should().Be(subtype);
    }

    [Theory]
    [InlineData(19, "tumoral_sporadic")]
    [InlineData(20, null)]
    public void C63_a_mass_around_a_joint_with_normal_phosphate_is_named_below_20_years(decimal years, string? subtype)
    {
        var lesion = LesionAt("elbow", "mass") with { Depth = LesionDepth.Periarticular, OnsetAgeYears = years };
        var suggestion = Man(years).Normal("phosphate").Lesion(lesion).Assess().Of(Idiopathic);

        (suggestion.Certainty == Possible ? suggestion.Subtype : null).Should().Be(subtype);
    }

    [Theory]
    [InlineData(29, Possible)]
    [InlineData(30, Excluded)]
    public void C63_with_a_high_phosphate_it_is_the_familial_picture_below_30_years(decimal years, object certainty) =>
        Man(years).Calcium(9.4m).Phosphate(7m).Normal("creatinine").Lesion(LesionAt("elbow", "mass") with { Depth = LesionDepth.Periarticular, OnsetAgeYears = years })
            .Assess().ShouldGive(Idiopathic, (Certainty)certainty);

    private static PatientStory Familial() => Man(14).Phosphate(7.6m).Calcium(9.7m).Lesion(LesionAt("elbow", "mass") with { Depth = LesionDepth.Periarticular });

    [Fact]
    public void C64_without_kidney_function_both_the_familial_form_and_metastatic_are_possible()
    {
        var assessment = Familial().Normal("pth-intact").Assess();

        assessment.ShouldGive(Idiopathic, Possible);
        assessment.ShouldGive(Metastatic, Possible);
    }

    [Fact]
    public void C64_with_normal_kidneys_the_gate_opens_and_metastatic_is_only_the_other_name()
    {
        var assessment = Familial().Normal("creatinine", "pth-intact").Assess();

        assessment.ShouldLeadWith(Idiopathic, "ftc_hyperphosphataemic", Possible);
        assessment.ShouldGive(Metastatic, Unlikely);
        assessment.Of(Idiopathic).AlternativeLabel!.Type.Should().Be(Metastatic);
    }

    [Fact]
    public void C64_a_high_PTH_or_another_reason_for_the_phosphate_closes_the_gate()
    {
        PatientStory NormalKidneys() => Familial().Normal("creatinine");

        NormalKidneys().Flag("pth-intact", LabInterpretation.High).Assess().ShouldGive(Idiopathic, Excluded);
        NormalKidneys().Takes("sodium phosphate enema").Assess().ShouldGive(Idiopathic, Excluded);
        NormalKidneys().Has("tumour lysis syndrome").Assess().ShouldGive(Idiopathic, Excluded);
        NormalKidneys().Has("hypoparathyroidism").Assess().ShouldGive(Idiopathic, Excluded);
        NormalKidneys().Has("vitamin D intoxication").Assess().ShouldGive(Idiopathic, Excluded);
    }

    [Fact]
    public void C64_the_family_with_the_full_laboratory_pattern_stands_for_the_gene_and_the_biopsy()
    {
        PatientStory Family() => Familial().Normal("creatinine", "pth-intact").FamilyOf("brother same").EverythingElseAskedAndAbsent().Film("calcification");

        Family().Flag("vitamin-d-1-25oh", LabInterpretation.Normal).Assess().ShouldGive(Idiopathic, Established);
        Family().Flag("vitamin-d-1-25oh", LabInterpretation.Low).Assess().ShouldGive(Idiopathic, Probable);
    }

    [Fact]
    public void C64_the_gene_lets_an_untaken_history_stop_at_probable_instead_of_possible()
    {
        Familial().Normal("creatinine", "pth-intact").Gene("GALNT3").Film("calcification").Assess().ShouldGive(Idiopathic, Probable);
        Familial().Normal("creatinine", "pth-intact").FamilyOf("brother same").Film("calcification").Assess().ShouldGive(Idiopathic, Possible);
    }

    [Fact]
    public void C65_reduced_kidneys_hold_a_skin_form_with_normal_minerals_at_possible_and_all_else_at_unlikely()
    {
        EverythingLookedFor(Man(40)).Has("CKD stage 3").Lesion("scrotum", "nodule").Assess().ShouldGive(Idiopathic, Possible);
        EverythingLookedFor(Man(40)).Has("CKD stage 3").Normal("pth-intact").Lesion("abdomen", "nodule").Assess().ShouldGive(Idiopathic, Unlikely);
        Man(40).Has("CKD stage 3").Lesion("scrotum", "nodule").Assess().ShouldGive(Idiopathic, Unlikely);
    }

    [Theory]
    [InlineData(FindingExtent.All, Unlikely, Established)]
    [InlineData(FindingExtent.Some, Probable, Possible)]
    public void C66_the_lining_of_scrotal_nodules_decides_between_the_types(FindingExtent extent, object idiopathic, object dystrophic)
    {
        var assessment = Man(40).Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent().Lesion("scrotum", "nodule")
            .Biopsy(new HistologyReport { Findings = [new ReportFinding { Code = "dermal-calcium" }, new ReportFinding { Code = "cyst-wall", Extent = extent }] }).Assess();

        assessment.ShouldGive(Idiopathic, (Certainty)idiopathic);
        assessment.ShouldGive(Dystrophic, (Certainty)dystrophic);
    }

    [Fact]
    public void C66_lined_nodules_keep_the_name_by_which_they_are_known() =>
        Man(40).Lesion("scrotum", "nodule").Biopsy(new HistologyReport { Findings = [new ReportFinding { Code = "cyst-wall", Extent = FindingExtent.All }] })
            .Assess().Of(Dystrophic).AlternativeLabel!.Subtype.Should().Be("scrotal");
}
