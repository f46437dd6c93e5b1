using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// What looks like calcinosis and is something else, as far as it caps levels. A weak or shared sign caps nothing; the
/// cap needs the specific finding, or the other diagnosis made for this lesion.
/// </summary>
internal static class MimicRules
{
    /// <summary>Diagnoses that explain a calciphylaxis-like lesion; codes without their prefix.</summary>
    public static IReadOnlyList<string> CalciphylaxisLookAlikes { get; } =
    [
        "warfarin-necrosis", "cholesterol-emboli", "oxalosis", "vasculitis", "pyoderma-gangrenosum", "martorell-ulcer", "peripheral-arterial-disease", "hit", "hydroxyurea-ulcer",
        "livedoid-vasculopathy", "dic", "infection", "antiphospholipid-syndrome", "thromboangiitis-obliterans",
    ];

    private static readonly IReadOnlyList<CalcinosisType> AllTypes = TypeOrder.All;

    public static IEnumerable<Rule> Rules() => [.. Signs(), .. Caps()];

    private static Rule[] Signs() =>
    [
        Criterion("MIM-101", "Bone in the tissue",
            AllOf(AnyPresent("histology.bone", "histology.osteocytes"), UnlessMet(Met("MIM-102"), "histology.metaplastic-bone")), "bone, not calcium salt", "ct:43 ct:111", EvidenceWeight.Strong),
        Criterion("MIM-102", "Bone beside calcium in a venous ulcer, scar or pilomatricoma",
            AllOf(
                AnyPresent("histology.dermal-calcium", "histology.subcutaneous-calcium", "histology.calcium", "histology.upper-dermal-calcium"),
                AnyPresent("condition.venous-ulcer", "condition.venous-insufficiency", "condition.scar", "condition.burn-scar", "condition.surgical-scar", "condition.pilomatricoma", "histology.ghost-cells")),
            "metaplastic bone beside calcium", "ct:30 ct:37"),
        Criterion("MIM-110", "Gout shown",
            AnyPresent("histology.urate-needles", "histology.needle-clefts", "spectroscopy.urate", "differential.gout"), "urate, not calcium", "ct:103 ct:111", EvidenceWeight.Strong),
        Criterion("MIM-111", "Foreign body shown", AnyPresent("histology.silicone", "spectroscopy.silicone", "differential.foreign-body"), "a foreign body", "ct:60", EvidenceWeight.Strong),
        Criterion("MIM-112", "Lesion without calcium: xanthoma, cyst, wart or infection, diagnosed",
            AnyPresent("differential.xanthoma", "differential.milia", "differential.molluscum", "differential.wart", "differential.steatocystoma", "differential.cellulitis", "differential.albright-osteodystrophy"),
            "another diagnosis was made for this lesion", "ct:70 ct:76", EvidenceWeight.Strong),
        Criterion("MIM-113", "Calcium outside the skin, diagnosed",
            AnyPresent("differential.calcified-artery", "differential.phlebolith", "differential.calcified-lymph-node", "differential.calcific-tendonitis", "differential.synovial-chondromatosis",
                "differential.synovial-sarcoma", "differential.osteosarcoma", "differential.myositis-ossificans"),
            "the calcium lies in another structure", "ct:64", EvidenceWeight.Strong),
        Criterion("MIM-114", "Calcium filler at the place", AllOf(Present("exposure.calcium-filler"), UnlessMet(Absent("exposure.calcium-filler.at-site"), "exposure.calcium-filler.elsewhere")),
            "calcium hydroxyapatite filler shows on film and makes nodules", "ct:118", EvidenceWeight.Strong),
        Criterion("MIM-115", "Nephrogenic systemic fibrosis, diagnosed", Present("differential.nephrogenic-systemic-fibrosis"), "fibrosis after gadolinium", "ct:99 ct:96", EvidenceWeight.Strong),
        Criterion("MIM-120", "A look-alike of calciphylaxis is made out",
            AnyPresent([.. CalciphylaxisLookAlikes.Except(["martorell-ulcer", "oxalosis"], StringComparer.Ordinal).Select(code => "differential." + code)]),
            "another diagnosis was made for this lesion", "ct:96 ct:108", EvidenceWeight.Strong),
        Criterion("MIM-121", "Martorell ulcer, emboli with clefts, or oxalosis",
            AnyPresent("differential.martorell-ulcer", "differential.oxalosis", "histology.cholesterol-clefts", "histology.oxalate-crystals", "spectroscopy.oxalate"),
            "calcified vessels occur here too", "ct:95 ct:96 ct:100", EvidenceWeight.Strong),
        Criterion("MIM-130", "A deposit was taken out", AnyPresent("histology.calcium", "histology.dermal-calcium", "histology.subcutaneous-calcium", "histology.upper-dermal-calcium"),
            "tissue is there to be examined", "lab:50", EvidenceWeight.Weak),
    ];

    private static Rule[] Caps() =>
    [
        new Rule
        {
            Id = "MIM-C01", Kind = RuleKind.Cap, Title = "Bone, not calcium salt", Types = AllTypes, Level = Certainty.Unlikely, Effect = CapEffect.Exactly,
            When = Met("MIM-101"), Text = "histology shows bone: osteoma cutis and its causes come first", Sources = ["ct:43", "ct:111"],
        },
        Cap("MIM-C02", "Gout or foreign body", AllTypes, Certainty.Possible, AnyOf(Met("MIM-110"), Met("MIM-111")), "the deposit is, or also is, something else", "ct:103 ct:60"),
        Cap("MIM-C03", "Another diagnosis, no calcium shown", AllTypes, Certainty.Possible, AllOf(Met("MIM-112"), UnlessMet(Met("GEN-001"), "lesion.calcification-proven")), "another diagnosis was made and no calcium is shown", "ct:70 ct:76"),
        Cap("MIM-C04", "Calcium that is not in the skin, or filler", AllTypes, Certainty.Possible, AnyOf(Met("MIM-113"), Met("MIM-114")), "the calcium is not a skin disease", "ct:64 ct:118"),
        Cap("MIM-C05", "Nephrogenic systemic fibrosis", AllTypes, Certainty.Possible, Met("MIM-115"), "fibrosis after gadolinium may calcify", "ct:99"),
        Cap("MIM-C06", "Look-alike of calciphylaxis", [CalcinosisType.Calciphylaxis], Certainty.Possible,
            AllOf(Met("MIM-120"), UnlessMet(Met("CPX-120"), "histology.small-vessel-calcification")), "another diagnosis was made for this lesion", "ct:96 ct:108"),
        Cap("MIM-C07", "Look-alike with calcified vessels", [CalcinosisType.Calciphylaxis], Certainty.Possible, Met("MIM-121"), "these show calcified vessels as well", "ct:95 ct:100"),
        Cap("MIM-C08", "Calcium was looked for and is not there",
            [CalcinosisType.Iatrogenic, CalcinosisType.Dystrophic, CalcinosisType.Metastatic, CalcinosisType.Idiopathic], Certainty.Possible,
            AllOf(
                AnyOf(Present("histology.calcium-not-found"), AllOf(Present("imaging.calcium-not-found"), UnlessMet(Met("IDI-081"), "idiopathic.small-papules"))),
                UnlessMet(Met("GEN-001"), "lesion.calcification-proven"), UnlessKnown("lesion.cleared")),
            "film or biopsy should have shown calcium and did not", "policy ct:70", RuleStatus.Policy),
    ];
}
