using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Tests and questions. Each names the findings that it would settle; it is offered only when the answer would move a
/// level. Priority 1 is the same day, 2 the next days, 3 when convenient; the urgent rule of a test stands first.
/// </summary>
internal static class WorkupRules
{
    private static readonly Clause SuspectedCalciphylaxis = AnyOf(Met("CPX-EST"), Met("CPX-PRO"), Met("CPX-POS"));

    public static IEnumerable<Rule> Rules() =>
    [
        Test("WU-01", "calcium-albumin", 1, AnyOf(SuspectedCalciphylaxis, Present("renal.ckd"), Met("CPX-302")), "calcium with albumin from one sample, today: kidney disease, cancer or possible calciphylaxis", "lab:85", "lab.calcium.high", "lab.calcium.suspected-high") with { Narrows = ["WU-02"] },
        Test("WU-02", "calcium-albumin", 2, Always, "calcium with albumin from one sample: splits metastatic from the types with normal minerals", "lab:85 brief", "lab.calcium.high"),
        Test("WU-03", "ionised-calcium", 2, AnyOf(Present("lab.calcium.suspected-high"), Present("lab.albumin.low"), Present("renal.egfr-below-60"), Present("renal.dialysis")), "ionised calcium with pH: overrules every corrected value", "lab:34 lab:35", "lab.calcium.high", "lab.calcium-ionised.high"),
        Test("WU-04", "phosphate", 1, Present("renal.advanced"), "phosphate, today: advanced kidney disease", "lab:21", "lab.phosphate.high") with { Narrows = ["WU-05"] },
        Test("WU-05", "phosphate", 2, Always, "fasting phosphate: metastatic calcinosis and familial tumoral calcinosis", "brief lab:5", "lab.phosphate.high"),
        Test("WU-06", "creatinine", 1, AnyOf(Present("lesion.necrosis"), Present("lab.calcium.high")), "creatinine and eGFR, today: skin necrosis or high calcium", "lab:41", "renal.normal", "renal.uraemic", "renal.ckd") with { Narrows = ["WU-07"] },
        Test("WU-07", "creatinine", 2, Always, "creatinine and eGFR: kidney disease is the commonest metastatic cause", "brief lab:41", "renal.normal", "renal.uraemic", "renal.advanced", "renal.ckd"),
        Test("WU-08", "pth", 2, AnyOf(Met("GEN-017"), Present("renal.ckd")), "intact PTH with calcium and phosphate: explains high values", "brief ct:45", "lab.pth.high", "lab.pth.low") with { Narrows = ["WU-09"] },
        Test("WU-09", "pth", 3, Always, "intact PTH", "brief ct:45", "lab.pth.high", "lab.pth.low"),
        Test("WU-10", "vitamin-d-25oh", 2, AllOf(Present("lab.calcium.high"), UnlessKnown("lab.pth.high")), "25-OH vitamin D: intoxication", "ct:51 brief", "lab.vitamin-d-25oh.above-150", "lab.vitamin-d-25oh.above-80"),
        Test("WU-11", "vitamin-d-1-25oh", 2, AllOf(Met("GEN-017"), UnlessKnown("lab.pth.high")), "1,25-(OH)2 vitamin D: granuloma, lymphoma, familial tumoral calcinosis", "lab:8 ct:61", "lab.vitamin-d-1-25oh.high", "lab.vitamin-d-1-25oh.low"),
        Test("WU-12", "bicarbonate", 2, AllOf(Present("lab.calcium.high"), AnyPresent("exposure.calcium-oral", "exposure.antacid-calcium", "exposure.calcium-binder")), "bicarbonate: milk-alkali syndrome", "ct:52 brief", "lab.bicarbonate.high"),
        Test("WU-13", "ace", 3, AllOf(Present("lab.calcium.high"), UnlessKnown("lab.pth.high")), "ACE (not under an ACE inhibitor) and chest image: sarcoidosis", "lab:10 brief", "lab.ace.high"),
        Test("WU-14", "malignancy-screen", 2, AllOf(Present("lab.calcium.high"), Present("lab.pth.low")), "protein electrophoresis, free light chains, PTHrP, imaging: high calcium with low PTH", "ct:55", "condition.multiple-myeloma", "lab.pthrp.high", "condition.bone-metastases"),
        Test("WU-15", "ana", 2, Always, "ANA, then anticentromere, Scl-70 and others: hidden connective tissue disease behind deposits of fingers, elbows and knees", "brief ct:11", "lab.ana.positive", "lab.anti-centromere.positive", "lab.anti-scl-70.positive", "condition.systemic-sclerosis"),
        Test("WU-16", "myositis-antibodies", 2, AnyOf(Present("onset.under-18-years"), AnyPresent("condition.rash", "condition.muscle-weakness", "lesion.sheet")), "CK, aldolase and myositis antibodies: dermatomyositis", "ct:23 ct:19 lab:17 brief", "lab.anti-nxp2.positive", "lab.anti-mda5.positive", "condition.juvenile-dermatomyositis", "condition.dermatomyositis"),
        Test("WU-17", "exposure-history", 2, Always, "ask for heel sticks, calcium or phosphate infusions and their place, electrodes, heparin injections, transplantation, tuberculosis treatment", "brief ct:70", "exposure.iv-calcium", "exposure.heel-stick", "exposure.electrode-paste", "exposure.calcium-heparin", "condition.iatrogenic-exposure", "exposure.iv-calcium.at-site"),
        Test("WU-18", "exposure-date", 2, Always, "date of the exposure against onset of the lesion", "ct:70", "exposure.iv-calcium.in-window", "exposure.heel-stick.in-window", "exposure.calcium-heparin.in-window", "exposure.electrode-paste.in-window", "exposure.iv-calcium.out-of-window"),
        Test("WU-19", "injury-history", 2, Always, "ask for injury, scar, burn, injection, infection, acne, vein disease, radiation at the place", "brief ct:2", "condition.local-damage", "lesion.at-prior-injury"),
        Test("WU-20", "ctd-review", 2, Always, "review for Raynaud phenomenon, skin hardening, rash, weakness, arthritis", "brief ct:113", "condition.ctd-signs", "condition.raynaud"),
        Test("WU-21", "medication-list", 1, AnyOf(Present("renal.ckd"), Present("lesion.necrosis"), Present("lesion.pain.severe")), "medication list today: vitamin K antagonist, calcium, vitamin D, antacids, steroids, iron, teriparatide", "ct:83 ct:84", "exposure.vitamin-k-antagonist.recent", "exposure.systemic-corticosteroid.recent"),
        Test("WU-22", "skin-examination", 1, AnyOf(Present("renal.uraemic"), Present("exposure.vitamin-k-antagonist.recent")), "examine the skin today: pain score, livedo, retiform purpura, eschar, ulcer", "ct:92", "lesion.pain.severe", "lesion.ischaemic-pattern", "lesion.necrosis", "lesion.retiform-purpura"),
        Test("WU-23", "family-history", 2, Met("IDI-014"), "pedigree and age at onset; gene test: familial tumoral calcinosis", "ct:61", "family.tumoral-calcinosis", "gene.hftc", "gene.nftc"),
        Test("WU-24", "lesion-x-ray", 2, Always, "plain film of the lesion: confirms calcium; not needed for tiny typical heel nodules, and negative in the first weeks after a leak", "brief ct:5 ct:70", "lesion.calcification-proven"),
        Test("WU-25", "lesion-biopsy", 3, SuspectedCalciphylaxis, "biopsy: discuss first", "lab:49 ct:94 ct:106", "histology.small-vessel-calcification", "histology.vessel-thrombosis") with
        {
            Remark = "in possible calciphylaxis a biopsy can itself start a non-healing ulcer and misses half of the cases: do not delay removing triggers for it; not from penile, infected or necrotic centres",
        },
        Test("WU-26", "lesion-biopsy", 3, UnlessMet(SuspectedCalciphylaxis, "type.calciphylaxis.possible"), "biopsy or excision where doubt remains: calcium, cyst wall, tumour, parasite, bone, urate", "brief ct:111", "histology.cyst-wall", "histology.calcium", "histology.tumour", "histology.bone", "histology.upper-dermal-calcium", "histology.dermal-calcium", "lesion.calcification-proven"),
        Test("WU-27", "thrombophilia-screen", 2, AllOf(SuspectedCalciphylaxis), "protein C and S, antiphospholipid antibodies; not to be read under a vitamin K antagonist", "ct:91", "condition.thrombophilia", "lab.lupus-anticoagulant.positive"),
    ];

    private static Rule Test(string id, string test, int priority, Clause when, string text, string sources, params string[] settles) =>
        new() { Id = id, Kind = RuleKind.Test, Title = text, Key = test, Priority = priority, When = when, Text = text, Sources = Split(sources), Targets = settles };
}
