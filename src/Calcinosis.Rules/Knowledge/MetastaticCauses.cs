using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Causes of a whole-body mineral disturbance (G2), each by diagnosis or by its laboratory pattern.</summary>
internal static class MetastaticCauses
{
    private sealed record Cause(string Id, string Key, string Title, Clause When, string Text, string Sources, CausePattern Pattern);

    /// <summary>The mineral pattern that a cause explains; it decides which of several causes names the subtype.</summary>
    private enum CausePattern
    {
        PthIndependent,
        Hyperparathyroid,
        PhosphateLoad,
        Kidney,
        Other,
    }

    public static IEnumerable<Rule> Rules()
    {
        var causes = Causes().ToArray();
        foreach (var cause in causes)
            yield return Criterion(cause.Id, cause.Title, cause.When, cause.Text, cause.Sources, EvidenceWeight.Strong, cause.Sources == "policy" ? RuleStatus.Unverified : RuleStatus.Sourced);
        yield return Criterion("MET-197", "A cause of mineral disturbance, on published ground", AnyOf([.. causes.Where(cause => cause.Sources != "policy").Select(cause => Met(cause.Id))]),
            "a disease that disturbs calcium or phosphate", "ct:9 ct:59 brief", EvidenceWeight.Strong);
        yield return Criterion("MET-199", "A cause of mineral disturbance (G2)", AnyOf([.. causes.Select(cause => Met(cause.Id))]),
            "a disease that disturbs calcium or phosphate", "ct:9 ct:59 brief", EvidenceWeight.Strong);
        yield return Criterion("MET-198", "A cause of mineral disturbance is suspected", AnyPresent(Suspected.Select(disease => $"condition.{disease}.suspected")),
            "a disease that disturbs calcium or phosphate is suspected, not proven", "policy", EvidenceWeight.Weak, RuleStatus.Policy);
        yield return Criterion("MET-190", "Hypercalcaemia that PTH does not drive", AllOf(Present("lab.calcium.high"), Present("lab.pth.low")),
            "high calcium with a low PTH", "ct:45 ct:51");
        yield return Criterion("MET-191", "Hypercalcaemia with PTH that is not suppressed", AllOf(Present("lab.calcium.high"), Present("lab.pth.high")),
            "high calcium with a high PTH", "ct:45");
        var number = 0;
        foreach (var (guard, order) in Orders())
        {
            foreach (var cause in order.SelectMany(pattern => causes.Where(cause => cause.Pattern == pattern)))
                yield return Subtype(Metastatic, Number("MET-S", ++number), cause.Key, cause.Title, guard is null ? Met(cause.Id) : AllOf(guard, Met(cause.Id)));
        }
    }

    /// <summary>Which causes come first: by the mineral pattern, then kidney disease, then the rest.</summary>
    private static IEnumerable<(Clause? Guard, CausePattern[] Order)> Orders() =>
    [
        (Met("MET-190"), [CausePattern.PthIndependent]),
        (Met("MET-191"), [CausePattern.Hyperparathyroid]),
        (null, [CausePattern.PhosphateLoad, CausePattern.Kidney, CausePattern.Hyperparathyroid, CausePattern.PthIndependent, CausePattern.Other]),
    ];

    /// <summary>Diagnoses that count as a suspicion while they are not confirmed: at most possible.</summary>
    private static readonly string[] Suspected =
    [
        "sarcoidosis", "granulomatous-disease", "vitamin-d-excess", "milk-alkali-syndrome", "bone-metastases", "multiple-myeloma", "leukaemia", "lymphoma", "humoral-hypercalcaemia-of-malignancy",
        "tumour-lysis-syndrome", "hyperparathyroidism", "hyperparathyroidism-primary", "hyperparathyroidism-secondary", "hyperparathyroidism-tertiary", "hypoparathyroidism", "pseudohypoparathyroidism", "chronic-renal-failure",
    ];

    private static IEnumerable<Cause> Causes() =>
    [
        new("MET-101", "sarcoidosis", "Sarcoidosis",
            AnyOf(
                Present("condition.sarcoidosis"),
                AllOf(AnyPresent("condition.granulomatous-disease", "histology.granulomas"), Present("lab.calcium.high"), Present("lab.pth.low"), AnyPresent("lab.ace.high", "lab.vitamin-d-1-25oh.high"))),
            "granulomas make calcitriol", "ct:53 brief", CausePattern.PthIndependent),
        new("MET-102", "granuloma_other", "Another granulomatous disease",
            AllOf(Present("condition.granulomatous-disease"), Present("lab.calcium.high")), "granulomas make calcitriol", "ct:60 ct:51", CausePattern.PthIndependent),
        new("MET-103", "vitamin_d_excess", "Vitamin D excess",
            AnyOf(
                AnyPresent("condition.vitamin-d-excess", "condition.cyp24a1-deficiency", "condition.williams-syndrome", "lab.vitamin-d-25oh.above-150"),
                AllOf(Present("lab.vitamin-d-25oh.above-80"), Present("lab.calcium.high"), Present("lab.pth.low"))),
            "vitamin D excess raises calcium and often phosphate", "ct:51 brief", CausePattern.PthIndependent),
        new("MET-104", "milk_alkali", "Milk-alkali syndrome",
            AnyOf(
                Present("condition.milk-alkali-syndrome"),
                AllOf(Present("lab.calcium.high"), Present("lab.bicarbonate.high"), Present("lab.creatinine.high"),
                    AnyPresent("exposure.calcium-oral", "exposure.antacid-calcium", "exposure.calcium-binder"), UnlessKnown("lab.pth.high"))),
            "calcium and alkali by mouth", "ct:52 brief", CausePattern.PthIndependent),
        new("MET-105", "malignancy_bone", "Bone metastases", Present("condition.bone-metastases"), "bone is dissolved", "ct:59 ct:55", CausePattern.PthIndependent),
        new("MET-106", "myeloma", "Multiple myeloma", Present("condition.multiple-myeloma"), "bone is dissolved", "ct:59", CausePattern.PthIndependent),
        new("MET-107", "leukaemia_lymphoma", "Leukaemia or lymphoma", AnyPresent("condition.leukaemia", "condition.lymphoma"), "calcitriol, PTHrP or bone disease raise calcium", "ct:55 ct:59", CausePattern.PthIndependent),
        new("MET-108", "humoral_pthrp", "Hypercalcaemia of malignancy",
            AnyOf(
                Present("condition.humoral-hypercalcaemia-of-malignancy"),
                AllOf(Present("condition.malignancy"), Present("lab.calcium.high"), AnyPresent("lab.pth.low", "lab.pthrp.high"))),
            "the tumour raises calcium", "ct:55", CausePattern.PthIndependent),
        new("MET-110", "phosphate_load", "Phosphate load",
            AllOf(AnyPresent("exposure.phosphate-enema", "exposure.phosphate-oral", "exposure.cola-excess", "exposure.phosphate-iv"), Present("lab.phosphate.high")),
            "phosphate given or drunk", "ct:53 ct:112", CausePattern.PhosphateLoad),
        new("MET-109", "tumour_lysis", "Tumour lysis",
            AnyOf(Present("condition.tumour-lysis-syndrome"), AllOf(Present("lab.phosphate.high"), Present("exposure.chemotherapy.within-30-days"))),
            "dying tumour cells spill phosphate", "ct:54", CausePattern.PhosphateLoad),
        new("MET-111", "immobilisation", "Immobilisation", AllOf(Present("condition.immobilisation"), Present("lab.calcium.high")), "bone loses calcium", "ct:59", CausePattern.PthIndependent),
        new("MET-112", "hyperthyroidism", "Hyperthyroidism", AllOf(Present("condition.hyperthyroidism"), Present("lab.calcium.high")), "bone turnover is high", "policy", CausePattern.PthIndependent),
        new("MET-113", "vitamin_a", "Vitamin A excess", AllOf(AnyPresent("condition.vitamin-a-excess", "exposure.vitamin-a"), Present("lab.calcium.high")), "bone is resorbed", "policy", CausePattern.PthIndependent),
        new("MET-114", "adrenal_insufficiency", "Adrenal insufficiency", AllOf(Present("condition.adrenal-insufficiency"), Present("lab.calcium.high")), "calcium excretion falls", "policy", CausePattern.PthIndependent),
        new("MET-115", "paget", "Paget disease of bone", AllOf(Present("condition.paget-disease-of-bone"), Met("GEN-017")), "bone disease; counts only with a high calcium or phosphate", "brief ct:59", CausePattern.PthIndependent),
        new("MET-120", "hpt_primary", "Primary hyperparathyroidism",
            AnyOf(Present("condition.hyperparathyroidism-primary"), AllOf(Present("lab.calcium.high"), Present("lab.pth.high"), Present("renal.normal"), UnlessKnown("lab.phosphate.high"))),
            "the product may be normal because phosphate is low", "ct:45 ct:57 brief", CausePattern.Hyperparathyroid),
        new("MET-121", "hpt_tertiary", "Tertiary hyperparathyroidism",
            AnyOf(Present("condition.hyperparathyroidism-tertiary"), AllOf(Present("lab.calcium.high"), Present("lab.pth.high"), AnyPresent("renal.uraemic", "renal.advanced"))),
            "autonomous parathyroids in long kidney disease", "ct:45 brief", CausePattern.Hyperparathyroid),
        new("MET-122", "hpt", "Hyperparathyroidism", Present("condition.hyperparathyroidism"), "overactive parathyroids", "brief ct:45", CausePattern.Hyperparathyroid),
        new("MET-130", "ckd_dialysis", "Kidney failure on dialysis", Present("renal.dialysis"), "the commonest cause", "brief ct:8 ct:56", CausePattern.Kidney),
        new("MET-131", "ckd", "Chronic kidney failure",
            AnyOf(Present("renal.advanced"), AllOf(Present("renal.ckd"), AnyPresent("lab.phosphate.high", "lab.pth.high"))), "the commonest cause", "brief ct:8", CausePattern.Kidney),
        new("MET-123", "hpt_secondary", "Secondary hyperparathyroidism",
            AnyOf(Present("condition.hyperparathyroidism-secondary"), AllOf(Present("lab.pth.high"), Absent("lab.calcium.high"), Present("renal.ckd"))),
            "the parathyroids answer to kidney disease", "ct:45 brief", CausePattern.Other),
        new("MET-140", "hypoparathyroidism", "Hypoparathyroidism",
            AnyOf(Present("condition.hypoparathyroidism"), AllOf(Present("lab.calcium.low"), Present("lab.phosphate.high"), Present("lab.pth.low"))), "phosphate is high; skin deposits are often bone", "ct:105", CausePattern.Other),
        new("MET-141", "php", "Pseudohypoparathyroidism",
            AnyOf(Present("condition.pseudohypoparathyroidism"), AllOf(Present("lab.calcium.low"), Present("lab.phosphate.high"), Present("lab.pth.high"), Present("renal.normal"))),
            "phosphate is high; skin deposits are often bone", "ct:44", CausePattern.Other),
        new("MET-142", "hyperphosphataemia_other", "Rhabdomyolysis, haemolysis or acromegaly",
            AllOf(AnyPresent("condition.rhabdomyolysis", "condition.haemolysis", "condition.acromegaly"), Present("lab.phosphate.high")), "phosphate is spilled or retained", "policy", CausePattern.Other),
    ];
}
