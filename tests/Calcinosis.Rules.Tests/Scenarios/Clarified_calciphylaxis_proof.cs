using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications of what establishes calciphylaxis: look-alikes ruled out, published criteria, biopsy, subtype.</summary>
public sealed class Clarified_calciphylaxis_proof
{
    private static Lesion PainfulUlcers(string site = "thigh", int number = 2, string duration = "P5W", Pain pain = Pain.Severe) =>
        LesionAt(site, "ulcer", "stellate purpura") with { Number = number, Pain = pain, Ulcerated = true, Duration = Duration(duration) };

    private static PatientStory Dialysis() => Woman(62).Has("dialysis");

    private static HistologyReport DeepBiopsy(params string[] findings) => new() { Adequate = true, Depth = SpecimenDepth.Subcutis, Findings = [.. findings.Select(finding => new ReportFinding { Text = finding })] };

    private static Lesion Dying(params string[] sites) => new() { Id = "L1", Sites = sites, Morphology = ["plaque"], PainScore = 9, IschaemicPattern = true, Ulcerated = true, Necrotic = true };

    [Fact]
    public void C77_look_alikes_are_ruled_out_together_or_infection_vasculitis_and_emboli_one_by_one()
    {
        Dialysis().Lesion(PainfulUlcers()).Assess().ShouldGive(Calciphylaxis, Probable);
        Dialysis().HasNo("calciphylaxis-mimic").Lesion(PainfulUlcers()).Assess().ShouldGive(Calciphylaxis, Established);
        Dialysis().RuledOut("infection", "vasculitis", "cholesterol-emboli").Lesion(PainfulUlcers()).Assess().ShouldGive(Calciphylaxis, Established);
        Dialysis().RuledOut("infection", "vasculitis").Lesion(PainfulUlcers()).Assess().ShouldGive(Calciphylaxis, Probable);
    }

    [Fact]
    public void C77_a_vitamin_K_antagonist_begun_in_the_last_ten_days_leaves_warfarin_necrosis_open()
    {
        PatientStory BegunOn(string day) => Dialysis().RuledOut("infection", "vasculitis", "cholesterol-emboli")
            .Exposed(new Exposure { Text = "warfarin", StartedOn = Day(day), Ongoing = true }).Lesion(PainfulUlcers() with { Duration = null, OnsetOn = Day("2026-09-20") });

        BegunOn("2026-09-15").Assess().ShouldGive(Calciphylaxis, Probable);
        BegunOn("2026-09-01").Assess().ShouldGive(Calciphylaxis, Established);
    }

    [Fact]
    public void C77_a_confirmed_look_alike_holds_it_down() => Dialysis().MadeOut("pyoderma-gangrenosum").Lesion(PainfulUlcers()).Assess().ShouldGive(Calciphylaxis, Possible);

    [Theory]
    [InlineData("thigh", 2, "P14D", Pain.Severe, Established)]
    [InlineData("thigh", 2, "P13D", Pain.Severe, Probable)]
    [InlineData("thigh", 1, "P14D", Pain.Severe, Probable)]
    [InlineData("thigh", 2, "P14D", Pain.Present, Established)]
    [InlineData("thigh", 2, "P14D", Pain.Mild, Possible)]
    [InlineData("upper arm", 2, "P14D", Pain.Severe, Established)]
    [InlineData("forearm", 2, "P14D", Pain.Severe, Established)]
    [InlineData("lower leg", 2, "P14D", Pain.Severe, Established)]
    [InlineData("penis", 2, "P14D", Pain.Severe, Established)]
    [InlineData("abdomen", 2, "P14D", Pain.Severe, Established)]
    [InlineData("buttock", 2, "P14D", Pain.Severe, Established)]
    [InlineData("breast", 2, "P14D", Pain.Severe, Established)]
    [InlineData("foot", 2, "P14D", Pain.Severe, Probable)]
    [InlineData("hand", 2, "P14D", Pain.Severe, Probable)]
    public void C78_the_three_clinical_items_of_Hayashi_on_dialysis(string site, int number, string duration, Pain pain, object certainty) =>
        Dialysis().HasNo("calciphylaxis-mimic").Lesion(PainfulUlcers(site, number, duration, pain)).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Theory]
    [InlineData(15, Established)]
    [InlineData(16, Probable)]
    public void C78_without_dialysis_a_GFR_of_15_or_less_is_asked_for(decimal egfr, object certainty) =>
        Woman(62).Lab("egfr", egfr, "mL/min/1.73m2").HasNo("calciphylaxis-mimic").Lesion(PainfulUlcers()).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C78_a_younger_ulcer_that_does_not_heal_counts_as_hard_to_treat() =>
        Dialysis().HasNo("calciphylaxis-mimic").Lesion(PainfulUlcers(duration: "P7D") with { NonHealing = true }).Assess().ShouldGive(Calciphylaxis, Established);

    [Fact]
    public void C78_both_published_schemes_are_shown_with_what_is_open()
    {
        var derived = Dialysis().Lesion(PainfulUlcers(number: 1)).Assess().Derived;

        derived.Should().Contain(value => value.Name == "hayashi-c1.L1" && value.Result == "met");
        derived.Should().Contain(value => value.Name == "hayashi-c2.L1" && value.Result == "unmet");
        derived.Should().Contain(value => value.Name == "hayashi-c3.L1" && value.Result == "met");
        derived.Should().Contain(value => value.Name == "chinese-suspected.L1");
        derived.Should().Contain(value => value.Name == "chinese-clinical.L1" && value.Result == "unknown", "look-alikes were not asked for");
        derived.Should().Contain(value => value.Name == "chinese-confirmed.L1" && value.Result == "unknown");
    }

    [Fact]
    public void C79_an_adequate_biopsy_without_vessels_lowers_by_one_and_keeps_the_red_flag()
    {
        var assessment = Dialysis().Lesion(LesionAt("thigh", "retiform purpura", "eschar") with { Pain = Pain.Severe }).Biopsy(DeepBiopsy("inflammation")).Assess();

        assessment.ShouldGive(Calciphylaxis, Possible);
        assessment.RedFlags.Should().Contain(flag => flag.Rule == "RF-01");
    }

    [Fact]
    public void C79_it_lowers_established_to_probable_and_leaves_possible()
    {
        Dialysis().HasNo("calciphylaxis-mimic").Lesion(PainfulUlcers()).Biopsy(DeepBiopsy("inflammation")).Assess().ShouldGive(Calciphylaxis, Probable);
        Dialysis().Lesion("thigh", "eschar").Biopsy(DeepBiopsy("inflammation")).Assess().ShouldGive(Calciphylaxis, Possible);
    }

    [Fact]
    public void C79_a_shallow_biopsy_says_nothing_against_it() =>
        Dialysis().Lesion(LesionAt("thigh", "eschar") with { Pain = Pain.Severe }).Biopsy(DeepBiopsy("inflammation") with { Depth = SpecimenDepth.Dermis }).Assess().ShouldGive(Calciphylaxis, Probable);

    [Fact]
    public void C79_typical_vessels_in_any_specimen_override_a_negative_one() =>
        Woman(60).Takes("warfarin").Lesion(LesionAt("thigh", "retiform purpura", "eschar")).Biopsy(DeepBiopsy("inflammation")).Biopsy(DeepBiopsy("calcified arterioles", "thrombi")).Assess().ShouldGive(Calciphylaxis, Established);

    [Theory]
    [InlineData("thigh", "uraemic.proximal")]
    [InlineData("abdomen", "uraemic.proximal")]
    [InlineData("shin", "uraemic.distal")]
    [InlineData("fingers", "uraemic.distal")]
    [InlineData("penis", "uraemic.penile")]
    public void C80_the_place_names_the_form_of_uraemic_calciphylaxis(string site, string subtype) => Dialysis().Lesion(Dying(site)).Assess().Of(Calciphylaxis).Subtype.Should().Be(subtype);

    [Fact]
    public void C80_of_several_places_the_worst_prognosis_is_named()
    {
        Dialysis().Lesion(Dying("shin", "thigh")).Assess().Of(Calciphylaxis).Subtype.Should().Be("uraemic.proximal");
        Man(60).Has("dialysis").Lesion(Dying("thigh", "penis")).Assess().Of(Calciphylaxis).Subtype.Should().Be("uraemic.penile");
    }

    [Fact]
    public void C80_without_kidney_failure_it_is_non_uraemic_and_unspecified_when_nobody_asked()
    {
        Woman(60).Has("warfarin", "obesity").HasNo("kidney-disease").Lesion(Dying("thigh")).Assess().Of(Calciphylaxis).Subtype.Should().Be("non_uraemic.proximal");
        Woman(60).Has("obesity").Lesion(Dying("thigh")).Assess().Of(Calciphylaxis).Subtype.Should().Be("unspecified.proximal");
    }
}
