using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Findings that speak against a treatment, and the risks. A block that rests on general knowledge alone only warns.</summary>
internal static class TreatmentBlocks
{
    private static readonly Clause SuspectedCalciphylaxis = AnyOf(Met("CPX-EST"), Met("CPX-PRO"), Met("CPX-POS"));

    public static IEnumerable<Rule> Rules() => [.. Blocks(), .. Warnings(), .. Risks()];

    private static Rule[] Blocks() =>
    [
        Block("BL-01", "warfarin in possible calciphylaxis", SuspectedCalciphylaxis, "a vitamin K antagonist is a strong risk for calciphylaxis", "lab:66 lab:67", "warfarin-low"),
        Block("BL-02", "warfarin in advanced kidney disease", Present("renal.advanced"), "advanced kidney disease: risk of calciphylaxis", "lab:66", "warfarin-low"),
        Block("BL-03", "bisphosphonate with eGFR below 35", AnyPresent("renal.egfr-below-35", "renal.dialysis", "renal.kidney-failure"), "eGFR below 35 or kidney failure", "lab:64", "bisphosphonate", "etidronate"),
        Block("BL-04", "low calcium", AnyPresent("lab.calcium.low", "condition.hypocalcaemia"), "correct the low calcium first", "lab:64 lab:45", "bisphosphonate", "etidronate", "calcimimetic"),
        Block("BL-05", "colchicine with eGFR below 30", AnyPresent("renal.egfr-below-30", "renal.dialysis", "renal.kidney-failure"), "eGFR below 30 or dialysis", "lab:58", "colchicine"),
        Block("BL-06", "colchicine with a strong inhibitor in kidney or liver disease",
            AllOf(AnyPresent("renal.egfr-below-60", "renal.ckd", "condition.liver-disease", "condition.cirrhosis"), Present("exposure.strong-cyp3a4-inhibitor")), "kidney or liver disease with a P-gp or strong CYP3A4 inhibitor", "lab:58", "colchicine"),
        Block("BL-07", "probenecid with eGFR of 30 or less", AnyPresent("renal.egfr-below-30", "renal.dialysis", "renal.kidney-failure"), "no effect at a GFR of 30 or less", "lab:60", "probenecid"),
        Block("BL-08", "probenecid: age, stones or blood dyscrasia", AnyPresent("patient.under-2-years", "condition.kidney-stones", "condition.blood-dyscrasia"), "under 2 years, uric-acid stones or blood dyscrasia", "lab:60", "probenecid"),
        Block("BL-09", "antacid in kidney disease", AnyPresent("renal.egfr-below-35", "renal.dialysis", "renal.kidney-failure"), "kidney disease: magnesium and aluminium accumulate", "lab:83 lab:84", "antacid-mg-al"),
        Block("BL-10", "diltiazem: heart block, low pressure, weak heart",
            AnyPresent("condition.heart-block", "measurement.systolic-bp-below-90", "measurement.heart-rate-below-50", "measurement.lvef-below-40"), "heart block, low pressure, slow pulse or weak heart", "lab:80", "diltiazem"),
        Block("BL-11", "ceftriaxone in a newborn with calcium", AllOf(Present("patient.newborn"), AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv")), "newborn with calcium or parenteral nutrition in a vein: fatal precipitates", "lab:68", "ceftriaxone"),
        Block("BL-12", "ceftriaxone: newborn with jaundice or preterm, allergy", AnyOf(AllOf(Present("patient.newborn"), AnyPresent("condition.hyperbilirubinaemia", "condition.preterm-birth")), Present("condition.cephalosporin-allergy")), "jaundiced or preterm newborn, or cephalosporin allergy", "lab:68", "ceftriaxone"),
        Block("BL-13", "calciphylaxis: no injection into the skin", SuspectedCalciphylaxis, "possible calciphylaxis: no needle into the lesion", "lab:49 policy", "corticosteroid-intralesional", "laser"),
        Block("BL-14", "observation is not enough", AnyOf(SuspectedCalciphylaxis, AnyPresent("lesion.necrosis", "lesion.pain.severe", "lab.calcium.at-least-14")), "not with severe pain, necrosis, infection or a calcium emergency", "brief lab:65", "observation"),
        Block("BL-15", "minocycline in childhood or pregnancy", AnyPresent("patient.under-8-years", "patient.pregnant"), "under 8 years or pregnant", "policy", RuleStatus.Unverified, "minocycline"),
        Block("BL-16", "calcimimetic with suspected calciphylaxis and low PTH", Present("lab.pth.low"), "PTH is low already", "lab:21", "calcimimetic", "parathyroidectomy"),
    ];

    private static Rule[] Warnings() =>
    [
        Warn("BL-30", "systemic corticosteroid in possible calciphylaxis", SuspectedCalciphylaxis, "steroids came before 61 % of non-uraemic cases: controversial", "lab:55 lab:44", "corticosteroid-systemic"),
        Warn("BL-31", "diltiazem with colchicine", Present("exposure.diltiazem"), "diltiazem raises colchicine", "lab:59", "colchicine"),
        Warn("BL-32", "colchicine with diltiazem", Present("exposure.colchicine"), "diltiazem raises colchicine", "lab:59", "diltiazem"),
        Warn("BL-33", "diltiazem with a beta-blocker", Present("exposure.beta-blocker"), "slow pulse", "lab:80", "diltiazem"),
        Warn("BL-34", "probenecid with methotrexate or salicylate", AnyPresent("exposure.methotrexate", "exposure.salicylate"), "methotrexate rises; salicylates block the effect", "lab:60", "probenecid"),
        Warn("BL-35", "thiosulfate with acidosis or volume overload", AnyPresent("lab.bicarbonate.below-18", "condition.volume-overload"), "acidosis or volume overload", "lab:78", "sodium-thiosulfate-iv"),
        Warn("BL-36", "surgery in possible calciphylaxis", SuspectedCalciphylaxis, "only careful debridement, decided by specialists", "lab:44", "surgery"),
        Warn("BL-37", "ceftriaxone with calcium in a vein", Present("exposure.iv-calcium"), "never in the same line or at the same time as calcium", "lab:68", "ceftriaxone"),
        Warn("BL-38", "minocycline with antacid, iron or calcium", AnyPresent("exposure.antacid-mg-al", "exposure.iron-iv", "exposure.calcium-oral"), "they bind it: take them apart", "lab:83", "minocycline"),
        Warn("BL-39", "oral bisphosphonate with a diseased oesophagus", AnyPresent("condition.oesophageal-disease", "condition.dysphagia"), "not by mouth with a diseased oesophagus", "policy", "bisphosphonate") with { Status = RuleStatus.Unverified },
        Warn("BL-40", "bisphosphonate after milk-alkali syndrome", Met("MET-104"), "low calcium followed in 6 of 11", "lab:45", "bisphosphonate"),
        Warn("BL-41", "eGFR not known", UnlessMet(AnyOf(Present("renal.normal"), Present("renal.ckd"), Present("renal.uraemic"), Present("renal.reduced")), "renal.known"), "kidney function is not known: measure it first", "lab:64", "bisphosphonate", "colchicine", "probenecid", "antacid-mg-al"),
        Warn("BL-42", "calcium binder while calcium is high", AllOf(Present("lab.calcium.high"), AnyPresent("exposure.calcium-binder", "exposure.calcium-oral")), "calcium is high: calcium by mouth speaks against it", "lab:21", "lower-phosphate-and-pth"),
    ];

    private static Rule[] Risks() =>
    [
        Risk("RK-01", "problems with joints, blemishes, bruising, infection, pain and ulcers", "brief"),
        Risk("RK-02", "some drugs worsen the disease or harm, for example, the kidneys", "brief"),
        Risk("RK-03", "laser and surgery can injure the skin, heal slowly, become infected, and deposits may grow again", "brief"),
        Risk("RK-04", "no drug works for everybody; plans are individual and need several specialties", "brief"),
        Risk("RK-05", "deposits can follow an under-treated connective tissue disease; early vigorous treatment may lower that risk", "brief ct:20") with { When = Met("DYS-191") },
    ];

    private static Rule Block(string id, string title, Clause when, string text, string sources, params string[] treatments) => Block(id, title, when, text, sources, RuleStatus.Sourced, treatments);

    private static Rule Block(string id, string title, Clause when, string text, string sources, RuleStatus status, params string[] treatments) =>
        new() { Id = id, Kind = RuleKind.Block, Title = title, When = when, Text = text, Sources = Split(sources), Status = status, Targets = treatments };

    private static Rule Warn(string id, string title, Clause when, string text, string sources, params string[] treatments) =>
        Block(id, title, when, text, sources, treatments) with { WarnsOnly = true };

    private static Rule Risk(string id, string text, string sources) =>
        new() { Id = id, Kind = RuleKind.Risk, Title = text, Text = text, Sources = Split(sources), When = AnyOf([.. Classification.TypeOrder.All.Select(type => new Reaches(type, Possible))]) };
}
