using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.TreatmentRules;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Standard measures that the brief does not name, each only for the cause or entity that the findings show.</summary>
internal static class TreatmentsByCause
{
    public static IEnumerable<Rule> Rules() => [.. OfMinerals(), .. OfEntities(), .. OfExposures(), .. OfTissue()];

    private static Rule[] OfMinerals() =>
    [
        Option("TX-50", "treat-the-cause", [Metastatic], OfMetastatic, "guideline, expert", "treat the cause of the mineral disorder; deposits often shrink when minerals normalise", "lab:21 ct:53"),
        Option("TX-56", "lower-phosphate", [Metastatic], AllOf(OfMetastatic, AnyPresent("renal.ckd", "renal.uraemic", "renal.advanced")), "guideline", "in kidney disease: lower phosphate toward normal by diet and calcium-free binders, limit calcium, adequate dialysis, calcimimetic, transplantation", "lab:21"),
        Option("TX-57", "parathyroidectomy", [Metastatic], AllOf(OfMetastatic, AnyOf(Met("MET-120"), Met("MET-121"))), "expert", "parathyroidectomy in primary or tertiary hyperparathyroidism", "policy", RuleStatus.Unverified),
        Option("TX-58", "stop-vitamin-d", [Metastatic], AllOf(OfMetastatic, Met("MET-103")), "expert", "vitamin D intoxication: stop vitamin D and calcium, fluids; corticosteroid or bisphosphonate by a specialist", "lab:7", RuleStatus.Unverified),
        Option("TX-59", "treat-granulomas", [Metastatic], AllOf(OfMetastatic, AnyOf(Met("MET-101"), Met("MET-102"))), "case, expert", "sarcoidosis and other granulomas: treat the disease (corticosteroids), avoid vitamin D, calcium and sun; a low 25-OH vitamin D is not to be corrected blindly", "ct:53"),
        Option("TX-60", "stop-calcium-and-alkali", [Metastatic], AllOf(OfMetastatic, Met("MET-104")), "series", "milk-alkali syndrome: stop calcium carbonate and alkali; severe cases in hospital with saline; watch for low calcium afterwards", "lab:45"),
        Option("TX-61", "treat-malignancy-or-paget", [Metastatic], AllOf(OfMetastatic, AnyOf(Met("MET-105"), Met("MET-106"), Met("MET-107"), Met("MET-108"), Met("MET-115"))), "expert", "cancer or Paget disease: treat the cause; bisphosphonate or denosumab by a specialist", "policy", RuleStatus.Unverified),
    ];

    private static Rule[] OfEntities() =>
    [
        Option("TX-52", "low-phosphate-diet", [Idiopathic], HighPhosphateTumoral, "case", "tumoral calcinosis with high phosphate: low-phosphate diet, sevelamer or lanthanum, probenecid; no trial and no clearly effective treatment", "lab:30 lab:31"),
        Option("TX-62", "acetazolamide", [Idiopathic], HighPhosphateTumoral, "case", "tumoral calcinosis with high phosphate: acetazolamide", "lab:30 lab:31"),
        Option("TX-63", "surgery-of-masses", [Idiopathic], AllOf(AnyOf(OfIdiopathic, HighPhosphateTumoral), Met("IDI-082")), "case", "surgery of tumoral masses that disable; masses grow again while phosphate stays high; the form with normal phosphate has surgery only", "lab:31"),
        Option("TX-64", "scrotal-excision", [Idiopathic], AllOf(OfIdiopathic, AnyOf(Met("IDI-030"), Met("IDI-031"), Met("IDI-032"))), "series", "excision and primary closure; no recurrence within 12 months in 7 cases, recurrence possible; cysts and scabies nodules look alike", "lab:71 lab:72"),
        Option("TX-65", "nodule-excision", [Idiopathic], AllOf(OfIdiopathic, AnyOf(Met("IDI-033"), Met("IDI-034"))), "case", "subepidermal nodule: excision or curettage for certainty or looks", "policy", RuleStatus.Unverified),
    ];

    private static Rule[] OfExposures() =>
    [
        Option("TX-66", "heel-nodule-reassurance", [Iatrogenic], AllOf(OfIatrogenic, Present("exposure.heel-stick"), Present("site.only-heel")), "series", "heel nodules appear at 4 to 12 months and vanish by 18 to 30 months: observe; to be seen again when they hurt, redden, grow or are not gone by 30 months; curettage for those that hurt in shoes", "lab:26"),
        Option("TX-54", "stop-the-line", [Iatrogenic], AllOf(OfIatrogenic, AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv")), "series", "stop the infusion, elevate, follow the local protocol; later observe: 16 newborns healed in one to three months; easily mistaken for abscess or osteomyelitis", "lab:47"),
        Option("TX-67", "wash-and-observe", [Iatrogenic], AllOf(OfIatrogenic, Present("exposure.electrode-paste")), "case", "electrode paste: wash and observe; clears in weeks to months", "lab:82", RuleStatus.Unverified),
        Option("TX-53", "change-heparin", [Iatrogenic], AllOf(OfIatrogenic, Present("exposure.calcium-heparin")), "case", "change to a heparin without calcium; nodules usually vanish in about two months; look at all injection places, calciphylaxis is the main other thought", "lab:82"),
        Option("TX-68", "transplant-review", [Iatrogenic], AllOf(OfIatrogenic, AnyPresent("exposure.transplant-liver", "exposure.transplant-other")), "case", "after transplantation: review calcium, phosphate, citrate and blood given, PTH and vitamin K antagonist; exclude calciphylaxis", "policy", RuleStatus.Unverified),
    ];

    private static Rule[] OfTissue() =>
    [
        Option("TX-51", "treat-the-disease", [Dystrophic], AllOf(OfDystrophic, ConnectiveTissue), "series", "treat the connective tissue disease early and well; rituximab, TNF inhibitors, tofacitinib and abatacept are reported; warm hands, no smoking, no injury, treat infection", "lab:46 lab:54 lab:56 lab:61 brief"),
        Option("TX-69", "compression-and-wound-care", [Dystrophic], AllOf(OfDystrophic, AnyOf(Met("DYS-171F"), Met("DYS-172F"), Met("DYS-173F"))), "expert", "venous disease: compression, wound care, removal of loose deposits", "policy", RuleStatus.Unverified),
        Option("TX-74", "corticosteroid-for-hypercalcaemia", [Metastatic], AllOf(OfMetastatic, AnyOf(Met("MET-101"), Met("MET-102"), Met("MET-103")), Met("GEN-011")), "expert", "systemic corticosteroid for high calcium of granulomas or vitamin D", "policy", RuleStatus.Unverified),
        Option("TX-76", "denosumab", [Metastatic], AllOf(OfMetastatic, Met("GEN-011"), AnyOf(Met("MET-105"), Met("MET-106"), Met("MET-108"))), "expert", "denosumab for high calcium of cancer, by a specialist", "policy", RuleStatus.Unverified),
        Option("TX-75", "bisphosphonate", [Metastatic], AllOf(OfMetastatic, Met("GEN-011"), AnyOf(Met("MET-105"), Met("MET-106"), Met("MET-108"), Met("MET-115"), Met("MET-104"))), "series", "bisphosphonate for high calcium of cancer, Paget disease or milk-alkali syndrome, by a specialist", "lab:45 lab:64"),
    ];
}
