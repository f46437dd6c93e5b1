using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Explanation.TreatmentSeverity;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Drugs on record that the findings speak against, or that may be the cause of what was found. What speaks against a
/// treatment of calcinosis is said of the same drug by its block. None of this is an order to stop a drug.
/// </summary>
internal static class MedicationRules
{
    private static readonly Clause Suspected = CalciphylaxisRules.Suspected;
    private static readonly Clause CalciphylaxisOrMetastatic = AnyOf(Suspected, new Reaches(Metastatic, Possible));
    private static readonly Clause CalciumGiven = AnyPresent("exposure.calcium-oral", "exposure.calcium-binder", "exposure.antacid-calcium");
    private static readonly Clause CalciumAboveLimit = AnyPresent("lab.calcium.high", "lab.calcium.suspected-high");

    public static IEnumerable<Rule> Rules() => [.. RisksOfCalciphylaxis(), .. Loads(), .. Causes()];

    private static Rule[] RisksOfCalciphylaxis() =>
    [
        Drug("MED-01", "vitamin-k-antagonist", Block, "vitamin K antagonist in possible calciphylaxis", AllOf(Suspected, Present("exposure.vitamin-k-antagonist.recent")),
            "a strong risk for calciphylaxis: the treating doctor decides the same day, never without a plan for replacement", "lab:66 lab:67 ct:83"),
        Drug("MED-02", "vitamin-k-antagonist", Warn, "vitamin K antagonist that cannot simply be stopped",
            AllOf(Suspected, Present("exposure.vitamin-k-antagonist.recent"), AnyPresent("condition.mechanical-heart-valve", "condition.deep-vein-thrombosis")),
            "mechanical valve or thrombosis: a specialist decides the same day", "lab:67 policy"),
        Drug("MED-03", "systemic-corticosteroid", Warn, "systemic corticosteroid in possible calciphylaxis", AllOf(Suspected, Present("exposure.systemic-corticosteroid")), "before 61 % of non-uraemic cases; controversial", "lab:55 lab:44"),
        Drug("MED-04", "iron-iv", Warn, "iron in possible calciphylaxis", AllOf(Suspected, Present("exposure.iron-iv")), "iron is named as a trigger", "lab:44 ct:84"),
        Drug("MED-05", "teriparatide", Warn, "teriparatide in possible calciphylaxis", AllOf(Suspected, Present("exposure.teriparatide")), "twelve cases began 1 to 20 months after its start", "ct:117"),
    ];

    private static Rule[] Loads() =>
    [
        Drug("MED-10", "calcium-oral", Block, "calcium by mouth while calcium is high", AllOf(CalciphylaxisOrMetastatic, CalciumGiven, CalciumAboveLimit), "calcium by mouth or as a binder while calcium is above its limit", "lab:21 lab:67"),
        Drug("MED-11", "calcium-oral", Warn, "calcium by mouth in possible calciphylaxis or mineral disorder", AllOf(CalciphylaxisOrMetastatic, CalciumGiven, UnlessMet(CalciumAboveLimit, "lab.calcium.high")), "calcium by mouth or as a binder adds to the load", "lab:21 lab:67"),
        Drug("MED-12", "vitamin-d", Warn, "vitamin D with high calcium or phosphate", AllOf(CalciphylaxisOrMetastatic, AnyPresent("exposure.vitamin-d", "exposure.active-vitamin-d"), AnyOf(Met("GEN-017"), Present("lab.calcium.suspected-high"))), "vitamin D raises calcium and phosphate", "lab:67 ct:51"),
        Drug("MED-13", "antacid-mg-al", Warn, "aluminium in kidney disease", AllOf(Present("exposure.antacid-mg-al"), AnyPresent("renal.ckd", "renal.uraemic")), "aluminium binders are avoided in kidney disease", "lab:83 lab:21"),
        Drug("MED-14", "non-calcium-binder", Info, "binder and bowel", AllOf(Present("exposure.non-calcium-binder"), Present("condition.abdominal-pain")), "sevelamer and bowel obstruction", "policy") with { Status = RuleStatus.Unverified },
    ];

    private static Rule[] Causes() =>
    [
        Drug("MED-20", "thiazide", Info, "thiazide and high calcium", AllOf(CalciumAboveLimit, Present("exposure.thiazide")), "a thiazide raises calcium and may be part of the cause", "lab:45 lab:85"),
        Drug("MED-21", "lithium", Info, "lithium and high calcium", AllOf(CalciumAboveLimit, Present("exposure.lithium")), "lithium raises calcium and may be part of the cause", "lab:85"),
        Drug("MED-22", "vitamin-a", Info, "vitamin A and high calcium", AllOf(CalciumAboveLimit, Present("exposure.vitamin-a")), "vitamin A and retinoids raise calcium and may be part of the cause", "ct:59 lab:85"),
        Drug("MED-23", "vitamin-d", Info, "vitamin D and high calcium", AllOf(CalciumAboveLimit, AnyPresent("exposure.vitamin-d", "exposure.active-vitamin-d")), "vitamin D may be the cause of the high calcium", "ct:51 lab:7"),
        Drug("MED-24", "teriparatide", Warn, "teriparatide and existing deposits", AllOf(Present("exposure.teriparatide"), new Reaches(Dystrophic, Possible)), "teriparatide can worsen dystrophic deposits within months", "ct:117"),
    ];

    private static Rule Drug(string id, string drug, TreatmentSeverity severity, string title, Clause when, string text, string sources) =>
        new() { Id = id, Kind = RuleKind.Medication, Title = title, Key = drug, Severity = severity, When = when, Text = text, Sources = Split(sources) };
}
