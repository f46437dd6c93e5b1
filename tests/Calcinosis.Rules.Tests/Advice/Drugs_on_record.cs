using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;
using static Calcinosis.Rules.Tests.Advice.TreatedPatients;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>Drugs that the patient takes, against what was found.</summary>
public sealed class Drugs_on_record
{
    private static readonly Stories Told = new()
    {
        { "MED-01", "warfarin in possible calciphylaxis", () => Calciphylaxis().Takes("warfarin") }, { "MED-02", "warfarin for a mechanical valve in possible calciphylaxis", () => Calciphylaxis().Takes("warfarin").Has("mechanical heart valve") },
        { "MED-03", "prednisone in possible calciphylaxis", () => Calciphylaxis().Takes("prednisone") }, { "MED-04", "iron in possible calciphylaxis", () => Calciphylaxis().Takes("intravenous iron") },
        { "MED-05", "teriparatide in possible calciphylaxis", () => Calciphylaxis().Takes("teriparatide") }, { "MED-10", "calcium binder while calcium is high", () => Uraemic().Takes("calcium acetate").High("calcium-ionised") },
        { "MED-11", "calcium binder in possible calciphylaxis", () => Calciphylaxis().Takes("calcium acetate") }, { "MED-12", "calcitriol with high phosphate", () => Uraemic().Takes("calcitriol") },
        { "MED-13", "aluminium in kidney disease", () => Mass().Has("chronic kidney disease").Takes("aluminium hydroxide") }, { "MED-14", "sevelamer with belly pain", () => Mass().Takes("sevelamer").Has("abdominal pain") },
        { "MED-20", "thiazide with high calcium", () => Mass().Calcium(11.5m).Takes("hydrochlorothiazide") }, { "MED-21", "lithium with high calcium", () => Mass().Calcium(11.5m).Takes("lithium") },
        { "MED-22", "vitamin A with high calcium", () => Mass().Calcium(11.5m).Takes("vitamin A") }, { "MED-23", "vitamin D with high calcium", () => Mass().Calcium(11.5m).Takes("cholecalciferol") },
        { "MED-24", "teriparatide in scleroderma", () => Sclerosis().Takes("teriparatide") },
    };

    public static TheoryData<string> Sentences => Told.Sentences();

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_drug_is_spoken_of(string story) => Told[story].Patient().Assess().Medications.Select(note => note.Rule).Should().Contain(Told[story].Rule);

    [Fact]
    public void Every_drug_rule_has_its_story() => Told.Untold(RuleKind.Medication).Should().BeEmpty();

    [Theory]
    [InlineData("colchicine", "BL-05")]
    [InlineData("probenecid", "BL-07")]
    [InlineData("aluminium hydroxide", "BL-09")]
    [InlineData("alendronate", "BL-50")]
    public void What_blocks_a_treatment_is_said_of_the_drug_already_taken(string drug, string rule) =>
        Mass().Lab("egfr", 24, "mL/min/1.73m2").Takes(drug).Assess().Medications.Should().Contain(note => note.Rule == rule && note.Severity == TreatmentSeverity.Block);

    [Fact]
    public void Ceftriaxone_with_calcium_in_a_newborn_is_blocked_whatever_the_type() =>
        Infant("P20D").Takes("ceftriaxone").CalciumInto("left hand", 2).Skin("left hand", "plaque").Assess().Medications
            .Should().Contain(note => note.Rule == "BL-11" && note.Drug == "ceftriaxone" && note.Severity == TreatmentSeverity.Block);

    [Fact]
    public void Colchicine_beside_diltiazem_is_said_once_for_each() =>
        Sclerosis().Takes("colchicine").Takes("diltiazem").Assess().Medications.Select(note => (note.Drug, note.Rule)).Should().Contain([("colchicine", "BL-31"), ("diltiazem", "BL-32")]).And.OnlyHaveUniqueItems();

    [Fact]
    public void Drugs_without_a_reason_to_speak_are_not_mentioned() =>
        Sclerosis().Lab("egfr", 90, "mL/min/1.73m2").Takes("warfarin").Takes("prednisone").Takes("metformin").Assess().Medications.Should().BeEmpty();

    [Fact]
    public void The_wording_never_tells_to_stop_a_drug() =>
        new CalcinosisClassifier().Knowledge.Rules.Where(rule => rule.Kind == RuleKind.Medication).Should().OnlyContain(rule => !rule.Text.StartsWith("stop", StringComparison.OrdinalIgnoreCase));
}
