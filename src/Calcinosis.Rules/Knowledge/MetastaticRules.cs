using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Metastatic calcinosis: a whole-body mineral disturbance (G1), its cause (G2) and a fitting distribution (G3).</summary>
internal static class MetastaticRules
{
    public static IEnumerable<Rule> Rules(TumoralCalcinosisPolicy tumoral) =>
        [.. Distribution(tumoral), .. Levels(tumoral), .. Caps(), .. AgainstAndLabels(tumoral)];

    private static Rule[] Distribution(TumoralCalcinosisPolicy tumoral) =>
    [
        Criterion("MET-010", "Mineral disturbance that is not an inherited phosphate disorder (G1)",
            tumoral == TumoralCalcinosisPolicy.Mechanism ? Met("GEN-010") : AllOf(Met("GEN-010"), UnlessMet(Met("IDI-010"), "idiopathic.ftc")),
            "calcium or phosphate was disturbed at or before onset", "ct:1 brief ct:61", EvidenceWeight.Required),
        Criterion("MET-011", "Calcium suspected to be high", Present("lab.calcium.suspected-high"),
            "calcium is high only after correction for albumin; ionised calcium would decide", "ct:49", EvidenceWeight.Moderate),
        Criterion("MET-012", "Mild band of the product", Present("lab.product.mild"), "product of 55 to 70 with a borderline component", "ct:46 ct:8", EvidenceWeight.Moderate),
        Criterion("MET-020", "Lies only in damaged or ischaemic skin, or at a named idiopathic site",
            AnyOf(
                Present("lesion.only-in-damaged-skin"),
                Present("lesion.confined-to-exposure"),
                Present("lesion.in-cause-field"),
                Met("CPX-102"),
                AllOf(Present("lesion.necrosis"), UnlessMet(Met("MET-022"), "lesion.periarticular")),
                Present("site.only-scrotum"),
                AllOf(Present("onset.under-18-years"), Present("site.only-lid-ear-face-scalp"))),
            "needled, injured, inflamed or ischaemic skin, or a named idiopathic site", "ct:9 policy"),
        Criterion("MET-021", "Around joints, in several places, or in organs too (G3)",
            AnyOf(
                Met("GEN-020"),
                AllOf(Present("lesion.periarticular"), Present("site.wrist-ankle")),
                AllOf(Present("lesion.two-regions"), Met("GEN-021")),
                AnyPresent("condition.organ-calcification", "imaging.organ-calcification", "imaging.sedimentation-sign", "imaging.lobulated-calcification")),
            "deposits around joints, in several places or in organs", "ct:9 ct:58 ct:64"),
        Criterion("MET-022", "Mass around a joint", AllOf(Met("GEN-020"), AnyPresent("lesion.mass", "lesion.nodule")), "mass around a joint", "ct:56"),
    ];

    private static IEnumerable<Rule> Levels(TumoralCalcinosisPolicy tumoral)
    {
        var elsewhere = UnlessMet(Met("MET-020"), "lesion.only-in-damaged-skin");
        Clause[] byMechanism = tumoral == TumoralCalcinosisPolicy.Mechanism ? [Met("IDI-011")] : [];
        return
        [
            Level(Metastatic, Excluded, "MET-EXC",
                AllOf(No(Met("GEN-010")), Absent("lab.pth.high"), Absent("lab.pth.low"), Present("renal.normal"), Absent("condition.mineral-disorder-cause")),
                "Calcium, phosphate, PTH and kidney function are known normal near onset and no cause exists", "ct:1 policy"),
            Level(Metastatic, Established, "MET-EST",
                AnyOf([
                    AllOf(
                        Met("GEN-002"), Met("MET-010"), Met("GEN-014"), Met("MET-197"), Met("MET-021"), elsewhere,
                        UnlessKnown("condition.local-damage"), UnlessReached(Calciphylaxis, Probable), UnlessReached(Iatrogenic, Probable)),
                    .. byMechanism,
                ]),
                "Calcium shown, strong mineral disturbance, its cause, and a fitting distribution", "ct:2 ct:56 policy"),
            Level(Metastatic, Probable, "MET-PRO",
                AnyOf(
                    AllOf(Met("MET-010"), Met("MET-199"), elsewhere),
                    AllOf(Met("MET-010"), Met("MET-021"), elsewhere),
                    AllOf(Met("MET-011"), Met("MET-199"), Met("MET-021"), elsewhere)),
                "Mineral disturbance with a cause or a fitting distribution"),
            Level(Metastatic, Possible, "MET-POS",
                AnyOf(
                    AllOf(AnyOf(Met("MET-010"), Met("MET-011"), Met("MET-012")), elsewhere),
                    AllOf(AnyOf(Met("MET-199"), Met("MET-198")), UnlessMet(No(Met("MET-010")), "lab.minerals-normal-at-onset"), elsewhere)),
                "Mineral disturbance, or a cause of one while the values at onset are not known"),
            Level(Metastatic, Unlikely, "MET-UNL", AnyOf(No(Met("MET-010")), Met("MET-020")),
                "Minerals normal near onset and untreated, or the lesion lies only in damaged skin"),
        ];
    }

    private static IEnumerable<Rule> Caps() =>
    [
        Cap("MET-C01", "Inherited phosphate disorder possible, kidney function unknown", [Metastatic], Possible,
            AllOf(Met("IDI-012"), UnlessKnown("renal.normal"), UnlessMet(Met("IDI-013"), "renal.ckd")),
            "high phosphate with the picture of familial tumoral calcinosis: kidney function decides between the two", "ct:61 policy"),
        .. SharedCriteria.ContradictionCaps(Metastatic, "MET", AnyOf(Met("MET-199"), Met("GEN-014"))),
    ];

    private static IEnumerable<Rule> AgainstAndLabels(TumoralCalcinosisPolicy tumoral) =>
    [
        Against(Metastatic, "MET-A01", "Calcium and phosphate normal", No(Met("GEN-010")), "calcium and phosphate are normal near onset", "ct:1 brief", EvidenceWeight.Strong),
        Against(Metastatic, "MET-A02", "Only in damaged skin or at a named idiopathic site", Met("MET-020"), "the lesion lies only in damaged skin or at a named idiopathic site", "ct:9", EvidenceWeight.Strong),
        Against(Metastatic, "MET-A03", "Phosphate not high in kidney failure", AllOf(Present("renal.uraemic"), Absent("lab.phosphate.high")), "all of 12 dialysis patients with tumoral masses had a high phosphate", "ct:56", EvidenceWeight.Moderate),
        Against(Metastatic, "MET-A04", "Sheets along fascia", AnyPresent("imaging.sheet-like-calcification", "lesion.sheet"), "sheets along fascia point to connective tissue disease", "ct:22", EvidenceWeight.Moderate),
        Against(Metastatic, "MET-A05", "Reticular pattern on the leg", AllOf(Present("imaging.reticular-calcification"), Present("site.lower-leg")), "a reticular pattern on the leg is venous", "ct:28", EvidenceWeight.Moderate),
        Against(Metastatic, "MET-A06", "Acral deposits with Raynaud phenomenon", AllOf(Present("site.digits"), Present("condition.raynaud")), "acral deposits with Raynaud point to scleroderma", "ct:12", EvidenceWeight.Weak),
        new Rule
        {
            Id = "MET-L01", Kind = RuleKind.AlternativeLabel, Types = [tumoral == TumoralCalcinosisPolicy.Mechanism ? Metastatic : Idiopathic],
            Key = tumoral == TumoralCalcinosisPolicy.Mechanism ? "idiopathic:ftc_hyperphosphataemic" : "metastatic:hftc",
            Title = "Inherited phosphate disorder", When = Met("IDI-010"),
            Text = "an inherited phosphate disorder: idiopathic by convention, metastatic by its mechanism", Sources = ["ct:61", "ct:62", "ct:112"],
        },
        new Rule
        {
            Id = "MET-L02", Kind = RuleKind.AlternativeLabel, Types = [Dystrophic], Key = "idiopathic:scrotal",
            Title = "Calcified scrotal cysts", When = AllOf(Present("histology.cyst-wall.all"), Present("site.only-scrotum")),
            Text = "conventionally called idiopathic scrotal calcinosis", Sources = ["ct:65", "brief"],
        },
    ];
}
