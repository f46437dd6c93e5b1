using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Facts that several types read: is there calcium, is the mineral balance disturbed, is the kidney failing.</summary>
internal static class SharedCriteria
{
    public static IEnumerable<Rule> Rules() => [.. Calcium(), .. Minerals(), .. Lesions()];

    private static Rule[] Calcium() =>
    [
        Criterion("GEN-001", "Calcium is shown in the lesion", Present("lesion.calcification-proven"),
            "calcium was seen in the tissue or on an image", "ct:111 ct:5 policy", EvidenceWeight.Required),
        Criterion("GEN-002", "Calcium is shown as a deposit, not in vessel walls alone",
            AllOf(Met("GEN-001"), UnlessKnown("lesion.calcium-only-in-vessels")),
            "calcium was seen in the tissue or on an image", "ct:111 ct:5 ct:94 policy", EvidenceWeight.Required),
    ];

    private static Rule[] Minerals() =>
    [
        Criterion("GEN-010", "Mineral disturbance (G1)",
            AnyOf(Met("GEN-011"), Met("GEN-012"), Met("GEN-013"), Present("lab.mineral-peak-at-onset")),
            "calcium or phosphate was disturbed at or before onset", "ct:1 brief", EvidenceWeight.Required),
        Criterion("GEN-011", "Calcium high", Present("lab.calcium.high"), "calcium is above its range", "ct:1 ct:109", EvidenceWeight.Required),
        Criterion("GEN-012", "Phosphate high for age", Present("lab.phosphate.high"), "phosphate is above the range for age", "ct:50 ct:56", EvidenceWeight.Required),
        Criterion("GEN-013", "Reported product above 70, components not known",
            AllOf(Present("lab.product.above-70"), UnlessMet(AllOf(Absent("lab.calcium.high"), Absent("lab.phosphate.high")), "lab.components-normal")),
            "above 70 mg2/dL2 calcium phosphate falls out in normal tissue", "ct:2 ct:3 ct:47", EvidenceWeight.Strong),
        Criterion("GEN-014", "Strong mineral disturbance",
            AnyOf(Met("GEN-013"), Present("lab.calcium-ionised.high"), Present("lab.phosphate.above-1-5x")),
            "a product above 70, a high ionised calcium or a phosphate above 1.5 times its limit", "ct:2 ct:49 policy", EvidenceWeight.Strong),
        Criterion("GEN-015", "Calcium and phosphate known normal",
            AllOf(
                AnyOf(Absent("lab.calcium.high"), AllOf(Present("lab.calcium.suspected-high"), UnlessKnown("lab.calcium.high"))),
                Absent("lab.phosphate.high"),
                Absent("lab.mineral-peak-before-treatment")),
            "calcium and phosphate are not high", "ct:1 brief", EvidenceWeight.Strong),
        Criterion("GEN-016", "Calcium and phosphate known normal, nothing suspected",
            AllOf(Absent("lab.calcium.high"), Absent("lab.phosphate.high"), Absent("lab.mineral-peak-before-treatment")),
            "calcium and phosphate are normal for age", "ct:1 brief", EvidenceWeight.Required),
        Criterion("GEN-017", "Calcium or phosphate high", AnyOf(Present("lab.calcium.high"), Present("lab.phosphate.high")),
            "a mineral value is high", "ct:1"),
    ];

    private static Rule[] Lesions() =>
    [
        Criterion("GEN-020", "Around a joint",
            AnyOf(Present("lesion.periarticular"), Present("site.large-joint")),
            "deposits around large joints", "ct:9 ct:58"),
        Criterion("GEN-021", "Mass or nodule", AnyPresent("lesion.mass", "lesion.nodule", "lesion.swelling", "lesion.calcified-deposit", "lesion.plaque"),
            "a lump", "ct:9", EvidenceWeight.Weak),
        Criterion("GEN-022", "Necrosis spreads beyond the place of an exposure", Present("lesion.spread-beyond-exposure"),
            "necrosis or purpura lies beyond the exposed place", "policy", EvidenceWeight.Moderate, RuleStatus.Policy),
        Criterion("GEN-023", "The look of a deposit",
            AnyPresent(
                "lesion.nodule", "lesion.papule", "lesion.plaque", "lesion.mass", "lesion.ulcer", "lesion.induration", "lesion.milia-like", "lesion.cyst-like", "lesion.sheet", "lesion.vein-track",
                "lesion.armour-plates", "lesion.warty", "lesion.swelling", "lesion.calcified-deposit", "lesion.chalky-discharge", "lesion.violaceous-plaque", "lesion.netlike-plaque"),
            "a lump, a hard place, or an ulcer over one", "ct:9 brief", EvidenceWeight.Weak),
        Criterion("GEN-024", "Only discoloured, blistered or dying skin is described, and no deposit shown",
            AllOf(
                AnyPresent("lesion.necrosis", "lesion.purpura", "lesion.livedo", "lesion.livedo-reticularis", "lesion.erythema", "lesion.bulla"),
                UnlessMet(Met("GEN-023"), "lesion.deposit-look"), UnlessMet(Met("GEN-002"), "lesion.calcification-proven"), UnlessMet(Met("DYS-180"), "histology.local-cause")),
            "nothing that could hold a deposit is described", "policy", EvidenceWeight.Moderate, RuleStatus.Policy),
        Cap("GEN-C02", "Calcium only in vessel walls", [CalcinosisType.Dystrophic, CalcinosisType.Metastatic, CalcinosisType.Idiopathic], Certainty.Possible,
            AllOf(Present("lesion.calcium-only-in-vessels"), UnlessMet(Met("DYS-180"), "histology.local-cause")),
            "calcium was shown in vessel walls and nowhere else: that is no deposit", "ct:94 policy", RuleStatus.Policy),
        Cap("GEN-C03", "Painful in kidney failure, and no deposit seen", [CalcinosisType.Metastatic], Certainty.Possible,
            Met("CPX-107"), "pain without a lump or calcium that was seen: calciphylaxis comes first", "ct:92 ct:58 policy", RuleStatus.Policy),
        Cap("GEN-C01", "No deposit described or shown", [CalcinosisType.Dystrophic, CalcinosisType.Metastatic, CalcinosisType.Idiopathic], Certainty.Possible,
            Met("GEN-024"), "only discoloured or dying skin is described; no lump, no hard place, no calcium", "policy", RuleStatus.Policy),
    ];

    /// <summary>Findings stated both ways cap what reads them; strong evidence that stands without them leaves probable open.</summary>
    public static IEnumerable<Rule> ContradictionCaps(CalcinosisType type, string prefix, Clause strongEvidence) =>
    [
        Cap($"{prefix}-C90", "Contradictory findings", [type], Certainty.Possible,
            AllOf(new Contradicted(type), UnlessMet(strongEvidence, $"type.{prefix}.strong-evidence")),
            "a finding that this type rests on was stated both ways", "policy", RuleStatus.Policy),
        Cap($"{prefix}-C91", "Contradictory findings beside strong evidence", [type], Certainty.Probable, new Contradicted(type),
            "a finding that this type rests on was stated both ways", "policy", RuleStatus.Policy),
    ];
}
