using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>
/// Clarifications of the signs and hosts of calciphylaxis. The level shows how a sign was read: in kidney failure one
/// leading sign is possible, severe pain in dying skin probable.
/// </summary>
public sealed class Clarified_calciphylaxis
{
    private static PatientStory Dialysis() => Man(60).Has("dialysis");

    private static Lesion Thigh(params string[] looks) => LesionAt("thigh", looks);

    [Fact]
    public void C72_pain_without_a_degree_counts_as_severe_only_in_dying_skin()
    {
        var dying = Dialysis().Lesion(Thigh("eschar") with { Pain = Pain.Present }).Assess().Of(Calciphylaxis);

        dying.Certainty.Should().Be(Probable);
        dying.Assumed.Should().Contain(line => line.Finding == "lesion.pain.mild");
        Dialysis().Lesion(Thigh("eschar") with { Pain = Pain.Mild }).Assess().ShouldGive(Calciphylaxis, Possible);
    }

    [Theory]
    [InlineData(3, false, false, Possible)]
    [InlineData(4, false, false, Probable)]
    [InlineData(7, false, false, Probable)]
    [InlineData(null, true, false, Probable)]
    [InlineData(null, false, true, Probable)]
    [InlineData(null, false, false, Possible)]
    public void C72_score_opioid_and_pain_out_of_proportion(int? score, bool opioid, bool outOfProportion, object certainty) =>
        Dialysis().Lesion(Thigh("eschar") with { PainScore = score, OpioidNeeded = opioid ? true : null, PainOutOfProportion = outOfProportion ? true : null }).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C72_an_opioid_on_the_drug_list_is_no_pain_of_the_lesion() => Dialysis().Takes("morphine").Lesion(Thigh("eschar")).Assess().ShouldGive(Calciphylaxis, Possible);

    [Theory]
    [InlineData(3, Excluded)]
    [InlineData(4, Possible)]
    [InlineData(7, Possible)]
    public void C73_a_tender_nodule_on_dialysis_is_possible_from_pain_4(int score, object certainty) =>
        Dialysis().Lesion(Thigh("nodule") with { PainScore = score, IschaemicPattern = false, Ulcerated = false, Necrotic = false }).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C73_a_tender_lump_around_a_joint_is_not()
    {
        Dialysis().Lesion(Thigh("nodule") with { Pain = Pain.Present }).Assess().ShouldGive(Calciphylaxis, Possible);
        Dialysis().Lesion(Thigh("nodule") with { Pain = Pain.Present, Depth = LesionDepth.Periarticular }).Assess().ShouldGive(Calciphylaxis, Unlikely);
        Dialysis().Lesion(LesionAt("shoulder", "nodule") with { Pain = Pain.Present }).Assess().ShouldGive(Calciphylaxis, Unlikely);
        Man(60).Lesion(Thigh("nodule") with { Pain = Pain.Present }).Assess().ShouldGive(Calciphylaxis, Unlikely);
    }

    [Theory]
    [InlineData("retiform purpura", Possible)]
    [InlineData("stellate purpura", Possible)]
    [InlineData("livedo racemosa", Possible)]
    [InlineData("livedo", Possible)]
    [InlineData("net-like plaque", Possible)]
    [InlineData("violaceous plaque", Possible)]
    [InlineData("livedo reticularis", Unlikely)]
    public void C74_the_ischaemic_patterns(string look, object certainty) => Dialysis().Lesion(Thigh(look)).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C74_livedo_reticularis_counts_beside_purpura_induration_or_necrosis()
    {
        Dialysis().Lesion(Thigh("livedo reticularis", "purpura")).Assess().ShouldGive(Calciphylaxis, Possible);
        Dialysis().Lesion(Thigh("livedo reticularis", "induration")).Assess().ShouldGive(Calciphylaxis, Possible);
    }

    [Fact]
    public void C74_a_violaceous_plaque_counts_from_18_years_or_in_kidney_failure()
    {
        Woman(18).Takes("warfarin").Lesion(Thigh("violaceous plaque")).Assess().ShouldGive(Calciphylaxis, Possible);
        Woman(17).Takes("warfarin").Lesion(Thigh("violaceous plaque")).Assess().ShouldGive(Calciphylaxis, Unlikely);
        Woman(17).Has("dialysis").Lesion(Thigh("violaceous plaque")).Assess().ShouldGive(Calciphylaxis, Possible);
    }

    [Theory]
    [InlineData("necrosis", null, null, Possible)]
    [InlineData("eschar", null, null, Possible)]
    [InlineData("gangrene", null, null, Possible)]
    [InlineData("ulcer", true, null, Possible)]
    [InlineData("ulcer", null, "P14D", Possible)]
    [InlineData("ulcer", null, "P13D", Unlikely)]
    [InlineData("ulcer", null, null, Possible)]
    [InlineData("ulcer", false, "P30D", Unlikely)]
    public void C75_necrosis_or_an_ulcer_that_does_not_heal(string look, bool? nonHealing, string? duration, object certainty) =>
        Dialysis().Lesion(Thigh(look) with { Ulcerated = look == "ulcer" ? true : null, NonHealing = nonHealing, Duration = duration is null ? null : Duration(duration) }).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C75_an_ulcer_that_only_drains_chalk_is_none() => Dialysis().Lesion(Thigh("ulcer") with { Ulcerated = true, ChalkyDischarge = true }).Assess().ShouldGive(Calciphylaxis, Unlikely);

    [Fact]
    public void C75_a_finger_ulcer_of_scleroderma_is_none_unless_on_warfarin_or_dialysis()
    {
        var ulcer = LesionAt("fingers", "ulcer") with { Ulcerated = true, Pain = Pain.Severe, NonHealing = true };

        Woman(60).Has("systemic sclerosis").Lesion(ulcer).Assess().ShouldGive(Calciphylaxis, Unlikely);
        Woman(60).Has("systemic sclerosis").Takes("warfarin").Lesion(ulcer).Assess().ShouldGive(Calciphylaxis, Possible);
        Woman(60).Has("systemic sclerosis", "dialysis").Lesion(ulcer).Assess().ShouldGive(Calciphylaxis, Probable);
    }

    [Theory]
    [InlineData("primary hyperparathyroidism")]
    [InlineData("cancer")]
    [InlineData("alcoholic liver disease")]
    [InlineData("rheumatoid arthritis")]
    [InlineData("SLE")]
    [InlineData("protein C deficiency")]
    [InlineData("antiphospholipid syndrome")]
    [InlineData("CKD stage 3")]
    [InlineData("acute kidney injury")]
    [InlineData("obesity", "diabetes mellitus")]
    [InlineData("diabetes mellitus", "malnutrition")]
    [InlineData("malnutrition", "Crohn disease")]
    public void C76_these_are_hosts(string condition, string? second = null)
    {
        var story = Woman(60).Has(condition).Lesion(Thigh("eschar"));
        (second is null ? story : story.Has(second)).Assess().ShouldGive(Calciphylaxis, Possible);
    }

    [Theory]
    [InlineData("obesity")]
    [InlineData("obesity", "weight loss")]
    [InlineData("diabetes mellitus")]
    [InlineData("basal cell carcinoma")]
    [InlineData("malnutrition", "cirrhosis")]
    public void C76_these_are_none(string condition, string? second = null)
    {
        var story = Woman(60).Has(condition).Lesion(Thigh("eschar"));
        (second is null ? story : story.Has(second)).Assess().ShouldGive(Calciphylaxis, Unlikely);
    }

    [Theory]
    [InlineData("2026-07-03", Possible)] // 90 days before onset
    [InlineData("2026-07-02", Unlikely)] // 91 days
    public void C76_a_vitamin_K_antagonist_counts_for_90_days_after_it_was_stopped(string endedOn, object certainty) =>
        Woman(60).Exposed(new Exposure { Text = "warfarin", StartedOn = Day("2024-01-01"), EndedOn = Day(endedOn) }).Lesion(Thigh("eschar") with { OnsetOn = Day("2026-10-01") }).Assess().ShouldGive(Calciphylaxis, (Certainty)certainty);

    [Fact]
    public void C76_a_low_protein_C_is_no_thrombophilia_in_an_infant()
    {
        Woman(60).Lab("protein-c", 50, "%").Lesion(Thigh("eschar")).Assess().ShouldGive(Calciphylaxis, Possible);
        Infant("P8M").Lab("protein-c", 30, "%").Lesion(Thigh("eschar")).Assess().ShouldGive(Calciphylaxis, Unlikely);
    }
}
