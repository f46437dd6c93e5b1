using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Hosts of calciphylaxis without kidney failure: one major condition, or findings from two different groups of minor
/// ones. Kept apart from the lesion because the lesion makes the diagnosis and the host only carries it.
/// </summary>
internal static class CalciphylaxisHosts
{
    public static IEnumerable<Rule> Rules() => [.. Major(), .. Minor(), Any()];

    private static Rule Any() =>
        Criterion("CPX-300", "Host without kidney failure (H3)",
            AnyOf(Met("CPX-301"), Met("CPX-302"), Met("CPX-303"), Met("CPX-304"), Met("CPX-305"), Met("CPX-306"),
                AtLeastOf(2, Met("CPX-311"), Met("CPX-312"), Met("CPX-313"), Met("CPX-314"), Met("CPX-315"), Met("CPX-316"))),
            "a condition in which calciphylaxis happens without kidney failure", "ct:89 policy");

    private static Rule[] Major() =>
    [
        Criterion("CPX-301", "Primary hyperparathyroidism", AnyOf(Present("condition.hyperparathyroidism-primary"), Met("MET-120")), "28 % of non-uraemic cases", "ct:89"),
        Criterion("CPX-302", "Cancer",
            AnyPresent("condition.malignancy", "condition.multiple-myeloma", "condition.leukaemia", "condition.lymphoma", "condition.bone-metastases"),
            "22 % of non-uraemic cases", "ct:89"),
        Criterion("CPX-303", "Alcoholic liver disease", Present("condition.alcoholic-liver-disease"), "17 % of non-uraemic cases", "ct:89"),
        Criterion("CPX-304", "Connective tissue disease", Met("DYS-191"), "11 % of non-uraemic cases", "ct:89 ct:101"),
        Criterion("CPX-305", "Vitamin K antagonist at onset or within 90 days before", Present("exposure.vitamin-k-antagonist.recent"),
            "the strongest drug risk, odds ratio 11.4", "ct:83 ct:90", EvidenceWeight.Moderate),
        Criterion("CPX-306", "Thrombophilia",
            AnyOf(
                AnyPresent("condition.thrombophilia", "condition.protein-c-deficiency", "condition.protein-s-deficiency", "condition.antiphospholipid-syndrome",
                    "lab.lupus-anticoagulant.positive", "lab.anticardiolipin.positive", "lab.anti-beta2-glycoprotein.positive", "lab.antiphospholipid-antibody.positive"),
                AllOf(AnyPresent("lab.protein-c.low", "lab.protein-s.low"), UnlessKnown("exposure.vitamin-k-antagonist.recent"), UnlessKnown("patient.infant"))),
            "clotting disorders go with it", "ct:91"),
    ];

    private static Rule[] Minor() =>
    [
        Criterion("CPX-311", "Obesity or rapid weight loss", AnyPresent("condition.obesity", "measurement.bmi-at-least-30", "condition.weight-loss"), "obesity or rapid weight loss", "ct:89 ct:87", EvidenceWeight.Weak),
        Criterion("CPX-312", "Diabetes or insulin", AnyPresent("condition.diabetes-mellitus", "exposure.insulin"), "diabetes or insulin injections", "ct:82 ct:88", EvidenceWeight.Weak),
        Criterion("CPX-313", "Low albumin, malnutrition or cirrhosis", AnyPresent("lab.albumin.low", "condition.malnutrition", "condition.cirrhosis"), "low albumin", "ct:83 ct:85 lab:73", EvidenceWeight.Weak),
        Criterion("CPX-314", "Corticosteroid, chemotherapy, inflammation or sepsis",
            AnyPresent("exposure.systemic-corticosteroid.recent", "exposure.chemotherapy", "condition.systemic-inflammation", "condition.sepsis"),
            "steroids came before 61 % of non-uraemic cases", "ct:89 ct:84", EvidenceWeight.Weak),
        Criterion("CPX-315", "POEMS, Crohn disease, or sarcoidosis with high calcium",
            AnyOf(Present("condition.poems-syndrome"), Present("condition.crohn-disease"), AllOf(Present("condition.sarcoidosis"), Present("lab.calcium.high"))),
            "single cases", "ct:81 ct:96", EvidenceWeight.Weak),
        Criterion("CPX-316", "Teriparatide", Present("exposure.teriparatide"), "twelve cases, all with further risks", "ct:117", EvidenceWeight.Weak),
    ];
}
