using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Look-alikes that the findings call to mind. The specific finding caps (see <see cref="MimicRules"/>); a weak sign only notes.</summary>
internal static class CautionRules
{
    public static IEnumerable<Rule> Rules() => [.. Capping(), .. Notes()];

    private static Rule[] Capping() =>
    [
        Caution("MIM-01", "osteoma-cutis", CautionAction.CapUnlikely, Met("MIM-101"), "bone in the tissue: osteoma cutis; in a child look for pseudohypoparathyroidism and GNAS", "ct:43 ct:44 ct:111"),
        Caution("MIM-02", "gout", CautionAction.CapPossible, Met("MIM-110"), "urate is shown: gouty tophus; it may coexist", "ct:103 ct:111"),
        Caution("MIM-03", "foreign-body", CautionAction.CapPossible, Met("MIM-111"), "foreign material is shown", "ct:60"),
        Caution("MIM-04", "other-skin-lesion", CautionAction.CapPossible, Met("MIM-112"), "another diagnosis was made for this lesion", "ct:70 ct:76"),
        Caution("MIM-05", "calcium-elsewhere", CautionAction.CapPossible, Met("MIM-113"), "the calcium lies in another structure", "ct:64"),
        Caution("MIM-06", "calcium-filler", CautionAction.CapPossible, Met("MIM-114"), "filler of calcium hydroxyapatite shows on film and is no calcinosis", "ct:118"),
        Caution("MIM-07", "nephrogenic-systemic-fibrosis", CautionAction.CapPossible, Met("MIM-115"), "nephrogenic systemic fibrosis was diagnosed", "ct:99"),
        Caution("MIM-08", "calciphylaxis-look-alike", CautionAction.CapPossible, AnyOf(Met("MIM-120"), Met("MIM-121")), "another cause of ischaemic skin is made out", "ct:95 ct:96 ct:108"),
    ];

    private static Rule[] Notes() =>
    [
        Note("MIM-20", "gout", AllOf(AnyPresent("lab.uric-acid.high", "condition.gout"), AnyOf(Present("lesion.chalky-discharge"), Present("lesion.nodule"), Present("lesion.mass"))), "uric acid or gout: a tophus also drains chalk; look for needle-shaped crystals", "ct:103"),
        Note("MIM-21", "xanthoma", AllOf(AnyPresent("lab.triglycerides.high", "lab.cholesterol.high"), AnyPresent("lesion.papule", "lesion.nodule"), UnlessMet(Met("GEN-001"), "lesion.calcification-proven")), "high lipids: yellow papules may be xanthomas", "ct:70"),
        Note("MIM-22", "rheumatoid-nodule", AllOf(AnyOf(Present("differential.rheumatoid-nodule"), AllOf(Present("condition.rheumatoid-arthritis"), Present("lesion.nodule"))), UnlessMet(Met("GEN-001"), "lesion.calcification-proven")), "an elbow nodule in rheumatoid arthritis may hold no calcium", "ct:103"),
        Note("MIM-23", "osteoma-cutis", AllOf(AnyPresent("condition.short-stature", "condition.round-face", "condition.short-metacarpals", "condition.pseudohypoparathyroidism"), UnlessMet(Met("MIM-101"), "histology.bone")), "features of Albright osteodystrophy: the deposits may be bone", "ct:44"),
        Note("MIM-24", "miliary-osteoma", AllOf(Present("condition.acne"), Present("lesion.papule"), UnlessMet(Met("MIM-101"), "histology.bone")), "hard papules in acne scars are often bone", "ct:43"),
        Note("MIM-25", "nephrogenic-systemic-fibrosis", AllOf(Present("exposure.gadolinium"), AnyPresent("renal.uraemic", "renal.egfr-below-30"), AnyPresent("lesion.induration", "lesion.plaque")), "gadolinium in kidney failure with indurated skin", "ct:99 ct:96"),
        Note("MIM-26", "warfarin-necrosis", Present("exposure.vitamin-k-antagonist.started-1-10-days"), "necrosis in the first 10 days of a vitamin K antagonist is warfarin necrosis; calciphylaxis comes after months", "ct:96 ct:104"),
        Note("MIM-27", "cholesterol-emboli", AllOf(Present("exposure.angiography"), AnyPresent("lesion.livedo", "lesion.livedo-reticularis", "lesion.necrosis")), "livedo or necrosis after angiography may be cholesterol emboli", "ct:96"),
        Note("MIM-28", "oxalosis", AllOf(Present("condition.kidney-stones"), Present("renal.uraemic"), AnyPresent("lesion.livedo", "lesion.necrosis")), "stones since youth with kidney failure: oxalosis", "ct:100"),
        Note("MIM-29", "vasculitis", AllOf(AnyPresent("lab.anca.positive", "lab.cryoglobulins.positive"), AnyPresent("lesion.purpura", "lesion.ulcer")), "ANCA or cryoglobulins: vasculitis", "ct:96"),
        Note("MIM-30", "martorell-ulcer", AllOf(Present("condition.hypertension"), Present("site.laterodorsal-leg"), Present("lesion.ulcer"), Present("lesion.pain")), "painful ulcer of the lateral lower leg with high blood pressure: Martorell ulcer has the same histology", "ct:95"),
        Note("MIM-31", "peripheral-arterial-disease", AllOf(AnyPresent("condition.weak-pulses", "condition.claudication", "condition.peripheral-arterial-disease"), AnyPresent("lesion.necrosis", "lesion.ulcer")), "weak pulses or claudication: arterial disease", "ct:96"),
        Note("MIM-32", "hydroxyurea-ulcer", AllOf(Present("exposure.hydroxyurea"), Present("lesion.ulcer")), "hydroxyurea causes painful ankle ulcers", "ct:108"),
        Note("MIM-33", "antiphospholipid-syndrome", AllOf(AnyPresent("condition.antiphospholipid-syndrome", "lab.lupus-anticoagulant.positive", "lab.anticardiolipin.positive", "lab.antiphospholipid-antibody.positive"), AnyPresent("lesion.livedo", "lesion.necrosis", "lesion.ulcer")),
            "antiphospholipid antibodies cause livedo and necrosis, and are a risk for calciphylaxis as well", "ct:91 ct:108"),
        Note("MIM-34", "infection", AllOf(AnyPresent("condition.fever", "condition.spreading-redness"), AnyPresent("lesion.erythema", "lesion.swelling", "lesion.plaque")), "a red hot plaque may be cellulitis or abscess; calcium extravasation looks the same early", "ct:70 ct:73"),
        Note("MIM-35", "marjolin-ulcer", AnyOf(Present("differential.marjolin-ulcer"), AllOf(Present("condition.burn-scar"), Present("lesion.ulcer"))), "an ulcer in an old burn scar may be a carcinoma", "ct:31"),
        Note("MIM-36", "skin-cancer", AllOf(AnyPresent("lesion.growing", "lesion.ulcer"), Present("site.lid-ear-face-scalp"), Present("patient.adult")), "a growing or ulcerated facial lump: think of skin cancer first", "ct:115"),
        Note("MIM-37", "martorell-or-calciphylaxis", AllOf(Met("DYS-171"), Present("lesion.pain.severe")), "very painful leg with venous disease: Martorell ulcer and calciphylaxis come into question", "ct:28 ct:95"),
    ];

    private static Rule Caution(string id, string mimic, CautionAction action, Clause when, string text, string sources) =>
        new() { Id = id, Kind = RuleKind.Caution, Title = text, Key = mimic, Action = action, When = when, Text = text, Sources = Split(sources) };

    private static Rule Note(string id, string mimic, Clause when, string text, string sources) => Caution(id, mimic, CautionAction.Note, when, text, sources);
}
