using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Published diagnostic schemes of calciphylaxis, shown three-valued beside the assessment. Only the clinical branch of
/// Hayashi's criteria enters a level; the rest is for readers who work with these schemes.
/// </summary>
internal static class CalciphylaxisSchemes
{
    private const string Hayashi = "Hayashi 2012";
    private const string Chinese = "Chinese hierarchical scheme for dialysis patients";

    /// <summary>Names under which the results are shown, with their rules.</summary>
    public static IReadOnlyList<(string Name, string Rule, string Scheme)> Shown { get; } =
    [
        ("hayashi-c1", "CPX-130", Hayashi), ("hayashi-c2", "CPX-131", Hayashi), ("hayashi-c3", "CPX-132", Hayashi), ("hayashi-biopsy", "CPX-137", Hayashi),
        ("hayashi-clinical", "CPX-134", Hayashi), ("hayashi", "CPX-138", Hayashi),
        ("chinese-suspected", "CPX-150", Chinese), ("chinese-clinical", "CPX-151", Chinese), ("chinese-confirmed", "CPX-152", Chinese),
    ];

    public static IEnumerable<Rule> Rules() => [.. HayashiItems(), .. ChineseScheme(), .. MajorRisks(), .. MinorRisks()];

    private static Rule[] HayashiItems() =>
    [
        Criterion("CPX-130", "Hayashi item 1: dialysis or GFR of 15 or less", AnyPresent("renal.dialysis", "renal.egfr-at-most-15"), "dialysis or GFR of 15 mL/min or less", "ct:108 ct:87", EvidenceWeight.Strong),
        Criterion("CPX-131", "Hayashi item 2: two or more painful ulcers with purpura",
            AllOf(Present("lesion.two-or-more"), Met("CPX-133")), "two or more painful, hard-to-treat ulcers with purpura", "ct:108", EvidenceWeight.Strong),
        Criterion("CPX-132", "Hayashi item 3: painful ulcer with purpura at a named place",
            AllOf(Present("site.hayashi"), Met("CPX-133")), "painful, hard-to-treat ulcer with purpura on trunk, upper arm, forearm, thigh, lower leg or penis", "ct:108", EvidenceWeight.Strong),
        Criterion("CPX-133", "Painful, hard-to-treat ulcer with purpura",
            AllOf(
                Present("lesion.ulcer"), Present("lesion.purpura"), Present("lesion.pain"), UnlessKnown("lesion.pain.mild"),
                AnyOf(Present("lesion.non-healing"), AllOf(Absent("lesion.younger-14-days"), UnlessMet(Absent("lesion.non-healing"), "lesion.ulcer-heals")))),
            "painful ulcer with purpura that is hard to treat", "ct:108"),
        Criterion("CPX-134", "Hayashi complete by clinic", AllOf(Met("CPX-130"), Met("CPX-131"), Met("CPX-132")), "all three clinical items of the Japanese criteria", "ct:108", EvidenceWeight.Strong),
        Criterion("CPX-137", "Hayashi biopsy item",
            AllOf(AnyPresent("lesion.necrosis", "lesion.ulcer"), Present("histology.small-vessel-calcification"), Present("histology.intimal-hyperplasia")),
            "necrosis or ulcer with calcified small arteries narrowed by a swollen intima", "ct:108", EvidenceWeight.Strong),
        Criterion("CPX-138", "Hayashi met: three clinical items, or two with the biopsy item",
            AnyOf(Met("CPX-134"), AllOf(AtLeastOf(2, Met("CPX-130"), Met("CPX-131"), Met("CPX-132")), Met("CPX-137"))),
            "the Japanese criteria are complete", "ct:108", EvidenceWeight.Strong),
    ];

    private static Rule[] ChineseScheme() =>
    [
        Criterion("CPX-140", "Typical skin of the Chinese scheme",
            AnyOf(
                AnyPresent("lesion.livedo", "lesion.livedo-reticularis", "lesion.retiform-purpura", "lesion.necrosis"),
                AllOf(Present("lesion.pain"), AnyPresent("lesion.purpura", "lesion.violaceous-plaque", "lesion.netlike-plaque"))),
            "livedo, painful purpura or violet plaque, necrosis or eschar", "ct:88"),
        Criterion("CPX-141", "Early skin of the Chinese scheme",
            AnyOf(AnyPresent("lesion.purpura", "lesion.induration", "lesion.erythema"), AllOf(Present("lesion.papule"), Present("lesion.pain"))),
            "rash, purpura, induration, painful papules or redness like cellulitis", "ct:88"),
        Criterion("CPX-142", "Positive biopsy of the Chinese scheme",
            AllOf(Present("histology.small-vessel-calcification"),
                AnyOf(AllOf(Present("histology.intimal-hyperplasia"), Present("histology.vessel-thrombosis")), AnyPresent("histology.extravascular-calcium", "histology.ischaemic-necrosis"))),
            "calcified small vessels of the subcutis with microthrombi, calcium beside vessels or ischaemic necrosis", "ct:88 policy"),
        Criterion("CPX-143", "One major risk of the Chinese scheme", AnyOf(MajorIds), "a major risk", "ct:88"),
        Criterion("CPX-144", "Any risk of the Chinese scheme", AnyOf([.. MajorIds, .. MinorIds]), "a risk", "ct:88"),
        Criterion("CPX-150", "Chinese scheme: suspected",
            AllOf(Present("renal.dialysis"), AnyOf(AtLeastOf(2, MajorIds), AllOf(Met("CPX-143"), AtLeastOf(3, MinorIds))), Met("CPX-141"), Met("CPX-135")),
            "two major risks, or one with three minor ones, early skin, look-alikes ruled out", "ct:88"),
        Criterion("CPX-151", "Chinese scheme: clinical", AllOf(Present("renal.dialysis"), Met("CPX-144"), Met("CPX-140"), Met("CPX-135")), "a risk, typical skin, look-alikes ruled out", "ct:88"),
        Criterion("CPX-152", "Chinese scheme: confirmed", AllOf(Present("renal.dialysis"), Met("CPX-142"), AnyOf(Met("CPX-140"), Met("CPX-141")), Met("CPX-135")),
            "positive biopsy with typical or early skin, look-alikes ruled out", "ct:88"),
    ];

    private static readonly Clause[] MajorIds = [.. Enumerable.Range(160, 7).Select(number => Met(Number("CPX-", number)))];
    private static readonly Clause[] MinorIds =
        [.. Enumerable.Range(170, 5).Concat(Enumerable.Range(177, 4)).Select(number => Met(Number("CPX-", number))), Met("GEN-011"), Met("GEN-012")];

    private static Rule[] MajorRisks() =>
    [
        Criterion("CPX-160", "Major risk: dialysis for more than 5 years", Present("renal.dialysis-over-5-years"), "dialysis for more than 5 years", "ct:88"),
        Criterion("CPX-161", "Major risk: vitamin K antagonist for long", Present("exposure.vitamin-k-antagonist.long-term"), "a vitamin K antagonist for long", "ct:88 policy"),
        Criterion("CPX-162", "Major risk: high dose of calcium or binder for more than 6 months", Present("exposure.calcium-load.high-and-long"), "much calcium or phosphate binder for more than 6 months", "ct:88 policy"),
        Criterion("CPX-163", "Major risk: active vitamin D above 0.5 ug a day", Present("exposure.active-vitamin-d.above-half-microgram"), "active vitamin D above 0.5 ug a day", "ct:88"),
        Criterion("CPX-164", "Major risk: protein C or S deficiency",
            AnyOf(AnyPresent("condition.protein-c-deficiency", "condition.protein-s-deficiency"),
                AllOf(AnyPresent("lab.protein-c.low", "lab.protein-s.low"), UnlessKnown("exposure.vitamin-k-antagonist.recent"), UnlessKnown("patient.infant"))),
            "protein C or S deficiency", "ct:88 ct:91"),
        Criterion("CPX-165", "Major risk: vitamin K deficiency", Present("condition.vitamin-k-deficiency"), "vitamin K deficiency", "ct:88"),
        Criterion("CPX-166", "Major risk: PTH above 1,000 pg/mL", Present("lab.pth.above-1000"), "PTH above 1,000 pg/mL", "ct:88"),
    ];

    private static Rule[] MinorRisks() =>
    [
        Criterion("CPX-170", "Minor risk: dialysis for 5 years or less", AllOf(Present("renal.dialysis"), Absent("renal.dialysis-over-5-years")), "dialysis for 5 years or less", "ct:88", EvidenceWeight.Weak),
        Criterion("CPX-171", "Minor risk: obesity", AnyPresent("condition.obesity", "measurement.bmi-at-least-30"), "obesity", "ct:88", EvidenceWeight.Weak),
        Criterion("CPX-172", "Minor risk: diabetes", Present("condition.diabetes-mellitus"), "diabetes", "ct:88", EvidenceWeight.Weak),
        Criterion("CPX-173", "Minor risk: low albumin", Present("lab.albumin.low"), "low albumin", "ct:88", EvidenceWeight.Weak),
        Criterion("CPX-174", "Minor risk: corticosteroid or immunosuppressant for long", Present("exposure.immunosuppression.long-term"), "corticosteroid or immunosuppressant for long", "ct:88 policy", EvidenceWeight.Weak),
        Criterion("CPX-177", "Minor risk: high alkaline phosphatase", Present("lab.alkaline-phosphatase.high"), "high alkaline phosphatase", "ct:88", EvidenceWeight.Weak),
        Criterion("CPX-178", "Minor risk: PTH below 300 pg/mL", Present("lab.pth.below-300"), "PTH below 300 pg/mL", "ct:88", EvidenceWeight.Weak),
        Criterion("CPX-179", "Minor risk: insulin or heparin under the skin", AnyPresent("exposure.insulin", "exposure.heparin", "exposure.calcium-heparin"), "insulin or heparin injections", "ct:88 ct:82", EvidenceWeight.Weak),
        Criterion("CPX-180", "Minor risk: iron overload", Present("condition.iron-overload"), "iron overload", "ct:88", EvidenceWeight.Weak),
    ];
}
