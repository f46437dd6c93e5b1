using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Calciphylaxis: ischaemic, painful, dying skin, the host in whom it happens, and what tissue and images show.</summary>
internal static class CalciphylaxisRules
{
    public static IEnumerable<Rule> Rules() =>
        [.. LesionCriteria(), .. TissueCriteria(), .. LookAlikes(), .. Levels(), .. Suspicion(), .. Caps(), .. Contrary(), .. Subtypes()];

    private static Rule[] LesionCriteria() =>
    [
        Criterion("CPX-101", "Severe pain (L1)",
            AnyOf(
                Present("lesion.pain.severe"),
                AllOf(Present("lesion.pain"), AnyOf(Met("CPX-102"), Met("CPX-103")), UnlessKnown("lesion.pain.mild"))),
            "severe pain, or pain in dying skin", "ct:92", EvidenceWeight.Strong),
        Criterion("CPX-102", "Ischaemic skin pattern (L2)",
            AnyOf(
                Present("lesion.ischaemic-pattern"),
                Present("lesion.retiform-purpura"),
                Present("lesion.livedo"),
                Present("lesion.netlike-plaque"),
                AllOf(Present("lesion.violaceous-plaque"), AnyOf(Present("patient.adult"), Met("CPX-110"))),
                AllOf(Present("lesion.livedo-reticularis"), AnyPresent("lesion.purpura", "lesion.induration", "lesion.necrosis"))),
            "the skin looks ischaemic", "ct:92 ct:81", EvidenceWeight.Strong),
        Criterion("CPX-103", "Necrosis or non-healing ulcer (L3)",
            AnyOf(
                Present("lesion.necrosis"),
                AllOf(
                    Present("lesion.ulcer"),
                    AnyOf(Present("lesion.non-healing"), AllOf(UnlessKnown("lesion.younger-14-days"), UnlessMet(Absent("lesion.non-healing"), "lesion.ulcer-heals"))),
                    UnlessMet(Met("CPX-104"), "lesion.ulcer-only-drains-chalk"),
                    UnlessMet(Met("CPX-105"), "lesion.digital-ulcer-of-ctd"))),
            "necrosis, eschar or an ulcer that does not heal", "ct:92", EvidenceWeight.Strong),
        Criterion("CPX-104", "Ulcer that only discharges chalk",
            AllOf(Present("lesion.chalky-discharge"), UnlessKnown("lesion.necrosis"), UnlessKnown("lesion.purpura"), UnlessMet(Met("CPX-102"), "lesion.ischaemic-pattern"), UnlessKnown("lesion.pain.severe")),
            "an ulcer over a deposit that drains chalk", "ct:120 policy"),
        Criterion("CPX-105", "Finger ulcer of scleroderma or dermatomyositis",
            AllOf(
                Met("DYS-190"), Present("site.only-digits"),
                UnlessKnown("exposure.vitamin-k-antagonist.recent"), UnlessKnown("renal.dialysis"), UnlessKnown("lesion.retiform-purpura")),
            "digital ulcers over calcium belong to the connective tissue disease", "ct:102 policy"),
        Criterion("CPX-106", "Tender lesion without ischaemic skin in kidney failure",
            AllOf(
                Met("CPX-110"),
                AnyOf(
                    Present("lesion.pain.severe"),
                    AllOf(
                        Present("lesion.pain"),
                        AnyPresent("lesion.nodule", "lesion.plaque", "lesion.induration", "lesion.papule", "lesion.purpura", "lesion.erythema", "lesion.bulla", "lesion.violaceous-plaque", "lesion.calcified-deposit", "lesion.look-not-stated"),
                        UnlessKnown("lesion.periarticular"), UnlessKnown("site.only-large-joint")))),
            "tender nodules, induration, purpura, redness or blisters may be its first stage", "ct:88 ct:92 ct:122 policy"),
        Criterion("CPX-107", "Painful in kidney failure: purpura, or no deposit described or shown",
            AllOf(
                Met("CPX-110"), Present("lesion.pain"),
                AnyOf(Met("GEN-024"), AllOf(Present("lesion.purpura"), UnlessMet(Met("GEN-002"), "lesion.calcification-proven")), AllOf(Present("lesion.look-not-stated"), UnlessMet(Met("GEN-002"), "lesion.calcification-proven")))),
            "pain without a lump: deposits of disturbed minerals rarely hurt before they are large", "ct:92 ct:58 policy", EvidenceWeight.Moderate, RuleStatus.Policy),
        Criterion("CPX-108", "Dying skin", Present("lesion.necrosis"), "necrosis, eschar or gangrene", "ct:92", EvidenceWeight.Strong),
        Criterion("CPX-110", "Kidney failure (H1)", Present("renal.uraemic"),
            "kidney failure, graft or acute injury on dialysis is by far the commonest setting", "ct:81 ct:89 ct:90 ct:107 lab:40", EvidenceWeight.Strong),
        Criterion("CPX-111", "Kidney function reduced (H2)", Present("renal.reduced"), "reduced kidney function is a host factor", "ct:81"),
    ];

    private static Rule[] TissueCriteria() =>
    [
        Criterion("CPX-120", "Calcified small vessels with thrombosis or necrosis (P1)",
            AllOf(Present("histology.small-vessel-calcification"), AnyPresent("histology.vessel-thrombosis", "histology.ischaemic-necrosis")),
            "calcified small vessels with thrombosis or ischaemic necrosis", "ct:94", EvidenceWeight.Strong),
        Criterion("CPX-121", "Calcified small vessels (P2)", Present("histology.small-vessel-calcification"), "calcified small vessels", "ct:94"),
        Criterion("CPX-122", "Calcium outside vessels only (P3)", Present("histology.extravascular-calcium"), "calcium around sweat glands or in fat septa", "ct:94", EvidenceWeight.Weak),
        Criterion("CPX-123", "Adequate biopsy without vessel changes (P0)", Present("histology.deep-without-vessel-changes"),
            "half of the first biopsies miss the vessels, so this lowers by one level only", "ct:88 ct:94"),
        Criterion("CPX-124", "Small-vessel calcium on an image (I1)", AnyPresent("imaging.net-like-vessel-calcification", "imaging.small-vessel-calcification"),
            "net-like or fine superficial vessel calcification", "ct:97"),
        Criterion("CPX-125", "Bone scan uptake at the lesion (I2)", Present("imaging.soft-tissue-uptake"), "soft-tissue uptake on the bone scan", "ct:97 lab:48"),
    ];

    private static Rule[] LookAlikes() =>
    [
        Criterion("CPX-135", "Look-alikes judged unlikely",
            AnyOf(
                Absent("condition.calciphylaxis-mimic"),
                AllOf(
                    Absent("differential.infection"), Absent("differential.vasculitis"), Absent("differential.cholesterol-emboli"),
                    UnlessKnown("exposure.vitamin-k-antagonist.started-1-10-days"), UnlessKnown("differential.pyoderma-gangrenosum"), UnlessKnown("differential.martorell-ulcer"))),
            "infection, vasculitis and emboli were looked for and judged unlikely", "ct:108 ct:96", EvidenceWeight.Moderate),
        Criterion("CPX-136", "A look-alike is established",
            AnyPresent(MimicRules.CalciphylaxisLookAlikes.Select(code => "differential." + code)),
            "another diagnosis was made for this lesion", "ct:96 ct:108"),
    ];

    /// <summary>What advice calls "suspected": possible or above before a negative biopsy and look-alikes lower it.</summary>
    public static readonly Clause Suspected = Met("CPX-190");

    private static Rule[] Suspicion() =>
    [
        Criterion("CPX-190", "Possible calciphylaxis before biopsy and look-alikes lower it",
            AllOf(AnyOf(Met("CPX-EST"), Met("CPX-PRO"), Met("CPX-POS")), UnlessMet(Met("CPX-EXC"), "type.calciphylaxis.excluded")),
            "findings support possible calciphylaxis", "policy", EvidenceWeight.Moderate, RuleStatus.Policy),
    ];

    private static Rule[] Levels() =>
    [
        Level(Calciphylaxis, Excluded, "CPX-EXC",
            AnyOf(
                AllOf(No(Met("CPX-101")), No(Met("CPX-102")), No(Met("CPX-103")), UnlessMet(Met("CPX-120"), "histology.small-vessel-calcification")),
                AllOf(Met("CPX-123"), AnyOf(Met("CPX-136"), Met("DYS-180")), No(Met("CPX-110")), No(Met("CPX-111")), No(Met("CPX-300")))),
            "No severe pain, no ischaemic skin, no necrosis"),
        Level(Calciphylaxis, Established, "CPX-EST",
            AnyOf(
                AllOf(Met("CPX-120"), AtLeastOf(2, Met("CPX-101"), Met("CPX-102"), Met("CPX-103"))),
                AllOf(Met("CPX-134"), Met("CPX-135"))),
            "Typical tissue with the clinical picture, or the complete clinical triad on dialysis with look-alikes ruled out", "ct:94 ct:108 policy"),
        Level(Calciphylaxis, Probable, "CPX-PRO",
            AnyOf(
                AllOf(Met("CPX-110"), Met("CPX-101"), AnyOf(Met("CPX-102"), Met("CPX-103"))),
                AllOf(AnyOf(Met("CPX-111"), Met("CPX-300")), Met("CPX-101"), Met("CPX-102"), Met("CPX-103")),
                AllOf(Met("CPX-120"), AnyOf(Met("CPX-101"), Met("CPX-102"), Met("CPX-103"))),
                AllOf(Met("CPX-121"), Met("CPX-110"), AtLeastOf(2, Met("CPX-101"), Met("CPX-102"), Met("CPX-103"))),
                Met("CPX-134")),
            "A host and a painful ischaemic lesion, or typical tissue with one clinical sign"),
        Level(Calciphylaxis, Possible, "CPX-POS",
            AnyOf(
                AllOf(AnyOf(Met("CPX-110"), Met("CPX-111"), Met("CPX-300")), AnyOf(Met("CPX-102"), Met("CPX-103"))),
                AllOf(Met("CPX-101"), AnyOf(Met("CPX-102"), Met("CPX-103"))),
                Met("CPX-106"),
                Met("CPX-121")),
            "Ischaemic or dying skin in a host, painful ischaemic skin in anybody, or calcified small vessels"),
        Level(Calciphylaxis, Unlikely, "CPX-UNL",
            AnyOf(
                Met("CPX-101"), Met("CPX-102"), Met("CPX-103"), No(Met("CPX-101")), No(Met("CPX-102")), No(Met("CPX-103")),
                Present("lesion.pain.recorded"), Met("CPX-110"), Met("CPX-111"), Met("CPX-300"), Met("CPX-122"), Met("CPX-136")),
            "Something is known that does not make the pattern"),
    ];

    private static IEnumerable<Rule> Caps() =>
    [
        Criterion("CPX-C01T", "Lesion confined to a fresh calcium or phosphate infusion",
            AnyOf(
                AllOf(Present("exposure.iv-calcium"), Present("exposure.iv-calcium.at-site"), Present("exposure.iv-calcium.within-42-days"), Present("exposure.iv-calcium.confined")),
                AllOf(Present("exposure.phosphate-iv"), Present("exposure.phosphate-iv.at-site"), Present("exposure.phosphate-iv.within-42-days"), Present("exposure.phosphate-iv.confined"))),
            "calcium or phosphate was infused there in the last 42 days", "ct:74 policy", EvidenceWeight.Strong, RuleStatus.Policy),
        Cap("CPX-C01", "Necrosis confined to a fresh calcium infusion", [Calciphylaxis], Possible,
            Met("CPX-C01T"),
            "necrosis lies only where calcium or phosphate was infused in the last 42 days", "ct:74 policy", RuleStatus.Policy),
        OneLower("CPX-C02", "Adequate biopsy without vessel changes", Calciphylaxis,
            AllOf(Met("CPX-123"), UnlessMet(Met("CPX-120"), "histology.small-vessel-calcification")),
            "a deep adequate biopsy shows no vessel calcification", "ct:88 ct:94"),
        .. SharedCriteria.ContradictionCaps(Calciphylaxis, "CPX", AnyOf(Met("CPX-120"), Present("lesion.ischaemic-pattern"), Present("lesion.necrosis"), Present("lesion.retiform-purpura"))),
    ];

    private static Rule[] Contrary() =>
    [
        Against(Calciphylaxis, "CPX-A01", "Painless", Absent("lesion.pain"), "a painless lesion; a quarter of patients lack severe pain", "ct:92", EvidenceWeight.Moderate),
        Against(Calciphylaxis, "CPX-A02", "Chalk comes out", Present("lesion.chalky-discharge"), "chalk is discharged by other deposits, hardly by this one", "ct:120 policy", EvidenceWeight.Weak, RuleStatus.Policy),
        Against(Calciphylaxis, "CPX-A03", "There for more than six months without pain", AllOf(Present("lesion.over-6-months"), Absent("lesion.pain")), "it develops within weeks", "ct:92", EvidenceWeight.Strong) with { Narrows = ["CPX-A01"] },
        Against(Calciphylaxis, "CPX-A04", "Arterial disease", AnyPresent("condition.weak-pulses", "condition.claudication"), "weak pulses and claudication point to arterial disease", "ct:96", EvidenceWeight.Moderate),
        Against(Calciphylaxis, "CPX-A05", "Vitamin K antagonist just begun", Present("exposure.vitamin-k-antagonist.started-1-10-days"), "necrosis in the first days of warfarin is warfarin necrosis", "ct:96 ct:104", EvidenceWeight.Moderate),
        Against(Calciphylaxis, "CPX-A06", "Biopsy without vessel changes", Met("CPX-123"), "adequate biopsy without vessel calcification", "ct:88", EvidenceWeight.Moderate),
        Against(Calciphylaxis, "CPX-A07", "Only at the place of a fresh calcium infusion", Met("CPX-C01T"), "the lesion lies only where calcium or phosphate was infused", "ct:74", EvidenceWeight.Strong),
        Against(Calciphylaxis, "CPX-A08", "Palpable purpura", Present("lesion.palpable-purpura"), "palpable purpura points to vasculitis", "ct:96", EvidenceWeight.Moderate),
        Against(Calciphylaxis, "CPX-A09", "Shock with clotting disorder", AllOf(Present("condition.shock"), AnyPresent("differential.dic", "condition.dic")), "shock with consumptive clotting points to purpura fulminans", "ct:96", EvidenceWeight.Moderate),
        Against(Calciphylaxis, "CPX-A10", "Negative biopsy and another diagnosis proven", AllOf(Met("CPX-123"), AnyOf(Met("CPX-136"), Met("DYS-180"))), "another diagnosis is proven and the vessels are clean", "ct:94 ct:96", EvidenceWeight.Strong) with { Narrows = ["CPX-A06"] },
    ];

    private static IEnumerable<Rule> Subtypes()
    {
        (string Key, string Title, Clause Host)[] hosts =
        [
            ("uraemic", "Uraemic calciphylaxis", Met("CPX-110")),
            ("non_uraemic", "Non-uraemic calciphylaxis", No(Met("CPX-110"))),
            ("unspecified", "Calciphylaxis, kidney function not known", UnlessMet(Met("CPX-110"), "renal.uraemic")),
        ];
        (string Key, string Title, string Site)[] places =
            [("penile", "penile", "site.penis"), ("proximal", "proximal", "site.calciphylaxis-proximal"), ("distal", "distal", "site.calciphylaxis-distal")];
        var number = 0;
        foreach (var (key, title, host) in hosts)
        {
            foreach (var (placeKey, place, site) in places)
                yield return Subtype(Calciphylaxis, Number("CPX-S", ++number), $"{key}.{placeKey}", $"{title}, {place}", AllOf(host, Present(site)));
            yield return Subtype(Calciphylaxis, Number("CPX-S", ++number), key, title, host);
        }
    }
}
