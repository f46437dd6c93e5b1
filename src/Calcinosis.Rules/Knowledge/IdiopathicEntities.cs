using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>The named entities of idiopathic calcinosis: pictures that a clinician recognises at the bedside.</summary>
internal static class IdiopathicEntities
{
    public static IEnumerable<Rule> Rules() => [.. Tumoral(), .. Skin(), .. Groups()];

    private static Rule[] Tumoral() =>
    [
        Criterion("IDI-010", "Inherited phosphate disorder: gate open (HFTC)",
            AllOf(
                Met("IDI-014"), Present("lab.phosphate.high"), UnlessKnown("lab.calcium.high"), Present("renal.normal"), UnlessKnown("lab.pth.high"),
                UnlessMet(Met("IDI-015"), "condition.mineral-disorder-cause")),
            "high phosphate with normal calcium, kidneys and PTH, and no other reason", "ct:61 brief", EvidenceWeight.Required),
        Criterion("IDI-011", "Familial tumoral calcinosis with high phosphate, proven",
            AllOf(Met("IDI-010"), AnyOf(Met("IDI-017"), AllOf(Met("IDI-018"), Met("IDI-019")))),
            "the gene, or the family with the full laboratory pattern", "ct:61", EvidenceWeight.Strong),
        Criterion("IDI-012", "Picture of tumoral calcinosis with high phosphate",
            AllOf(Met("IDI-014"), Present("lab.phosphate.high"), UnlessKnown("lab.calcium.high"), UnlessKnown("lab.pth.high"), UnlessMet(Met("IDI-015"), "condition.mineral-disorder-cause")),
            "high phosphate with masses around joints in the young", "ct:61", EvidenceWeight.Moderate),
        Criterion("IDI-013", "Kidney disease known", AnyPresent("renal.ckd", "renal.reduced", "renal.uraemic"), "kidney disease is known", "ct:61", EvidenceWeight.Strong),
        Criterion("IDI-014", "Picture of primary tumoral calcinosis",
            AnyOf(
                AllOf(AnyOf(Met("GEN-020"), AllOf(Present("lesion.periarticular"), Present("site.wrist-ankle"))), AnyPresent("lesion.mass", "lesion.nodule", "lesion.swelling", "lesion.calcified-deposit"),
                    Present("onset.under-30-years"), UnlessMet(Met("IDI-013"), "renal.ckd")),
                AllOf(AnyPresent("gene.hftc", "gene.nftc"), UnlessMet(Met("IDI-013"), "renal.ckd")),
                AllOf(Met("IDI-018"), Present("lesion.mass"), UnlessMet(Absent("onset.under-30-years"), "onset.after-30-years"), UnlessMet(Met("IDI-013"), "renal.ckd"))),
            "firm masses around large joints before the age of 30", "ct:61 ct:64 brief", EvidenceWeight.Strong),
        Criterion("IDI-015", "Another reason for the phosphate",
            AnyOf(
                Met("MET-109"), Met("MET-110"), AnyPresent("condition.hypoparathyroidism", "condition.pseudohypoparathyroidism", "condition.vitamin-d-excess"),
                Met("MET-103"), AllOf(Present("lab.calcium.low"), AnyPresent("lab.pth.low", "lab.pth.high"))),
            "load, lysis, hypoparathyroidism or vitamin D excess", "ct:61", EvidenceWeight.Strong),
        Criterion("IDI-016", "Normophosphataemic familial form",
            AllOf(Met("IDI-014"), UnlessKnown("lab.phosphate.high"), AnyOf(Present("gene.nftc"), AllOf(Met("IDI-018"), Absent("lab.phosphate.high")))),
            "masses and ulcers in a child after an infantile rash; all values normal", "ct:63", EvidenceWeight.Strong),
        Criterion("IDI-017", "Gene of familial tumoral calcinosis", AnyPresent("gene.hftc", "gene.nftc"), "both copies of a causal gene are altered", "ct:61 ct:63", EvidenceWeight.Strong),
        Criterion("IDI-018", "Family with tumoral calcinosis", AnyPresent("family.tumoral-calcinosis", "family.similar-lesions"), "a relative has the same", "ct:61", EvidenceWeight.Strong),
        Criterion("IDI-019", "Full laboratory pattern", AllOf(Absent("lab.pth.high"), Absent("lab.pth.low"), Absent("lab.vitamin-d-1-25oh.low")), "PTH normal and calcitriol not low", "ct:61", EvidenceWeight.Strong),
        Criterion("IDI-021", "Picture of tumoral calcinosis, phosphate not known",
            AllOf(Met("IDI-014"), UnlessKnown("lab.phosphate.high"), UnlessMet(Absent("lab.phosphate.high"), "lab.phosphate.normal")),
            "without phosphate the familial form stays open", "ct:61 policy", EvidenceWeight.Moderate),
        Criterion("IDI-020", "Sporadic tumoral calcinosis", AllOf(Met("IDI-014"), Present("onset.under-20-years")), "a mass around a joint before the age of 20", "ct:62 ct:64", EvidenceWeight.Moderate),
    ];

    private static Rule[] Skin() =>
    [
        Criterion("IDI-030", "Scrotal calcinosis",
            AllOf(Present("site.only-scrotum"), AnyPresent("lesion.nodule", "lesion.papule", "lesion.cyst-like", "lesion.mass", "lesion.calcified-deposit"), UnlessKnown("lesion.necrosis")),
            "firm painless nodules of the scrotum", "ct:65 brief", EvidenceWeight.Strong),
        Criterion("IDI-031", "Vulvar calcinosis", AllOf(Present("site.only-vulva"), Met("IDI-035")), "counterpart of the scrotal form", "ct:66", EvidenceWeight.Strong),
        Criterion("IDI-032", "Penile calcinosis", AllOf(Present("site.only-penis"), Met("IDI-035")), "counterpart of the scrotal form; necrosis would mean calciphylaxis", "ct:66", EvidenceWeight.Strong),
        Criterion("IDI-038", "Calcinosis of scrotum and penis together",
            AllOf(Present("site.only-genital"), Absent("site.only-scrotum"), Absent("site.only-penis"), Absent("site.only-vulva"), Met("IDI-035")), "the scrotal form may reach the penis", "ct:65 ct:66", EvidenceWeight.Strong),
        Criterion("IDI-039", "A few subepidermal calcified nodules of lid, ear, face or scalp",
            AllOf(Present("site.only-lid-ear-face-scalp"), Present("lesion.few"), AnyPresent("lesion.papule", "lesion.nodule", "lesion.warty"), UnlessKnown("lesion.size-over-10mm"), UnlessKnown("lesion.necrosis")),
            "one in five patients has more than one", "ct:67 policy", EvidenceWeight.Moderate),
        Criterion("IDI-033", "Subepidermal calcified nodule of lid, ear, face or scalp",
            AllOf(Present("site.only-lid-ear-face-scalp"), UnlessKnown("lesion.two-or-more"), AnyPresent("lesion.papule", "lesion.nodule", "lesion.warty", "lesion.calcified-deposit", "lesion.plaque"), UnlessKnown("lesion.size-over-10mm"), UnlessKnown("lesion.necrosis")),
            "one small white-yellow bump", "ct:67 brief", EvidenceWeight.Strong),
        Criterion("IDI-034", "Solitary subepidermal calcified nodule elsewhere",
            AllOf(
                Present("lesion.single"), AnyOf(Present("lesion.papule"), AllOf(Present("lesion.nodule"), Absent("lesion.size-over-5mm"))), Present("onset.under-18-years"),
                UnlessKnown("lesion.size-over-5mm"), UnlessKnown("lesion.periarticular"), UnlessKnown("lesion.necrosis")),
            "one small white papule of a child", "ct:68 ct:76", EvidenceWeight.Moderate),
        Criterion("IDI-035", "Nodules without ischaemia or necrosis",
            AllOf(AnyPresent("lesion.nodule", "lesion.papule", "lesion.cyst-like", "lesion.mass", "lesion.plaque", "lesion.calcified-deposit"), UnlessMet(Met("CPX-102"), "lesion.ischaemic-pattern"), UnlessMet(Met("CPX-103"), "lesion.necrosis")),
            "nodules without ischaemia", "ct:66", EvidenceWeight.Weak),
        Criterion("IDI-036", "Milia-like calcinosis",
            AllOf(
                AnyOf(Present("lesion.milia-like"), AllOf(Present("lesion.papule"), Present("lesion.two-or-more"))),
                Present("site.milia"), Present("onset.under-18-years"), UnlessKnown("lesion.size-over-5mm"), UnlessKnown("lesion.necrosis")),
            "many 1 to 4 mm white papules of a child's hands and feet", "ct:68", EvidenceWeight.Strong),
        Criterion("IDI-037", "Areolar calcinosis", AllOf(Present("site.only-nipple-region"), Present("lesion.areolar"), Met("IDI-035")), "counterpart of the scrotal form", "policy", EvidenceWeight.Moderate, RuleStatus.Unverified),
    ];

    private static Rule[] Groups() =>
    [
        Criterion("IDI-080", "Scrotal, genital or small papular form", AnyOf(Met("IDI-030"), Met("IDI-031"), Met("IDI-032"), Met("IDI-033"), Met("IDI-034"), Met("IDI-036"), Met("IDI-037"), Met("IDI-038"), Met("IDI-039")),
            "a named entity", "brief ct:65 ct:67 ct:68", EvidenceWeight.Strong),
        Criterion("IDI-081", "Scrotal, subepidermal or milia-like form", AnyOf(Met("IDI-030"), Met("IDI-033"), Met("IDI-034"), Met("IDI-036"), Met("IDI-039")),
            "a named entity", "brief ct:65 ct:67 ct:68", EvidenceWeight.Strong),
        Criterion("IDI-082", "Tumoral form", AnyOf(Met("IDI-010"), Met("IDI-012"), Met("IDI-016"), AllOf(Met("IDI-020"), UnlessKnown("lab.phosphate.high")), Met("IDI-021")),
            "a named entity", "brief ct:61 ct:63 ct:62", EvidenceWeight.Strong),
        Criterion("IDI-083", "A named entity", AnyOf(Met("IDI-080"), Met("IDI-082")), "a named entity", "brief ct:2", EvidenceWeight.Strong),
        Criterion("IDI-090", "A named idiopathic site", AnyOf(Present("site.only-scrotum"), AllOf(Present("onset.under-18-years"), Present("site.only-lid-ear-face-scalp"))),
            "scrotum, or lid, ear, face or scalp of a child", "ct:65 ct:67"),
    ];
}
