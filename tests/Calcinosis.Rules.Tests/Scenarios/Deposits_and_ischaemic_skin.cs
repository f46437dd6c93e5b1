using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Four of the types are deposits: somebody has to have seen a lump or calcium outside a vessel wall.</summary>
public sealed class Deposits_and_ischaemic_skin
{
    [Fact]
    public void Calcium_in_vessel_walls_alone_establishes_no_deposit()
    {
        PatientStory Patient() => Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"] });
        Patient().Biopsy("calcification of small vessels").Assess().Of(Dystrophic).Certainty.Should().Be(Possible);
        Patient().Biopsy("calcification of small vessels", "calcium deposits in the dermis").Assess().Of(Dystrophic).Certainty.Should().Be(Established);
    }

    [Fact]
    public void Painful_ulcers_with_calcified_subcutaneous_vessels_in_hyperparathyroidism_point_to_calciphylaxis_first() =>
        Woman(56).Has("primary hyperparathyroidism").Flag("calcium-total", LabInterpretation.High).Flag("pth-intact", LabInterpretation.High)
            .Biopsy("extensive calcification of the subcutaneous blood vessels").Lesion(new Lesion { Id = "L1", Sites = ["thighs"], Morphology = ["ulcer"], Pain = Pain.Present })
            .Assess().Lesions[0].Suggestions[0].Type.Should().Be(Calciphylaxis);

    [Theory]
    [InlineData("petechiae", Possible)]
    [InlineData("nodule", Probable)]
    public void A_discoloured_patch_without_a_lump_keeps_the_mineral_disorder_at_possible(string look, object certainty) =>
        Man(60).Has("dialysis").Phosphate(9m).Calcium(9.5m).Lesion(new Lesion { Id = "L1", Sites = ["foot"], Morphology = [look] }).Assess().Of(Metastatic).Certainty.Should().Be((Certainty)certainty);

    [Fact]
    public void A_painful_patch_without_a_lump_on_dialysis_leads_with_calciphylaxis() =>
        Man(17).Has("dialysis").Phosphate(9m).Calcium(9.5m).Lesion(new Lesion { Id = "L1", Sites = ["foot"], Morphology = ["petechiae"], Pain = Pain.Present })
            .Assess().ShouldLeadWith(Calciphylaxis, "uraemic.distal", Possible);

    [Fact]
    public void Painful_purpura_on_the_thighs_of_a_graft_recipient_goes_before_the_transplantation() =>
        Man(33).Has("kidney transplant", "dialysis").Lesion(new Lesion { Id = "L1", Sites = ["thighs", "knees"], Morphology = ["papule", "purpura"], Pain = Pain.Present })
            .Assess().Lesions[0].Suggestions[0].Type.Should().Be(Calciphylaxis, "P5");

    [Fact]
    public void The_same_papules_on_a_sound_foot_make_the_injury_of_the_other_foot_a_mere_suspicion()
    {
        Lesion Papules(string id, string foot, bool injured) => new() { Id = id, Sites = [foot], Morphology = ["milia-like papules"], OnsetAgeYears = 1, AtPriorInjury = injured };
        var both = Man(2).Lesion(Papules("L1", "right foot", injured: true)).Lesion(Papules("L2", "left foot", injured: false)).Assess();
        both.Of(Dystrophic).Certainty.Should().Be(Possible);
        both.Leading!.Type.Should().Be(Idiopathic);
        Man(2).Lesion(Papules("L1", "right foot", injured: true)).Assess().Of(Dystrophic).Certainty.Should().Be(Probable);
    }

    [Fact]
    public void Juvenile_dermatomyositis_calcifies_anywhere_so_an_untold_place_fits() =>
        Woman(7).Has("juvenile dermatomyositis").Lesion(new Lesion { Id = "L1", Morphology = ["nodule"] }).Assess().Of(Dystrophic).Certainty.Should().Be(Probable);

    [Fact]
    public void A_systemic_disease_at_an_untold_place_stays_possible() =>
        Woman(40).Has("SLE").Normal("calcium-total", "phosphate").Lesion(new Lesion { Id = "L1", Morphology = ["nodule"] }).Assess().Of(Dystrophic).Certainty.Should().Be(Possible);

    [Fact]
    public void Papules_of_scrotum_and_penis_together_are_the_scrotal_entity() =>
        Man(18).Lesion(new Lesion { Id = "L1", Sites = ["penile shaft", "scrotum"], Morphology = ["papule"], Count = LesionCount.Multiple }).Assess().ShouldLeadWith(Idiopathic, "scrotal", Possible);

    [Theory]
    [InlineData(1, Possible)]
    [InlineData(2, Possible)]
    [InlineData(5, Possible)]
    [InlineData(6, Unlikely)]
    public void A_few_nodules_of_the_lids_are_still_the_named_entity(int number, object certainty) =>
        Man(40).Lesion(new Lesion { Id = "L1", Sites = ["upper eyelids"], Morphology = ["nodule"], Number = number }).Assess().Of(Idiopathic).Certainty.Should().Be((Certainty)certainty);

    [Fact]
    public void A_sign_of_connective_tissue_disease_that_is_over_still_counts() =>
        Woman(49).Add(new Condition { Text = "digital ulcers", Status = PresenceStatus.Past }).Flag("anti-centromere", LabInterpretation.Positive).Lesion(new Lesion { Id = "L1", Sites = ["leg"], Morphology = ["nodule"] })
            .Assess().Of(Dystrophic).Certainty.Should().Be(Possible);

    [Fact]
    public void Warfarin_begun_two_days_before_the_necrosis_calls_warfarin_necrosis_to_mind() =>
        Man(67).Exposed(new Exposure { Text = "warfarin", BeforeLesion = Duration("P2D") }).Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["necrosis"], Pain = Pain.Present })
            .Assess().Cautions.Should().Contain(caution => caution.Mimic == "warfarin-necrosis");
}
