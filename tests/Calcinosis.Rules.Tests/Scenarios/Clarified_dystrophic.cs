using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications of dystrophic calcinosis: causes, their usual sites, suspicion, needles as injury.</summary>
public sealed class Clarified_dystrophic
{
    /// <summary>Usual and unusual places of each systemic cause, as the clarification lists them.</summary>
    [Theory]
    [InlineData("limited systemic sclerosis", "fingers hand wrist forearm elbow upper-arm knee foot toes", "buttock abdomen scalp")]
    [InlineData("diffuse systemic sclerosis", "fingers hand wrist forearm elbow upper-arm knee foot toes", "buttock abdomen")]
    [InlineData("systemic sclerosis", "fingers hand wrist forearm elbow upper-arm knee foot toes", "buttock abdomen")]
    [InlineData("juvenile dermatomyositis", "scalp neck abdomen buttock elbow knee hand shoulder hip", "vulva")]
    [InlineData("dermatomyositis", "forearm thigh elbow knee fingers buttock axilla", "neck chest scalp")]
    [InlineData("SLE", "buttock forearm thigh knee lower-leg", "shoulder hip scalp")]
    [InlineData("mixed connective tissue disease", "hand fingers elbow knee buttock foot", "abdomen shoulder")]
    [InlineData("rheumatoid arthritis", "hand fingers elbow knee buttock foot", "abdomen shoulder")]
    [InlineData("Sjögren syndrome", "hand fingers elbow knee buttock foot", "abdomen shoulder")]
    [InlineData("porphyria cutanea tarda", "scalp cheek forehead neck chest hand", "thigh abdomen")]
    [InlineData("chronic graft-versus-host disease", "thigh lower-leg", "scalp abdomen")]
    [InlineData("pseudoxanthoma elasticum", "neck axilla groin", "back scalp")]
    [InlineData("Ehlers-Danlos syndrome", "forearm lower-leg", "back scalp")]
    [InlineData("Werner syndrome", "shoulder elbow hip knee ankle foot", "abdomen scalp")]
    public void C53_a_systemic_cause_at_its_usual_sites_is_established_and_elsewhere_less(string disease, string usual, string unusual)
    {
        PatientStory Story(string site) => Woman(40).Has(disease).Lesion(site, "nodule");

        foreach (var site in usual.Split(' '))
            Story(site).Normal("calcium-total", "phosphate").Film("calcification").Assess().Level(Dystrophic).Should().Be(Established, $"{disease} at {site}");
        foreach (var site in unusual.Split(' '))
        {
            Story(site).Normal("calcium-total", "phosphate").Film("calcification").Assess().Level(Dystrophic).Should().Be(Probable, $"{disease} at {site}, minerals normal");
            Story(site).Assess().Level(Dystrophic).Should().Be(Possible, $"{disease} at {site}, minerals unknown");
        }
    }

    [Fact]
    public void C53_a_local_cause_explains_only_the_lesion_that_it_touches()
    {
        PatientStory Scar(SiteRelation relation) => Woman(50).HasAt("scar", "L1", relation).Normal("calcium-total", "phosphate").Film("calcification").Lesion("abdomen", "plaque");

        Scar(SiteRelation.At).Assess().ShouldGive(Dystrophic, Established);
        (Scar(SiteRelation.Elsewhere).Assess().Level(Dystrophic) < Possible).Should().BeTrue();
        Woman(50).Has("scar").Normal("calcium-total", "phosphate").Film("calcification").Lesion("abdomen", "plaque").Assess().ShouldGive(Dystrophic, Possible);
    }

    [Fact]
    public void C53_venous_disease_of_the_leg_does_not_explain_the_arm() =>
        (Woman(70).Add(new Condition { Text = "chronic venous insufficiency", Stage = "C6" }).Normal("calcium-total", "phosphate").Film("calcification").Lesion("forearm", "plaque").Assess().Level(Dystrophic) < Probable).Should().BeTrue();

    [Fact]
    public void C53_a_local_cause_that_began_after_the_lesion_is_too_late_and_a_connective_tissue_disease_never_is()
    {
        var old = LesionAt("fingers", "nodule") with { OnsetOn = Day("2020") };
        PatientStory Since2024(string disease) => Woman(50).Add(new Condition { Text = disease, Since = Day("2024"), Lesions = [new LesionRelation("L1", SiteRelation.At)] }).Normal("calcium-total", "phosphate").Film("calcification").Lesion(old);

        (Since2024("scar").Assess().Level(Dystrophic) < Probable).Should().BeTrue();
        Woman(50).Add(new Condition { Text = "systemic sclerosis", Since = Day("2024") }).Normal("calcium-total", "phosphate").Film("calcification").Lesion(old).Assess().ShouldGive(Dystrophic, Established);
    }

    [Fact]
    public void C53_dermatomyositis_that_began_in_childhood_is_the_juvenile_form() =>
        Woman(25).Add(new Condition { Text = "dermatomyositis", OnsetAgeYears = 7 }).Normal("calcium-total", "phosphate").Film("calcification").Lesion("elbows", "nodule").Assess().ShouldLeadWith(Dystrophic, "ctd.jdm", Established);

    [Theory]
    [InlineData("C3", Possible)]
    [InlineData("C4a", Probable)]
    [InlineData("C6", Probable)]
    [InlineData(null, Probable)]
    public void C53_venous_disease_counts_from_skin_change_on_or_when_its_class_is_unknown(string? ceap, object certainty) =>
        Woman(70).Add(new Condition { Text = "chronic venous insufficiency", Stage = ceap }).Lesion("lower leg", "plaque").Assess().ShouldGive(Dystrophic, (Certainty)certainty);

    [Theory]
    [InlineData("P6W", Probable)]
    [InlineData("P8W", NotAssessable)]
    public void C54_firm_red_violet_plaques_of_a_cooled_newborn_are_fat_necrosis_in_the_first_six_weeks(string age, object certainty) =>
        Infant(age).Has("therapeutic hypothermia").Lesion(LesionAt("back", "violaceous plaque") with { Duration = Duration("P1D") }).Assess().ShouldGive(Dystrophic, (Certainty)certainty);

    [Fact]
    public void C54_its_own_hypercalcaemia_and_any_cause_of_disturbed_minerals_are_a_reason()
    {
        Infant("P3W").Has("therapeutic hypothermia").Calcium(13m).Lesion("back", "violaceous plaque").Assess().ShouldGive(Dystrophic, Probable);
        Woman(40).Has("SLE", "dialysis").Phosphate(8m).Lesion("buttock", "nodule").Assess().ShouldGive(Dystrophic, Probable);
        Woman(40).Has("SLE", "primary hyperparathyroidism").Calcium(11.5m).Lesion("buttock", "nodule").Assess().ShouldGive(Dystrophic, Probable);
        Woman(40).Has("SLE").Phosphate(8m).Lesion("buttock", "nodule").Assess().ShouldGive(Dystrophic, Possible);
    }

    [Fact]
    public void C55_ANA_alone_is_no_cause() =>
        (Woman(40).Flag("ana", LabInterpretation.Positive).Lesion("buttock", "nodule").Assess().Level(Dystrophic) < Possible).Should().BeTrue();

    [Fact]
    public void C55_an_antibody_with_a_sign_is_a_suspicion_and_either_alone_is_none()
    {
        PatientStory Antibody() => Man(40).Flag("anti-centromere", LabInterpretation.Positive).Lesion("buttock", "nodule");

        Antibody().Has("Raynaud phenomenon").Assess().ShouldGive(Dystrophic, Possible);
        (Antibody().Assess().Level(Dystrophic) < Possible).Should().BeTrue();
        (Man(40).Has("Raynaud phenomenon").Lesion("buttock", "nodule").Assess().Level(Dystrophic) < Possible).Should().BeTrue();
    }

    [Fact]
    public void C55_Raynaud_in_a_woman_with_deposits_of_hand_or_elbow_is_a_suspicion()
    {
        Woman(40).Has("Raynaud phenomenon").Lesion("elbow", "nodule").Assess().ShouldGive(Dystrophic, Possible);
        (Man(40).Has("Raynaud phenomenon").Lesion("elbow", "nodule").Assess().Level(Dystrophic) < Possible).Should().BeTrue();
        (Woman(40).Has("Raynaud phenomenon").Lesion("knee", "nodule").Assess().Level(Dystrophic) < Possible).Should().BeTrue();
    }

    [Fact]
    public void C56_the_lance_of_a_heel_stick_is_only_a_suspected_injury()
    {
        var assessment = Infant("P8M").Exposed(new Exposure { Text = "heel sticks" }).Lesion(LesionAt("heel", "papule") with { AtPriorInjury = true, OnsetAgeYears = 0.4m }).Assess();

        assessment.ShouldLeadWith(Iatrogenic, "heel_stick", Probable);
        assessment.ShouldGive(Dystrophic, Possible);
    }

    [Fact]
    public void C57_six_groups_of_causes_asked_and_absent_make_it_unlikely_and_five_do_not()
    {
        string[] five =
        [
            "connective-tissue-disease", "acne", "porphyria-cutanea-tarda", "chronic-gvhd",
            "venous-insufficiency", "venous-ulcer", "chronic-leg-oedema",
        ];
        string[] inherited = ["pseudoxanthoma-elasticum", "ehlers-danlos-syndrome", "werner-syndrome", "rothmund-thomson-syndrome", "generalised-arterial-calcification-of-infancy"];

        Man(40).HasNo(five).Lesion("back", "nodule").Assess().ShouldGive(Dystrophic, NotAssessable);
        Man(40).HasNo(five).HasNo(inherited).Lesion("back", "nodule").Assess().ShouldGive(Dystrophic, Unlikely);
        Man(40).HasNo(five).HasNo(inherited).Add(new Condition { Text = "scar", Verification = Verification.Suspected }).Lesion("back", "nodule").Assess().ShouldGive(Dystrophic, Possible);
    }

    [Fact]
    public void C58_scrotal_nodules_in_lupus_stay_possible_idiopathic_and_lead()
    {
        var assessment = Man(40).Has("SLE").Normal("calcium-total", "phosphate", "creatinine").Lesion("scrotum", "nodule").Assess();

        assessment.ShouldLeadWith(Idiopathic, "scrotal", Possible);
        assessment.ShouldGive(Dystrophic, Possible);
    }

    [Fact]
    public void C54_normal_minerals_need_no_reason_even_on_dialysis() =>
        Woman(40).Has("SLE", "dialysis").Normal("calcium-ionised", "phosphate").Film("calcification").Lesion("buttock", "nodule").Assess().ShouldGive(Dystrophic, Established);
}
