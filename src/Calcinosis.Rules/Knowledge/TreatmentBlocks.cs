using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Findings that contraindicate a treatment. A block that rests on general knowledge alone is shown as a caution.</summary>
internal static class TreatmentBlocks
{
    private static readonly Clause Suspected = CalciphylaxisRules.Suspected;

    /// <summary>Kidney function below 30: by eGFR, by stage, or on dialysis.</summary>
    internal static readonly Clause Below30 = AnyPresent("renal.egfr-below-30", "renal.dialysis", "renal.kidney-failure", "renal.advanced");
    private static readonly Clause AtMost30 = AnyPresent("renal.egfr-at-most-30", "renal.dialysis", "renal.kidney-failure", "renal.advanced");
    private static readonly Clause Below35 = AnyPresent("renal.egfr-below-35", "renal.dialysis", "renal.kidney-failure", "renal.advanced");
    private static readonly Clause KidneyOrLiver = AnyPresent("renal.egfr-below-60", "renal.ckd", "renal.reduced", "condition.liver-disease", "condition.cirrhosis", "condition.alcoholic-liver-disease");
    private static readonly Clause Infected = AnyPresent("condition.pus", "condition.osteomyelitis", "condition.skin-infection", "condition.spreading-redness", "differential.cellulitis", "differential.infection");

    public static IEnumerable<Rule> Rules() => [.. Kidney(), .. Minerals(), .. Heart(), .. Calciphylaxis(), .. AgeAndAllergy(), .. Local(), .. TreatmentCautions.Rules()];

    private static Rule[] Kidney() =>
    [
        Block("BL-03", "zoledronate or alendronate with eGFR below 35", Below35, "eGFR below 35 or kidney failure", "lab:64", "zoledronate-or-alendronate"),
        Block("BL-50", "any bisphosphonate with eGFR below 30", Below30, "eGFR below 30 or kidney failure: avoid the class without a strong reason", "lab:64", "bisphosphonate", "etidronate"),
        Block("BL-05", "colchicine with eGFR below 30", Below30, "eGFR below 30 or dialysis", "lab:58", "colchicine"),
        Block("BL-06", "colchicine with a strong inhibitor in kidney or liver disease",
            AllOf(KidneyOrLiver, AnyPresent("exposure.strong-cyp3a4-inhibitor", "exposure.ciclosporin")), "kidney or liver disease with a P-gp or strong CYP3A4 inhibitor", "lab:58", "colchicine") with { Narrows = ["BL-31"] },
        Block("BL-07", "probenecid with eGFR of 30 or less", AtMost30, "no effect at a GFR of 30 or less", "lab:60", "probenecid"),
        Block("BL-09", "antacid with eGFR below 35", Below35, "kidney disease: magnesium and aluminium accumulate", "lab:83 lab:84", "antacid-mg-al"),
        Block("BL-51", "antacid with high magnesium", Present("lab.magnesium.high"), "magnesium is high already", "lab:84", "antacid-mg-al"),
    ];

    private static Rule[] Minerals() =>
    [
        Block("BL-04", "low calcium", AnyPresent("lab.calcium.low", "condition.hypocalcaemia"), "correct the low calcium first", "lab:64 lab:45", "bisphosphonate", "zoledronate-or-alendronate", "etidronate", "calcimimetic", "denosumab"),
        Block("BL-52", "vitamin D deficiency before a bisphosphonate", AnyOf(Present("condition.vitamin-d-deficiency")), "correct the vitamin D deficiency first", "lab:64", "bisphosphonate", "zoledronate-or-alendronate", "etidronate"),
        Block("BL-16", "PTH lowered further while it is low", Present("lab.pth.low"), "PTH is low already", "lab:21", "calcimimetic", "parathyroidectomy", "lower-phosphate-and-pth"),
    ];

    private static Rule[] Heart() =>
    [
        Block("BL-10", "diltiazem: heart block, low pressure, weak heart",
            AnyOf(AllOf(Present("condition.heart-block"), UnlessKnown("condition.pacemaker")), AnyPresent("measurement.systolic-bp-below-90", "measurement.heart-rate-below-50", "measurement.lvef-below-40"),
                AllOf(Present("condition.acute-heart-attack"), Present("condition.pulmonary-congestion"))),
            "heart block without pacemaker, systolic pressure below 90, pulse below 50, ejection fraction below 40 %, or an acute heart attack with lung congestion", "lab:80", "diltiazem"),
        Block("BL-54", "allergy to diltiazem", Present("condition.diltiazem-allergy"), "allergy to diltiazem", "lab:80", "diltiazem"),
        Block("BL-55", "hyperbaric oxygen with a pneumothorax", Present("condition.pneumothorax"), "untreated pneumothorax", "lab:63", "hyperbaric-oxygen"),
        Block("BL-56", "compression in arterial disease", AnyPresent("condition.peripheral-arterial-disease", "differential.peripheral-arterial-disease", "condition.weak-pulses", "condition.absent-pulse", "condition.claudication", "condition.low-ankle-brachial-index"),
            "arterial disease: no compression", "ct:96", "compression-and-wound-care"),
    ];

    private static Rule[] Calciphylaxis() =>
    [
        Block("BL-01", "warfarin in possible calciphylaxis", Suspected, "a vitamin K antagonist is a strong risk for calciphylaxis", "lab:66 lab:67", "warfarin-low"),
        Block("BL-02", "warfarin in advanced kidney disease", Below30, "advanced kidney disease: risk of calciphylaxis", "lab:66", "warfarin-low"),
        Block("BL-57", "warfarin in pregnancy, bleeding disorder or protein C or S deficiency", AnyPresent("patient.pregnant", "condition.bleeding-disorder", "condition.gi-bleeding", "condition.protein-c-deficiency", "condition.protein-s-deficiency"),
            "pregnancy, bleeding, or protein C or S deficiency", "lab:61 lab:66", "warfarin-low"),
        Block("BL-13", "calciphylaxis: no injection into the skin", Suspected, "possible calciphylaxis: no needle into the lesion", "lab:49 policy", "corticosteroid-intralesional", "sodium-thiosulfate-intralesional", "laser"),
        Block("BL-14", "observation is not enough",
            AnyOf(Suspected, Infected, AnyPresent("lesion.necrosis", "lesion.pain", "lab.calcium.at-least-14", "lab.calcium-ionised.at-least-1-8", "lab.calcium.at-most-6-5", "lab.calcium-ionised.at-most-0-8")),
            "not allowed with pain, necrosis, infection, possible calciphylaxis or a calcium emergency", "brief lab:65", "observation"),
        Block("BL-58", "reassurance about a heel nodule that is not typical", AnyOf(Suspected, Infected, Present("lesion.necrosis")), "infection or necrosis at the heel: not typical", "lab:26", "heel-nodule-reassurance"),
    ];

    private static Rule[] AgeAndAllergy() =>
    [
        Block("BL-08", "probenecid: age, stones or blood dyscrasia", AnyPresent("patient.under-2-years", "condition.uric-acid-stones", "condition.blood-dyscrasia"), "under 2 years, uric-acid stones or blood dyscrasia", "lab:60", "probenecid"),
        Block("BL-59", "colchicine with blood dyscrasia", Present("condition.blood-dyscrasia"), "blood dyscrasia", "lab:58", "colchicine"),
        Block("BL-11", "ceftriaxone in a newborn with calcium", AllOf(Present("patient.newborn"), AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv")), "newborn with calcium or parenteral nutrition in a vein: fatal precipitates", "lab:68", "ceftriaxone"),
        Block("BL-12", "ceftriaxone: newborn with jaundice or preterm, allergy", AnyOf(AllOf(Present("patient.newborn"), AnyPresent("condition.hyperbilirubinaemia", "condition.preterm-birth")), Present("condition.cephalosporin-allergy")), "jaundiced or preterm newborn, or cephalosporin allergy", "lab:68", "ceftriaxone"),
        Block("BL-37", "ceftriaxone while calcium runs", AnyPresent("exposure.iv-calcium.ongoing", "exposure.phosphate-iv.ongoing"), "never in the same line or at the same time as calcium", "lab:68", "ceftriaxone"),
        Block("BL-15", "minocycline in childhood or pregnancy", AnyPresent("patient.under-8-years", "patient.pregnant"), "under 8 years or pregnant", "policy", "minocycline") with { Status = RuleStatus.Unverified },
    ];

    private static Rule[] Local() =>
    [
        Block("BL-17", "corticosteroid into an infected lesion", Infected, "the lesion is infected", "lab:56", "corticosteroid-intralesional"),
    ];

    internal static Rule Block(string id, string title, Clause when, string text, string sources, params string[] treatments) =>
        new() { Id = id, Kind = RuleKind.Block, Title = title, When = when, Text = text, Sources = Split(sources), Targets = treatments };
}
