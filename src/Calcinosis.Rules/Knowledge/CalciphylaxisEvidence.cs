using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Explanation.EvidenceWeight;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// Risk factors, tests and places that speak for calciphylaxis beside what decides its level. They order the explanation
/// and move nothing: published odds come from small series.
/// </summary>
internal static class CalciphylaxisEvidence
{
    public static IEnumerable<Rule> Rules() => [.. Tests(), .. Risks(), .. WeakRisks()];

    private static Rule[] Tests() =>
    [
        For("CPX-F01", "Small-vessel calcium on an image", [Calciphylaxis], Met("CPX-124"), "net-like or fine superficial vessel calcification on the image", "ct:97", Moderate),
        For("CPX-F02", "Bone scan uptake at the lesion", [Calciphylaxis], Met("CPX-125"), "soft-tissue uptake on the bone scan; sensitivity 89 % in 18 cases", "ct:97", Moderate),
        For("CPX-F03", "Diffuse dermal angiomatosis", [Calciphylaxis], Present("histology.diffuse-dermal-angiomatosis"), "seen only in calciphylaxis in one series", "ct:94", Moderate),
        For("CPX-F04", "Calcium outside vessels", [Calciphylaxis], Met("CPX-122"), "calcium around sweat glands or in fat septa; series disagree on its worth", "ct:94", Weak),
        For("CPX-F05", "Fatty place", [Calciphylaxis], Present("site.calciphylaxis-proximal"), "fatty skin of trunk and thigh is a usual place, with the worse course", "ct:82 ct:93", Moderate),
        For("CPX-F06", "Lower leg or digits", [Calciphylaxis], Present("site.calciphylaxis-distal"), "a usual place of the distal form", "ct:90 ct:93", Weak),
        For("CPX-F07", "Penis", [Calciphylaxis], AllOf(Present("site.penis"), Present("renal.uraemic")), "the penile form belongs to dialysis and diabetes and has the worst course", "ct:98 ct:93", Moderate),
    ];

    private static Rule[] Risks() =>
    [
        For("CPX-F10", "Vitamin K antagonist", [Calciphylaxis], Present("exposure.vitamin-k-antagonist.recent"), "odds ratio 11.4 (2.7 to 48.1) in dialysis patients", "ct:83", Moderate),
        For("CPX-F11", "Low albumin", [Calciphylaxis], AnyPresent("lab.albumin.low", "condition.malnutrition"), "odds ratio 19.8 a g/dL", "ct:83 ct:85", Moderate),
        For("CPX-F12", "Obesity", [Calciphylaxis], AnyPresent("condition.obesity", "measurement.bmi-at-least-30"), "obesity is a risk factor in kidney failure and without it", "ct:84 ct:87 ct:89", Moderate),
        For("CPX-F13", "Weight loss", [Calciphylaxis], Present("condition.weight-loss"), "weight loss in the months before", "ct:87", Moderate),
        For("CPX-F14", "Thrombophilia", [Calciphylaxis], Met("CPX-306"), "lupus anticoagulant in 48 % against 5 %; protein C deficiency in 46 % against none", "ct:91", Moderate),
    ];

    private static Rule[] WeakRisks() =>
    [
        For("CPX-F20", "Woman", [Calciphylaxis], Present("patient.female"), "odds ratio 6.0 (1.6 to 22.6)", "ct:85", Weak),
        For("CPX-F21", "Diabetes", [Calciphylaxis], Present("condition.diabetes-mellitus"), "more than twofold in dialysis patients", "ct:82 lab:67", Weak),
        For("CPX-F22", "Phosphate or product high", [Calciphylaxis], AnyPresent("lab.phosphate.high", "lab.product.above-55"), "odds ratio 3.5 a mg/dL; normal values do not speak against it", "ct:85 ct:84", Weak),
        For("CPX-F23", "Calcium high", [Calciphylaxis], Present("lab.calcium.high"), "33 % more a mg/dL; normal values do not speak against it", "ct:82 lab:67", Weak),
        For("CPX-F24", "PTH high or very low", [Calciphylaxis], AnyPresent("lab.pth.high", "lab.pth.low", "condition.adynamic-bone-disease"), "both overactive and over-suppressed parathyroids are named", "ct:82 ct:88 lab:40", Weak),
        For("CPX-F25", "Alkaline phosphatase high", [Calciphylaxis], Present("lab.alkaline-phosphatase.high"), "named as a risk in two surveys", "ct:88 lab:40", Weak),
        For("CPX-F26", "Injections at the place", [Calciphylaxis], AnyPresent("exposure.injections-at-site", "exposure.insulin"), "one to more than three insulin injections a day: odds ratio 1.5 to 3.7", "ct:82", Weak),
        For("CPX-F27", "Systemic corticosteroid", [Calciphylaxis], Present("exposure.systemic-corticosteroid.recent"), "before 61 % of non-uraemic cases", "ct:84 ct:89", Weak),
        For("CPX-F28", "Iron", [Calciphylaxis], AnyPresent("exposure.iron-iv", "condition.iron-overload"), "iron is named as a trigger", "ct:84 ct:96", Weak),
        For("CPX-F29", "Albumin infusion", [Calciphylaxis], Present("exposure.albumin-infusion"), "albumin infusion is named as a trigger", "ct:89", Weak),
        For("CPX-F30", "Injury at the place", [Calciphylaxis], AnyPresent("condition.local-trauma", "lesion.at-prior-injury"), "injury may set it off", "ct:81", Weak),
        For("CPX-F31", "Low blood pressure", [Calciphylaxis], AnyPresent("condition.hypotension", "measurement.systolic-bp-below-90"), "low pressure starves the skin", "ct:81", Weak),
        For("CPX-F32", "CRP high", [Calciphylaxis], AnyPresent("lab.crp.high", "condition.systemic-inflammation"), "inflammation goes with it", "ct:89 lab:39", Weak),
        For("CPX-F33", "Liver disease", [Calciphylaxis], AnyPresent("condition.liver-disease", "condition.cirrhosis", "condition.alcoholic-liver-disease"), "liver disease is a risk factor", "ct:84 ct:89", Weak),
        For("CPX-F34", "Aluminium", [Calciphylaxis], AnyPresent("condition.aluminium-overload", "exposure.antacid-mg-al"), "aluminium above 25 ng/mL is a risk factor", "ct:84", Weak),
        For("CPX-F35", "Calcium or vitamin D given", [Calciphylaxis], AnyPresent("exposure.calcium-binder", "exposure.calcium-oral", "exposure.vitamin-d", "exposure.active-vitamin-d"), "calcium binders and vitamin D are named triggers", "ct:82 ct:84 ct:96", Weak),
        For("CPX-F36", "Calcimimetic", [Calciphylaxis], Present("exposure.calcimimetic"), "more often taken before it in one large cohort, as a sign of disturbed minerals", "ct:82", Weak),
        For("CPX-F37", "Long dialysis", [Calciphylaxis], Present("renal.dialysis-over-5-years"), "the risk grows with years of dialysis", "ct:88", Weak),
        For("CPX-F38", "Cancer or chemotherapy", [Calciphylaxis], AnyOf(Met("CPX-302"), Present("exposure.chemotherapy")), "cancer stood behind 22 % of non-uraemic cases", "ct:88 ct:89", Weak),
        For("CPX-F39", "Further single reports", [Calciphylaxis],
            AnyPresent("exposure.teriparatide", "condition.crohn-disease", "condition.poems-syndrome", "condition.milk-alkali-syndrome", "condition.vitamin-d-excess", "condition.sarcoidosis"), "single cases were reported", "ct:117 ct:96 ct:81", Weak),
        For("CPX-F40", "Connective tissue disease", [Calciphylaxis], Met("CPX-304"), "connective tissue disease stood behind 11 % of non-uraemic cases", "ct:89 ct:101", Weak),
        For("CPX-F41", "Primary hyperparathyroidism", [Calciphylaxis], Met("CPX-301"), "primary hyperparathyroidism stood behind 28 % of non-uraemic cases", "ct:89", Moderate),
        // Last, so that how long somebody has been on dialysis is told by its own line.
        For("CPX-F15", "Reduced kidney function", [Calciphylaxis], AnyOf(Met("CPX-110"), Met("CPX-111")), "kidney disease is the commonest host", "ct:81", Moderate),
    ];
}
