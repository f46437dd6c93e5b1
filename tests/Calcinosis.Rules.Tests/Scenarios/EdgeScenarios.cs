using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>The extra edge cases E1-E8.</summary>
public sealed class EdgeScenarios
{
    [Fact]
    public void E1_A_healthy_infant_with_a_product_of_75_is_not_metastatic()
    {
        var infant = Infant("P5M").Calcium(10.8m).Phosphate(7.0m).Lesion(new Lesion { Id = "L1", Sites = ["scalp"], Morphology = ["papule"], Count = LesionCount.Single });
        var assessment = infant.Assess();
        assessment.ShouldLeadWith(Idiopathic, "scn", Possible);
        assessment.Of(Metastatic).Certainty.Should().BeOneOf(Unlikely, Excluded);
        infant.HasNo("iatrogenic-exposure", "local-damage").Assess().ShouldLeadWith(Idiopathic, "scn", Probable);
    }

    [Fact]
    public void E2_Reticular_calcium_in_a_venous_leg_is_established_dystrophic() =>
        Woman(70).Add(new Condition { Text = "chronic venous insufficiency", Stage = "C6", Duration = Duration("P15Y") }).Normal("calcium-total", "phosphate")
            .Lesion(new Lesion { Id = "L1", Sites = ["lower leg"], Morphology = ["induration"] }).Film("reticular calcification").Assess().ShouldLeadWith(Dystrophic, "venous_insufficiency", Established);

    [Fact]
    public void E3_Firm_nodules_at_daily_nadroparin_points_are_established_iatrogenic() =>
        Woman(35).Has("dialysis").Exposed(new Exposure { Text = "nadroparin calcium", Site = "abdomen", Ongoing = true })
            .Lesion(new Lesion { Id = "L1", Sites = ["paraumbilical region"], Morphology = ["nodule"], Duration = Duration("P2W") }).Biopsy("dermal calcium deposits", "no vessel changes").Assess()
            .ShouldLeadWith(Iatrogenic, "calcium_heparin", Established);

    [Fact]
    public void E4_Normal_values_after_parathyroidectomy_do_not_hide_the_peak_before_it()
    {
        var assessment = Man(50).Has("dialysis").Exposed(new Exposure { Text = "parathyroidectomy", StartedOn = PartialDate.Month(2026, 8) })
            .Lab("calcium-total", 9.2m, "mg/dL", "2026-10-20").Lab("phosphate", 4.0m, "mg/dL", "2026-10-20")
            .Lesion(new Lesion { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Duration = Duration("P3Y"), Depth = LesionDepth.Periarticular }).Film("calcification").Assess();
        assessment.ShouldLeadWith(Metastatic, "ckd_dialysis", Possible);
        assessment.Of(Idiopathic).Certainty.Should().Be(Unlikely);
    }

    [Fact]
    public void E5_A_black_painful_glans_on_dialysis_is_probable_calciphylaxis()
    {
        var assessment = Man(60).Has("dialysis", "diabetes mellitus").Lesion(new Lesion { Id = "L1", Sites = ["glans"], Morphology = ["necrosis"], Pain = Pain.Present, Necrotic = true }).Assess();
        assessment.ShouldLeadWith(Calciphylaxis, "uraemic.penile", Probable);
        assessment.RedFlags.Should().NotBeEmpty();
    }

    [Fact]
    public void E6_Newborn_fat_necrosis_with_high_calcium_is_probable_dystrophic()
    {
        var assessment = Infant("P3W").Has("therapeutic hypothermia").Calcium(14.0m).Lesion(new Lesion { Id = "L1", Sites = ["back"], Morphology = ["violaceous plaque", "plaque"], Duration = Duration("P1W") }).Assess();
        assessment.ShouldLeadWith(Dystrophic, "fat.scfn", Probable);
        assessment.RedFlags.Should().Contain(flag => flag.Urgency == Urgency.Emergency);
    }

    [Fact]
    public void E7_Bone_in_old_acne_papules_is_a_mimic()
    {
        var assessment = Woman(45).HasAt("acne", "L1", SiteRelation.At).Biopsy("bone trabeculae").Lesion(new Lesion { Id = "L1", Sites = ["cheek"], Morphology = ["papule"] }).Assess();
        assessment.Conclusion.Should().Be(Conclusion.Mimic);
        assessment.Lesions[0].Suggestions.Should().OnlyContain(suggestion => suggestion.Certainty == Unlikely);
        assessment.Cautions.Should().Contain(caution => caution.Mimic == "osteoma-cutis");
    }

    [Fact]
    public void E8_A_guinea_worm_on_the_film_is_established_dystrophic_without_laboratory() =>
        Man(40).Lesion(new Lesion { Id = "L1", Sites = ["leg"], Morphology = ["calcification"] }).Film("guinea-worm string").Assess().ShouldLeadWith(Dystrophic, "infection.guinea_worm", Established);
}
