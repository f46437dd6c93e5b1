using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Blood tests. Each names the findings that it would settle and is offered only when the answer would change something.
/// Priority 1 is the same day, 2 the next days, 3 when convenient; the urgent rule of a test stands first.
/// </summary>
internal static class WorkupRules
{
    private static readonly Clause Suspected = CalciphylaxisRules.Suspected;
    private static readonly Clause HighCalcium = AnyPresent("lab.calcium.high", "lab.calcium.suspected-high");
    private static readonly Clause CalciumSymptoms = AnyPresent("condition.confusion", "condition.vomiting", "condition.polyuria-polydipsia", "condition.arrhythmia");
    private static readonly Clause CalciumByMouth = AnyPresent("exposure.calcium-oral", "exposure.antacid-calcium", "exposure.calcium-binder", "exposure.antacid-mg-al");

    /// <summary>Calcium turns out high after all, or only doubtful.</summary>
    private static readonly IReadOnlyList<Implication> CalciumDoubtful = [new("lab.calcium.high", FindingState.Unknown), new("lab.calcium.suspected-high", FindingState.Present)];
    private static readonly IReadOnlyList<Implication> CalciumHigh = [new("lab.calcium.high", FindingState.Present), new("lab.calcium-ionised.high", FindingState.Present)];
    private static readonly IReadOnlyList<Implication> CalciumNotHigh = [new("lab.calcium.high", FindingState.Absent), new("lab.calcium-ionised.high", FindingState.Absent), new("lab.calcium.suspected-high", FindingState.Absent)];

    private static readonly IReadOnlyList<Implication> PthNormal = [new("lab.pth.high", FindingState.Absent), new("lab.pth.low", FindingState.Absent)];

    public static IEnumerable<Rule> Rules() => [.. Calcium(), .. Kidney(), .. Hormones(), .. Causes(), .. Antibodies(), .. OtherBloodTests(), .. WorkupQuestions.Rules(), .. WorkupTissue.Rules()];

    private static Rule[] Calcium() =>
    [
        Test("WU-01", "calcium-albumin", 1, AnyOf(Suspected, Present("renal.ckd"), Met("CPX-302"), CalciumSymptoms), "calcium with albumin from one sample, today: kidney disease, cancer, symptoms of high calcium or possible calciphylaxis", "lab:85", "lab.calcium.high", "lab.calcium.suspected-high") with { Narrows = ["WU-02"], ForSafety = true },
        Test("WU-02", "calcium-albumin", 2, Always, "calcium with albumin from one sample: splits metastatic from the types with normal minerals", "lab:85 brief", "lab.calcium.high"),
        Test("WU-28", "albumin", 1, AllOf(Measured, UnlessKnown("lab.albumin.measured"), UnlessKnown("lab.calcium.high"), AnyPresent("lab.calcium.near-limit", "renal.egfr-below-60", "renal.dialysis")), "albumin, or better ionised calcium, today: total calcium is close to its limit or the kidneys fail, and cannot be read without it", "lab:33 lab:85", "lab.albumin.low", "lab.calcium.high") with { Narrows = ["WU-29"], Overturns = [CalciumDoubtful] },
        Test("WU-29", "albumin", 2, AllOf(Measured, UnlessKnown("lab.albumin.measured"), UnlessKnown("lab.calcium.high")), "albumin, or better ionised calcium: total calcium cannot be read without it", "lab:33 lab:85", "lab.albumin.low", "lab.calcium.high") with { Overturns = [CalciumDoubtful] },
        Test("WU-03", "ionised-calcium", 2,
            AllOf(UnlessKnown("lab.calcium-ionised.measured"),
                AnyPresent("lab.calcium.suspected-high", "lab.albumin.below-2", "renal.egfr-below-60", "renal.dialysis", "renal.advanced", "condition.multiple-myeloma", "condition.metabolic-alkalosis", "condition.metabolic-acidosis", "lab.bicarbonate.high", "lab.bicarbonate.below-18")),
            "ionised calcium with pH: overrules total and corrected calcium, which are unreliable here", "lab:34 lab:35", "lab.calcium.high", "lab.calcium-ionised.high") with { Overturns = [CalciumHigh, CalciumNotHigh] },
        Test("WU-04", "phosphate", 1, AnyPresent("renal.advanced", "lab.calcium.at-least-12", "lab.calcium.at-most-6-5"), "phosphate, today: advanced kidney disease or a dangerous calcium", "lab:21", "lab.phosphate.high") with { Narrows = ["WU-05"], ForSafety = true },
        Test("WU-05", "phosphate", 2, Always, "fasting phosphate: metastatic calcinosis and familial tumoral calcinosis", "brief lab:5", "lab.phosphate.high"),
    ];

    private static Rule[] Kidney() =>
    [
        Test("WU-06", "creatinine", 1, AnyOf(Present("lesion.necrosis"), HighCalcium), "creatinine, eGFR and urea, today: skin necrosis or high calcium", "lab:41", "renal.normal", "renal.uraemic", "renal.ckd") with { Narrows = ["WU-07"], ForSafety = true },
        Test("WU-07", "creatinine", 2, Always, "creatinine, eGFR and urea: kidney disease is the commonest metastatic cause, and many drugs need the number", "brief lab:41", "renal.normal", "renal.uraemic", "renal.advanced", "renal.ckd") with { ForSafety = true },
        Test("WU-30", "height", 3, AllOf(Absent("patient.adult"), Present("lab.creatinine.measured"), UnlessKnown("measurement.height")), "height: eGFR of a child needs it", "lab:42", "renal.normal", "renal.reduced"),
    ];

    private static Rule[] Hormones() =>
    [
        Test("WU-08", "pth", 2, AnyOf(Met("GEN-017"), AnyPresent("renal.ckd", "renal.reduced", "renal.uraemic")), "intact PTH with calcium and phosphate: explains high values", "brief ct:45", "lab.pth.high", "lab.pth.low") with { ForSafety = true },
        Test("WU-09", "pth", 3, UnlessMet(AnyOf(Present("lab.pth.high"), Absent("lab.pth.high")), "lab.pth.known"), "intact PTH", "brief ct:45", "lab.pth.high", "lab.pth.low") with { Overturns = [PthNormal] },
        Test("WU-10", "vitamin-d-25oh", 2, AllOf(HighCalcium, Present("lab.pth.low")), "25-OH vitamin D: intoxication explains a high calcium with low PTH", "ct:51 brief", "lab.vitamin-d-25oh.above-150", "lab.vitamin-d-25oh.above-80"),
        Test("WU-31", "vitamin-d-25oh", 3, UnlessKnown("lab.pth.low"), "25-OH vitamin D: intoxication, and deficiency before a bisphosphonate", "ct:51 brief lab:64", "lab.vitamin-d-25oh.above-150", "lab.vitamin-d-25oh.above-80", "condition.vitamin-d-deficiency") with { ForSafety = true },
        Test("WU-11", "vitamin-d-1-25oh", 2, AllOf(Met("GEN-017"), UnlessKnown("lab.pth.high"), UnlessKnown("lab.vitamin-d-25oh.above-80")), "1,25-(OH)2 vitamin D: granuloma, lymphoma, familial tumoral calcinosis", "lab:8 ct:61", "lab.vitamin-d-1-25oh.high", "lab.vitamin-d-1-25oh.low"),
        Test("WU-32", "fgf23", 3, Met("IDI-012"), "FGF23 and urine phosphate: familial tumoral calcinosis keeps phosphate back; then the gene", "lab:31 lab:18 ct:61", "gene.hftc"),
    ];

    private static Rule[] Causes() =>
    [
        Test("WU-12", "bicarbonate", 2, AllOf(HighCalcium, CalciumByMouth), "bicarbonate or a venous gas: milk-alkali syndrome", "ct:52 brief", "lab.bicarbonate.high"),
        Test("WU-33", "alkaline-phosphatase", 2, AnyPresent("condition.bone-pain", "condition.bone-metastases.suspected", "condition.paget-disease-of-bone.suspected"), "alkaline phosphatase: bone pain or suspected bone disease", "lab:9 brief", "condition.paget-disease-of-bone", "condition.bone-metastases"),
        Test("WU-34", "alkaline-phosphatase", 3, AllOf(HighCalcium, UnlessKnown("lab.alkaline-phosphatase.high")), "alkaline phosphatase: Paget disease, bone metastases, hyperparathyroidism", "lab:9 brief", "condition.paget-disease-of-bone", "condition.bone-metastases"),
        Test("WU-35", "magnesium", 3, AnyPresent("exposure.antacid-mg-al", "lab.calcium.low"), "magnesium: overdose by antacids, and PTH cannot be read when it is low", "lab:83", "lab.magnesium.high") with { ForSafety = true, Status = Explanation.RuleStatus.Unverified },
        Test("WU-36", "ace", 2, AllOf(HighCalcium, Present("lab.vitamin-d-1-25oh.high")), "ACE (not under an ACE inhibitor) and a chest image: calcitriol is high", "lab:10 brief", "lab.ace.high", "condition.sarcoidosis"),
        Test("WU-13", "ace", 3, AllOf(HighCalcium, UnlessKnown("lab.pth.high")), "ACE (not under an ACE inhibitor) and a chest image: sarcoidosis", "lab:10 brief", "lab.ace.high", "condition.sarcoidosis"),
        Test("WU-14", "malignancy-screen", 2, AllOf(HighCalcium, Present("lab.pth.low"), UnlessKnown("lab.vitamin-d-25oh.above-80")), "protein electrophoresis, free light chains, PTHrP, imaging: high calcium with low PTH", "ct:55", "condition.multiple-myeloma", "lab.pthrp.high", "condition.bone-metastases"),
    ];

    private static Rule[] Antibodies() =>
    [
        Test("WU-15", "ana", 2, AllOf(UnlessMet(Met("GEN-017"), "lab.minerals-high"), UnlessKnown("condition.local-damage"), UnlessMet(Met("IAT-44"), "exposure.listed")),
            "ANA, then anticentromere, Scl-70 and others: hidden connective tissue disease behind deposits of fingers, elbows and knees", "brief ct:11", "lab.ana.positive", "lab.anti-centromere.positive", "lab.anti-scl-70.positive", "condition.systemic-sclerosis"),
        Test("WU-37", "myositis-antibodies", 1, AllOf(AnyPresent("condition.dysphagia", "condition.dyspnoea"), AnyPresent("condition.muscle-weakness", "condition.rapid-weakness", "condition.rash", "condition.gottron-papules", "condition.heliotrope-rash")),
            "CK, aldolase and myositis antibodies today: weakness of swallowing or breathing", "lab:46 ct:23 brief", "lab.anti-nxp2.positive", "lab.anti-mda5.positive", "condition.juvenile-dermatomyositis", "condition.dermatomyositis") with { ForSafety = true },
        Test("WU-16", "myositis-antibodies", 2, AnyOf(Present("onset.under-18-years"), AnyPresent("condition.rash", "condition.muscle-weakness", "lesion.sheet")), "CK, aldolase and myositis antibodies, then EMG, muscle MRI or biopsy by a specialist: dermatomyositis", "ct:23 ct:19 lab:17 lab:46 brief", "lab.anti-nxp2.positive", "lab.anti-mda5.positive", "condition.juvenile-dermatomyositis", "condition.dermatomyositis"),
        Test("WU-27", "thrombophilia-screen", 2, Suspected, "protein C and S, antiphospholipid antibodies; not to be read under a vitamin K antagonist", "ct:91", "condition.thrombophilia", "lab.lupus-anticoagulant.positive"),
    ];

    private static Rule[] OtherBloodTests() =>
    [
        Test("WU-38", "lipase", 2, AllOf(Present("site.legs"), AnyPresent("lesion.nodule", "lesion.induration"), AnyPresent("condition.abdominal-pain", "condition.panniculitis", "histology.fat-necrosis-tissue")), "lipase: panniculitis of pancreatic disease", "ct:41", "condition.pancreatic-panniculitis"),
        Test("WU-39", "porphyrins", 3, AllOf(Present("site.porphyria"), Present("condition.skin-thickening")), "urine porphyrins: hardened skin of sun-exposed places", "ct:33", "condition.porphyria-cutanea-tarda"),
        Test("WU-40", "uric-acid", 3, AllOf(Present("site.tophus"), Present("lesion.chalky-discharge")), "a gouty tophus drains chalk as well", "ct:103", "differential.gout"),
        Test("WU-41", "vasculitis-screen", 2, AllOf(Suspected, Present("lesion.purpura")), "ANCA, cryoglobulins and ANA: vasculitis looks alike", "ct:108 ct:96", "differential.vasculitis"),
    ];

    private static Clause Measured => Present("lab.calcium.total-measured");

    internal static Rule Test(string id, string test, int priority, Clause when, string text, string sources, params string[] settles) =>
        new() { Id = id, Kind = RuleKind.Test, Title = text, Key = test, Priority = priority, When = when, Text = text, Sources = Split(sources), Targets = settles };
}
