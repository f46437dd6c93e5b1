using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Explanation.EvidenceWeight;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>
/// What symptoms, places and functional problems say about the type beside what decides a level: mostly little. A look
/// that is common to all types (hard, yellow-white, chalk inside, coming back after surgery) has no rule, on purpose.
/// </summary>
internal static class BearingRules
{
    private static readonly Clause Digits = AnyPresent("site.fingers", "site.digits");
    private static readonly Clause ChildsLesion = Present("onset.under-18-years");

    public static IEnumerable<Rule> Rules() => [.. Symptoms(), .. Clearing(), .. Limbs(), .. HeadAndTrunk(), .. Problems()];

    private static Rule[] Symptoms() =>
    [
        For("BRG-01", "Slow and painless", [Idiopathic, Metastatic], AllOf(Absent("lesion.pain"), Present("lesion.over-6-months")), "slow, painless growth fits masses of mineral disorders and idiopathic forms", "brief ct:9", Weak),
        For("BRG-02", "Slow and painless in connective tissue disease", [Dystrophic], AllOf(Absent("lesion.pain"), Present("lesion.over-6-months"), Met("DYS-191")), "slow, painless deposits fit connective tissue disease", "brief ct:9", Weak),
        For("BRG-03", "Severe pain of a fingertip in connective tissue disease", [Dystrophic], AllOf(Present("lesion.pain.severe"), Digits, Met("DYS-190")), "fingertip deposits and flares may hurt badly", "ct:12 policy", Weak),
        For("BRG-04", "Severe pain in an infected or inflamed deposit", [Dystrophic], AllOf(Present("lesion.pain.severe"), AnyPresent("lesion.erythema", "condition.pus", "condition.skin-infection"), Met("DYS-186")), "an inflamed deposit may hurt badly", "brief policy", Weak),
        For("BRG-05", "Pain after calcium leaked", [Iatrogenic], AllOf(Present("lesion.pain"), Met("IAT-41")), "fresh extravasation is tender", "ct:70", Weak),
        For("BRG-07", "Raised product or kidney failure at an infusion", [Iatrogenic], AllOf(Met("IAT-41"), AnyPresent("lab.product.above-70", "renal.uraemic")), "a raised product or kidney failure predisposes to deposits where calcium was given", "ct:74 ct:77", Weak),
        For("BRG-06", "Youth and a long painless course", [Idiopathic], AllOf(ChildsLesion, Absent("lesion.pain")), "onset in youth, healthy, without pain", "ct:67 ct:65", Moderate),
    ];

    private static Rule[] Clearing() =>
    [
        For("BRG-10", "Cleared by itself after an exposure", [Iatrogenic], AllOf(Present("lesion.cleared"), AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv", "exposure.heel-stick", "exposure.calcium-heparin", "exposure.electrode-paste")),
            "deposits after infusion clear in weeks to 6 months, after heparin in 2 months, of the heel by 18 to 30 months", "ct:72 ct:76 ct:77", Moderate),
        For("BRG-11", "Small papules of a child cleared", [Idiopathic], AllOf(Present("lesion.cleared"), Met("IDI-036")), "milia-like deposits clear by adult life", "ct:68", Weak),
        For("BRG-12", "Shrank under a corticosteroid in granulomatous disease", [Metastatic], AllOf(Present("lesion.responded-to-corticosteroid"), AnyOf(Met("MET-101"), Met("MET-102"))), "deposits went in 4 months under prednisone in a published case", "ct:53", Strong),
        For("BRG-13", "Shrank when calcium or phosphate was lowered", [Metastatic], Present("lesion.responded-to-mineral-treatment"), "deposits that shrink with the product follow the minerals", "ct:53 ct:58", Strong),
    ];

    private static Rule[] Limbs() =>
    [
        For("BRG-20", "Fingers with Raynaud phenomenon", [Dystrophic], AllOf(Digits, Present("condition.raynaud")), "fingers with Raynaud phenomenon point to systemic sclerosis", "ct:12 ct:13", Moderate),
        For("BRG-21", "Fingers", [Dystrophic], AllOf(Digits, UnlessKnown("condition.raynaud")), "fingers are a common place in connective tissue disease; gout sits here too", "ct:12 brief", Weak),
        For("BRG-22", "Hand nodules on dialysis", [Metastatic], AllOf(Present("site.hand"), Present("renal.dialysis")), "nodules of the hands were the finding in two dialysis patients", "ct:58", Weak),
        For("BRG-23", "Forearm in connective tissue disease", [Dystrophic], AllOf(Present("site.forearm"), Met("DYS-190")), "the forearm is a usual place", "ct:9 brief", Weak),
        For("BRG-24", "Forearm where a cannula lay", [Iatrogenic], AllOf(Present("site.forearm"), AnyPresent("exposure.iv-calcium.at-site", "exposure.phosphate-iv.at-site")), "forearm with a cannula", "ct:70 brief", Moderate),
        For("BRG-25", "Elbow", [Dystrophic, Metastatic, Idiopathic], Present("site.elbow"), "the elbow is common to connective tissue disease, uraemic masses, tumoral calcinosis and gout", "ct:9 ct:56 ct:64 brief", Weak),
        For("BRG-26", "Around a large joint", [Metastatic, Idiopathic], Met("GEN-020"), "masses around large joints fit mineral disorders and familial tumoral calcinosis", "ct:9 ct:64 brief", Moderate),
        For("BRG-27", "Over a joint in scleroderma or dermatomyositis", [Dystrophic], AllOf(Met("GEN-020"), Met("DYS-190")), "deposits over joints are usual in dermatomyositis and systemic sclerosis", "ct:18 ct:12 brief", Moderate),
        For("BRG-28", "Heel of an infant", [Iatrogenic], AllOf(Present("site.only-heel"), Present("onset.under-7-years"), Present("exposure.heel-stick")), "the heel of an infant after heel sticks", "ct:76 brief", Strong),
    ];

    private static Rule[] HeadAndTrunk() =>
    [
        For("BRG-30", "Face or eyelid of a child", [Idiopathic], AllOf(AnyPresent("site.face", "site.eyelid"), ChildsLesion), "subepidermal calcified nodules sit at lid, ear and face of children", "ct:67 brief", Moderate),
        For("BRG-31", "Eyelid in hyperparathyroidism", [Metastatic], AllOf(Present("site.eyelid"), AnyOf(Met("MET-120"), Met("MET-121"), Met("MET-122"))), "lower-lid deposits in primary hyperparathyroidism, one case", "ct:57", Weak),
        For("BRG-32", "Scalp", [Idiopathic], AllOf(Present("site.scalp"), ChildsLesion), "a child's scalp is a place of subepidermal nodules", "ct:67 brief", Weak),
        For("BRG-33", "Scalp where electrodes lay", [Iatrogenic], AllOf(Present("site.scalp"), Present("exposure.electrode-paste")), "electrode paste leaves rings on the scalp", "ct:5 brief", Weak),
        For("BRG-34", "Buttock in lupus or juvenile dermatomyositis", [Dystrophic], AllOf(Present("site.buttock"), AnyPresent("condition.systemic-lupus-erythematosus", "condition.juvenile-dermatomyositis", "condition.injection-site-damage")), "the buttock is a usual place in lupus, juvenile dermatomyositis and after injections", "ct:26 ct:18 brief", Weak),
        For("BRG-35", "Under lupus lesions", [Dystrophic], AllOf(AnyPresent("condition.cutaneous-lupus", "condition.lupus-panniculitis"), AnyPresent("lesion.in-disease-field", "lesion.in-cause-field")), "deposits under lupus lesions", "ct:24 ct:26 brief", Strong),
    ];

    private static Rule[] Problems() =>
    [
        For("BRG-40", "Loss of movement or stiff joint around a joint deposit", [Metastatic, Idiopathic], AllOf(AnyPresent("condition.movement-loss", "condition.joint-stiffness", "condition.walking-difficulty"), Met("GEN-020")), "masses around joints limit movement", "ct:56 brief", Weak),
        For("BRG-41", "Loss of movement with sheets of calcium", [Dystrophic], AllOf(AnyPresent("condition.movement-loss", "condition.joint-stiffness", "condition.walking-difficulty"), AnyPresent("lesion.sheet", "lesion.fascial", "imaging.sheet-like-calcification")), "sheets of dermatomyositis stiffen limbs", "ct:22 brief", Weak),
        For("BRG-42", "Rigid muscles", [Dystrophic], AllOf(Present("condition.rigid-muscles"), AnyPresent("lesion.sheet", "lesion.fascial", "imaging.sheet-like-calcification", "condition.juvenile-dermatomyositis", "condition.dermatomyositis")),
            "rigid muscles fit deposits of fascia and muscle in dermatomyositis; nephrogenic fibrosis and graft-versus-host disease stiffen too", "ct:22 brief", Moderate),
        For("BRG-43", "Walking hurts in ischaemic skin", [Calciphylaxis], AllOf(Present("condition.walking-difficulty"), AnyOf(Met("CPX-102"), Met("CPX-103"))), "pain of the lesions hinders walking", "ct:92 brief", Weak),
        For("BRG-44", "Chalk from a long-standing acral ulcer", [Dystrophic], AllOf(Present("lesion.chalky-discharge"), Present("lesion.ulcer"), Digits), "chalk from a chronic ulcer over an acral or pressure point", "ct:12 ct:14", Moderate),
    ];
}
