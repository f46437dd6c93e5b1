using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Look-alikes that the findings call to mind. The specific finding caps (see <see cref="MimicRules"/>); a weak sign only notes.</summary>
internal static class CautionRules
{
    public static IEnumerable<Rule> Rules() => [.. Capping(), .. Notes(), .. IschaemicSkin()];

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

    /// <summary>Deposits that are something else, or hold no calcium.</summary>
    private static Rule[] Notes() =>
    [
        Note("MIM-20", "gout", AllOf(AnyPresent("lab.uric-acid.high", "condition.gout"), AnyPresent("lesion.chalky-discharge", "lesion.nodule", "lesion.mass")), "uric acid or gout: a tophus also drains chalk; look for needle-shaped crystals", "ct:103"),
        Note("MIM-46", "gout", AllOf(Present("imaging.bone-erosion"), Present("site.tophus"), AnyPresent("lesion.nodule", "lesion.mass", "lesion.chalky-discharge")), "punched-out erosion beside a nodule of ear, elbow or digit: a gouty tophus comes into question", "ct:103 ct:111"),
        Note("MIM-21", "xanthoma", AllOf(AnyPresent("lab.triglycerides.high", "lab.cholesterol.high", "condition.dyslipidaemia"), AnyPresent("lesion.papule", "lesion.nodule"), NoCalciumShown), "high lipids: yellow papules may be xanthomas", "ct:70"),
        Note("MIM-22", "rheumatoid-nodule", AllOf(AnyPresent("condition.rheumatoid-arthritis", "lab.rheumatoid-factor.positive", "lab.anti-ccp.positive", "differential.rheumatoid-nodule"), Present("lesion.nodule"), NoCalciumShown), "an elbow nodule in rheumatoid arthritis may hold no calcium", "ct:103"),
        Note("MIM-23", "osteoma-cutis",
            AllOf(
                AnyOf(AnyPresent("condition.short-stature", "condition.round-face", "condition.short-metacarpals", "condition.pseudohypoparathyroidism", "gene.gnas"),
                    AllOf(Present("lab.calcium.low"), Present("lab.phosphate.high"), Present("lab.pth.high")),
                    AllOf(Present("lab.tsh.high"), Present("onset.under-18-years"), Present("lesion.plaque"))),
                UnlessMet(Met("MIM-101"), "histology.bone")),
            "features of Albright osteodystrophy or pseudohypoparathyroidism: the deposits may be bone", "ct:44"),
        Note("MIM-24", "miliary-osteoma", AllOf(Present("condition.acne"), Present("lesion.papule"), UnlessMet(Met("MIM-101"), "histology.bone")), "hard papules in acne scars are often bone", "ct:43"),
        Note("MIM-47", "pilomatricoma", AllOf(Present("onset.under-18-years"), Present("site.head-neck"), Present("lesion.nodule"), AnyPresent("lesion.tent-sign", "lesion.blue-black", "condition.pilomatricoma.suspected"), UnlessKnown("condition.pilomatricoma")),
            "a hard bluish nodule of a child's head or neck: pilomatricoma, which is dystrophic when it holds calcium", "ct:37"),
        Note("MIM-38", "cyst-milia-wart", AllOf(AnyPresent("lesion.punctum", "imaging.cyst-wall-on-ultrasound"), NoCalciumShown), "a punctum or a cyst wall without calcium: cyst, milia or wart", "ct:76 ct:68"),
        Note("MIM-39", "foreign-body", AllOf(AnyPresent("imaging.foreign-body-on-image", "exposure.tattoo", "condition.foreign-body-granuloma", "condition.foreign-body-granuloma.suspected", "differential.calcium-filler-nodule")), "glass, metal, tattoo pigment or filler also show on film: ask for the history, look at the shape, polarise the tissue", "ct:60 ct:118"),
        Note("MIM-40", "calcium-elsewhere", AllOf(AnyPresent("imaging.large-artery-calcification", "imaging.ossification"), NoCalciumShown), "calcium in an artery, tendon, node or muscle lies deeper than the skin; zonal ossification or a growing soft mass needs a specialist", "ct:64"),
        Note("MIM-48", "fat-necrosis", AllOf(Present("site.breast-abdomen"), AnyPresent("condition.surgical-scar", "condition.local-trauma", "condition.fat-necrosis")), "calcified fat necrosis after injury or surgery makes a lump of breast or abdominal wall", "policy") with { Status = RuleStatus.Unverified },
        Note("MIM-25", "nephrogenic-systemic-fibrosis", AllOf(Present("exposure.gadolinium"), AnyPresent("renal.uraemic", "renal.egfr-below-30"), AnyPresent("lesion.induration", "lesion.plaque", "condition.sclerosis-of-limb", "condition.movement-loss")), "gadolinium in kidney failure with indurated skin or contractures", "ct:99 ct:96"),
        Note("MIM-49", "hard-skin-without-calcium", AllOf(AnyPresent("condition.systemic-sclerosis", "condition.systemic-sclerosis-limited", "condition.systemic-sclerosis-diffuse", "condition.porphyria-cutanea-tarda", "condition.chronic-gvhd", "condition.morphea"), AnyPresent("lesion.induration", "lesion.plaque"), NoCalciumShown),
            "scleroderma, porphyria and graft-versus-host disease harden skin without calcium", "policy") with { Status = RuleStatus.Policy },
        Note("MIM-36", "skin-cancer", AllOf(AnyPresent("lesion.growing", "lesion.ulcer"), Present("site.lid-ear-face-scalp"), Present("patient.adult")), "a growing or ulcerated facial lump: think of skin cancer first", "ct:115"),
        Note("MIM-35", "marjolin-ulcer", AnyOf(Present("differential.marjolin-ulcer"), AllOf(Present("condition.burn-scar"), Present("lesion.ulcer"))), "an ulcer in an old burn scar may be a carcinoma", "ct:31"),
    ];

    /// <summary>Other causes of ischaemic, purpuric or ulcerated skin.</summary>
    private static Rule[] IschaemicSkin() =>
    [
        Note("MIM-26", "warfarin-necrosis", AllOf(Present("exposure.vitamin-k-antagonist.started-1-10-days"), Dying), "necrosis in the first 10 days of a vitamin K antagonist is warfarin necrosis; calciphylaxis comes after months", "ct:96 ct:104"),
        Note("MIM-27", "cholesterol-emboli", AllOf(AnyPresent("exposure.angiography", "condition.eosinophilia", "condition.blue-toes"), AnyPresent("lesion.livedo", "lesion.livedo-reticularis", "lesion.necrosis", "lesion.purpura")), "livedo or necrosis after angiography, blue toes or eosinophilia may be cholesterol emboli", "ct:96"),
        Note("MIM-28", "oxalosis", AllOf(AnyPresent("condition.kidney-stones", "condition.oxalosis"), Present("renal.uraemic"), AnyPresent("lesion.livedo", "lesion.livedo-reticularis", "lesion.necrosis", "lesion.ulcer")), "stones since youth with kidney failure: oxalosis", "ct:100"),
        Note("MIM-29", "vasculitis", AnyOf(Present("lesion.palpable-purpura"), AllOf(AnyPresent("lab.anca.positive", "lab.cryoglobulins.positive", "histology.vasculitis", "condition.vasculitis"), AnyPresent("lesion.purpura", "lesion.ulcer", "lesion.necrosis"))), "palpable purpura, ANCA or cryoglobulins: vasculitis", "ct:96"),
        Note("MIM-50", "pyoderma-gangrenosum", AllOf(Present("lesion.ulcer"), AnyPresent("lesion.undermined-border", "lesion.pustule", "condition.crohn-disease", "condition.pyoderma-gangrenosum")), "undermined ulcer that began as a pustule, or bowel disease: pyoderma gangrenosum; steroids given by mistake for it have harmed patients with other ulcers", "ct:95 ct:96"),
        Note("MIM-30", "martorell-ulcer", AllOf(Present("condition.hypertension"), Present("site.laterodorsal-leg"), Present("lesion.ulcer"), UnlessMet(Absent("lesion.pain"), "lesion.painless")), "painful ulcer of the lateral lower leg with high blood pressure: Martorell ulcer has the same histology", "ct:95"),
        Note("MIM-31", "peripheral-arterial-disease", AllOf(AnyPresent("condition.weak-pulses", "condition.absent-pulse", "condition.claudication", "condition.peripheral-arterial-disease", "condition.low-ankle-brachial-index", "condition.diabetic-foot"), Dying), "weak pulses, claudication, an abnormal ankle index or a diabetic foot: arterial disease", "ct:96"),
        Note("MIM-41", "heparin-induced-thrombocytopenia", AllOf(AnyPresent("exposure.heparin", "exposure.calcium-heparin"),
            AnyOf(AllOf(AnyPresent("lab.platelets.low", "lab.pf4-antibody.positive", "condition.hit"), AnyPresent("lesion.necrosis", "lesion.purpura", "lesion.plaque")), AllOf(Present("exposure.injections-at-site"), Present("lesion.necrosis")))), "black plaques under heparin with falling platelets: heparin-induced thrombocytopenia", "ct:108") with { Status = RuleStatus.Unverified },
        Note("MIM-32", "hydroxyurea-ulcer", AllOf(Present("exposure.hydroxyurea"), Present("lesion.ulcer")), "hydroxyurea causes painful ankle ulcers", "ct:108"),
        Note("MIM-33", "antiphospholipid-syndrome", AllOf(AnyPresent("condition.antiphospholipid-syndrome", "lab.lupus-anticoagulant.positive", "lab.anticardiolipin.positive", "lab.antiphospholipid-antibody.positive", "lab.anti-beta2-glycoprotein.positive"), AnyPresent("lesion.livedo", "lesion.livedo-reticularis", "lesion.necrosis", "lesion.ulcer")),
            "antiphospholipid antibodies cause livedo and necrosis, and are a risk for calciphylaxis as well", "ct:91 ct:108"),
        Note("MIM-42", "livedoid-vasculopathy", AllOf(Present("site.ankle-foot"), Present("lesion.white-scar")), "ankle ulcers with stellate white scars: livedoid vasculopathy", "ct:95"),
        Note("MIM-43", "purpura-fulminans", AllOf(AnyPresent("condition.shock", "condition.sepsis", "condition.dic"), AnyPresent("lesion.purpura", "lesion.necrosis")), "widespread purpura or necrosis in shock with consumptive clotting: purpura fulminans", "ct:96"),
        Note("MIM-34", "infection", AllOf(AnyPresent("condition.fever", "measurement.fever", "condition.spreading-redness", "lab.crp.high", "imaging.gas-in-tissue"), AnyPresent("lesion.erythema", "lesion.swelling", "lesion.plaque")), "a red hot plaque may be cellulitis, abscess or osteomyelitis; calcium extravasation looks the same early", "ct:70 ct:73"),
        Note("MIM-44", "venous-leg", AllOf(AnyPresent("condition.venous-insufficiency", "condition.lipodermatosclerosis", "condition.chronic-leg-oedema", "condition.venous-ulcer"), Present("site.lower-leg"), AnyPresent("lesion.induration", "lesion.ulcer"), NoCalciumShown), "an indurated calf with brown oedema or a venous ulcer need not hold calcium", "ct:96"),
        Note("MIM-45", "anthrax-or-spider-bite", AllOf(Present("lesion.necrosis"), Absent("lesion.pain")), "a painless black eschar: cutaneous anthrax or a spider bite", "ct:96"),
        Note("MIM-51", "fournier-gangrene", AllOf(Present("site.genital"), Present("lesion.necrosis")), "genital necrosis: Fournier gangrene spreads over the perineum and may show gas; penile calciphylaxis does neither", "ct:98"),
        Note("MIM-37", "martorell-or-calciphylaxis", AllOf(Met("DYS-171"), Present("lesion.pain.severe")), "very painful leg with venous disease: Martorell ulcer and calciphylaxis come into question", "ct:28 ct:95"),
        Note("MIM-52", "exogenous-calcium", AllOf(Absent("patient.adult"), AnyPresent("condition.exogenous-calcium-contact", "condition.exogenous-calcium-contact.suspected"), Dying), "calcium salts on the skin leave burn-like necrosis; in a child it was first taken for abuse", "ct:80"),
        Note("MIM-53", "minocycline-pigment", AllOf(Present("exposure.minocycline"), Present("lesion.blue-black")), "minocycline may turn deposits blue-black; that colour is not necrosis", "ct:119"),
    ];

    private static readonly Clause NoCalciumShown = UnlessMet(Met("GEN-001"), "lesion.calcification-proven");
    private static readonly Clause Dying = AnyPresent("lesion.necrosis", "lesion.ulcer", "lesion.purpura");

    private static Rule Caution(string id, string mimic, CautionAction action, Clause when, string text, string sources) =>
        new() { Id = id, Kind = RuleKind.Caution, Title = text, Key = mimic, Action = action, When = when, Text = text, Sources = Split(sources) };

    private static Rule Note(string id, string mimic, Clause when, string text, string sources) => Caution(id, mimic, CautionAction.Note, when, text, sources);
}
