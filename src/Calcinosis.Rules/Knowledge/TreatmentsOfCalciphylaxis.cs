using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.TreatmentRules;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Measures tried in calciphylaxis, with the trials that were negative said so.</summary>
internal static class TreatmentsOfCalciphylaxis
{
    private static readonly Clause Uraemic = Present("renal.uraemic");

    public static IEnumerable<Rule> Rules() =>
    [
        Option("TX-30", "stop-triggers", [Calciphylaxis], OfCalciphylaxis, "expert, cohort", "review with the treating doctor: vitamin K antagonist, calcium binders and supplements, vitamin D, iron, teriparatide; replace anticoagulation, do not merely stop it", "lab:67 lab:66"),
        Option("TX-31", "sodium-thiosulfate-iv", [Calciphylaxis], OfCalciphylaxis, "meta-analysis of cohorts", "intravenous sodium thiosulfate in the last part of each dialysis: no significant gain in healing or survival in 422 patients, early series more hopeful; a trial is running", "lab:77 lab:76 lab:75 lab:78 lab:63"),
        Option("TX-32", "pain-and-wound-care", [Calciphylaxis], OfCalciphylaxis, "expert", "strong analgesia, wound team, infection control, careful debridement of dead tissue by specialists; sepsis is the main killer", "lab:39 lab:44"),
        Option("TX-33", "dialysis-intensified", [Calciphylaxis], AllOf(OfCalciphylaxis, Present("renal.dialysis")), "expert", "more or longer haemodialysis with a low-calcium bath: improvement reported", "lab:44"),
        Option("TX-36", "lower-phosphate-and-pth", [Calciphylaxis], AllOf(OfCalciphylaxis, AnyOf(Uraemic, AnyPresent("lab.phosphate.high", "lab.pth.high"))), "cohort", "lower phosphate and PTH with diet, sevelamer or lanthanum; no proof of longer life", "lab:21 lab:63"),
        Option("TX-37", "calcimimetic", [Calciphylaxis, Metastatic], AllOf(AnyOf(OfCalciphylaxis, AllOf(OfMetastatic, AnyPresent("renal.ckd", "renal.uraemic"))), UnlessMet(Absent("lab.pth.high"), "lab.pth.not-high")), "cohort", "calcimimetic where PTH is high", "lab:21"),
        Option("TX-34", "parathyroidectomy", [Calciphylaxis], AllOf(OfCalciphylaxis, AnyPresent("lab.pth.above-500", "condition.hyperparathyroidism-primary", "condition.hyperparathyroidism-tertiary")), "cohort", "parathyroidectomy when PTH is very high (above 500 pg/mL) and does not respond: in 29 % of published cases, benefit unproven; calcium may fall sharply after it", "lab:63 lab:44"),
        Option("TX-35", "hyperbaric-oxygen", [Calciphylaxis], OfCalciphylaxis, "series", "hyperbaric oxygen: in 15 % of published cases", "lab:63"),
        Option("TX-38", "hexasodium-fytate", [Calciphylaxis], AllOf(OfCalciphylaxis, Present("renal.dialysis")), "RCT, missed both primary end points", "hexasodium fytate (SNF472): no better healing or pain at 12 weeks in 71 patients, though fewer admissions and deaths; a trial drug only", "lab:79"),
        Option("TX-39", "vitamin-k", [Calciphylaxis], OfCalciphylaxis, "trials", "vitamin K: unproven", "policy", RuleStatus.Unverified),
    ];
}
