using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications about calcium that is shown or not, look-alikes, and bone.</summary>
public sealed class Clarified_calcium_and_mimics
{
    private static PatientStory Scleroderma() => Woman(60).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion("fingers", "nodule");

    private static PatientStory UraemicMass() => Man(60).Has("dialysis").Calcium(10.1m).Phosphate(7.9m).Lesion("shoulder", "mass");

    private static PatientStory PainfulNecrosis() => Man(60).Has("dialysis").Lesion(LesionAt("lower leg", "retiform purpura", "eschar") with { Pain = Pain.Severe });

    private static ImagingStudy Study(Modality modality, string finding) => new() { Modality = modality, Findings = [new ReportFinding { Text = finding }] };

    [Theory]
    [InlineData("calcification")]
    [InlineData("sedimentation sign")]
    [InlineData("lobulated calcification")]
    [InlineData("sheet-like calcification")]
    [InlineData("reticular calcification")]
    [InlineData("egg-shell calcification")]
    public void C48_a_pattern_that_implies_calcium_proves_it(string pattern) => Scleroderma().Film(pattern).Assess().ShouldGive(Dystrophic, Established);

    [Theory]
    [InlineData(Modality.XRay, Established)]
    [InlineData(Modality.Ct, Established)]
    [InlineData(Modality.Ultrasound, Established)]
    [InlineData(Modality.Mammography, Established)]
    [InlineData(Modality.BoneScan, Probable)]
    public void C48_film_ct_ultrasound_and_mammogram_prove_calcium(Modality modality, object certainty) =>
        Scleroderma().Film(Study(modality, "calcification")).Assess().ShouldGive(Dystrophic, (Certainty)certainty);

    [Fact]
    public void C48_apatite_proves_calcium_and_chalk_alone_does_not()
    {
        Scleroderma().Mineral(Mineral.Apatite).Assess().ShouldGive(Dystrophic, Established);
        Woman(60).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(LesionAt("fingers", "nodule") with { ChalkyDischarge = true }).Assess().ShouldGive(Dystrophic, Probable);
    }

    [Fact]
    public void C49_a_negative_film_in_the_first_weeks_only_leaves_calcium_unproven() =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist", BeforeLesion = Duration("P10D") }).NegativeFilm("2026-10-30").Lesion(LesionAt("left wrist", "plaque") with { OnsetOn = Day("2026-10-20") })
            .Assess().ShouldGive(Iatrogenic, Probable);

    [Theory]
    [InlineData("2026-10-10", Probable)] // day 21
    [InlineData("2026-10-11", Possible)] // day 22
    public void C50_calcium_that_a_film_after_21_days_does_not_show_holds_at_possible(string filmOn, object certainty) =>
        Woman(60).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(LesionAt("fingers", "nodule") with { OnsetOn = Day("2026-09-19") }).NegativeFilm(filmOn)
            .Assess().ShouldGive(Dystrophic, (Certainty)certainty);

    [Fact]
    public void C50_calcium_shown_elsewhere_settles_it() =>
        Woman(60).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(LesionAt("fingers", "nodule") with { OnsetOn = Day("2024-01-10") }).NegativeFilm("2026-10-01").Biopsy("dermal calcium deposits")
            .Assess().ShouldGive(Dystrophic, Established);

    [Fact]
    public void C50_an_adequate_biopsy_without_calcium_holds_too_unless_it_was_decalcified()
    {
        PatientStory Biopsied(bool? decalcified) => Scleroderma().Biopsy(new HistologyReport { Adequate = true, Decalcified = decalcified, Findings = [new ReportFinding { Text = "no calcium" }] });

        Biopsied(false).Assess().ShouldGive(Dystrophic, Possible);
        Biopsied(true).Assess().ShouldGive(Dystrophic, Probable);
    }

    [Fact]
    public void C50_tiny_papules_escape_a_film_cleared_lesions_and_calciphylaxis_are_exempt()
    {
        Man(7).Normal("calcium-total", "phosphate", "creatinine").EverythingElseAskedAndAbsent().NegativeFilm("2026-10-01").Lesion(LesionAt("upper eyelid", "papule") with { Count = LesionCount.Single, OnsetOn = Day("2025-01-01") })
            .Assess().ShouldGive(Idiopathic, Probable);
        Infant("P8M").Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist", BeforeLesion = Duration("P10D") }).NegativeFilm("2026-10-01")
            .Lesion(LesionAt("left wrist", "plaque") with { OnsetOn = Day("2026-06-01"), Course = LesionCourse.Cleared }).Assess().ShouldGive(Iatrogenic, Probable);
        Man(60).Has("dialysis").NegativeFilm("2026-10-01").Lesion(LesionAt("thigh", "retiform purpura") with { Pain = Pain.Severe, OnsetOn = Day("2026-08-01") }).Assess().ShouldGive(Calciphylaxis, Probable);
    }

    [Fact]
    public void C51_gout_on_the_problem_list_notes_and_urate_in_the_biopsy_caps()
    {
        var note = Scleroderma().Has("gout").Film("calcification").Assess();
        note.ShouldGive(Dystrophic, Established);
        note.Cautions.Should().Contain(caution => caution.Mimic == "gout" && caution.Action == CautionAction.Note);
        var shown = Scleroderma().Film("calcification").Biopsy("negatively birefringent crystals").Assess();
        shown.ShouldGive(Dystrophic, Possible);
        shown.Cautions.Should().Contain(caution => caution.Mimic == "gout" && caution.Action == CautionAction.CapPossible);
    }

    [Theory]
    [InlineData("xanthoma", Established)]
    [InlineData("gout", Possible)]
    [InlineData("foreign-body", Possible)]
    [InlineData("phlebolith", Possible)]
    [InlineData("osteosarcoma", Possible)]
    [InlineData("nephrogenic-systemic-fibrosis", Possible)]
    [InlineData("vasculitis", Established)]
    [InlineData("marjolin-ulcer", Established)]
    public void C51_another_diagnosis_of_a_lesion_with_proven_calcium(string mimic, object certainty) => UraemicMass().Film("calcification").MadeOut(mimic).Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Theory]
    [InlineData("xanthoma")]
    [InlineData("wart")]
    [InlineData("cellulitis")]
    public void C51_a_diagnosis_without_calcium_caps_while_none_is_proven(string mimic)
    {
        UraemicMass().Assess().ShouldGive(Metastatic, Probable);
        UraemicMass().MadeOut(mimic).Assess().ShouldGive(Metastatic, Possible);
    }

    [Theory]
    [InlineData("vasculitis", Established)]
    [InlineData("pyoderma-gangrenosum", Established)]
    [InlineData("martorell-ulcer", Possible)]
    [InlineData("oxalosis", Possible)]
    public void C51_typical_vessels_in_the_biopsy_lift_the_cap_of_a_look_alike_except_where_it_has_them_too(string mimic, object withVessels)
    {
        PainfulNecrosis().MadeOut(mimic).Assess().ShouldGive(Calciphylaxis, Possible);
        PainfulNecrosis().MadeOut(mimic).Biopsy("calcified arterioles", "thrombi").Assess().ShouldGive(Calciphylaxis, (Certainty)withVessels);
    }

    [Fact]
    public void C51_emboli_cap_beside_typical_vessels_only_when_clefts_are_seen()
    {
        PainfulNecrosis().MadeOut("cholesterol-emboli").Biopsy("calcified arterioles", "thrombi").Assess().ShouldGive(Calciphylaxis, Established);
        PainfulNecrosis().MadeOut("cholesterol-emboli").Biopsy("calcified arterioles", "thrombi", "cholesterol clefts").Assess().ShouldGive(Calciphylaxis, Possible);
    }

    [Fact]
    public void C52_bone_makes_every_type_exactly_unlikely_even_one_that_would_be_excluded()
    {
        var assessment = Man(60).Has("dialysis").Phosphate(8m).HasNo("iatrogenic-exposure").Lesion("scalp", "nodule").Biopsy("lamellar bone").Assess();

        assessment.Lesions[0].Suggestions.Should().OnlyContain(suggestion => suggestion.Certainty == Unlikely);
        assessment.Conclusion.Should().Be(Conclusion.Mimic);
    }

    [Fact]
    public void C52_bone_in_a_scar_beside_calcium_is_metaplastic_and_caps_nothing() =>
        Woman(60).HasAt("scar", "L1", SiteRelation.In).Normal("calcium-total", "phosphate").Biopsy("dermal calcium deposits", "bone").Lesion("abdomen", "plaque").Assess().ShouldLeadWith(Dystrophic, "trauma.scar", Established);
}
