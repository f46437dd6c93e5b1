using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.TreatmentBlocks;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Findings that call for care with a treatment, what must be asked first, and what is worth knowing.</summary>
internal static class TreatmentCautions
{
    private static readonly Clause Suspected = CalciphylaxisRules.Suspected;

    /// <summary>eGFR known by value, stage, dialysis or as normal.</summary>
    private static readonly Clause KidneyKnown = AnyOf(AnyPresent("renal.normal", "renal.advanced", "renal.kidney-failure", "renal.dialysis", "renal.egfr-below-35"), Absent("renal.egfr-below-35"));

    public static IEnumerable<Rule> Rules() => [.. Asked(), .. Interactions(), .. Bisphosphonates(), .. Systemic(), .. Procedures(), .. WorthKnowing()];

    /// <summary>Unknown values: ask before, never assume.</summary>
    private static Rule[] Asked() =>
    [
        Warn("BL-41", "eGFR not known", UnlessMet(KidneyKnown, "renal.known"), "kidney function is not known: measure it first", "lab:64 lab:58 lab:60 lab:83", "bisphosphonate", "zoledronate-or-alendronate", "etidronate", "colchicine", "probenecid", "antacid-mg-al"),
        Warn("BL-60", "calcium not known", UnlessMet(AnyOf(Present("lab.calcium.low"), Absent("lab.calcium.low")), "lab.calcium.known"), "calcium is not known: measure it first", "lab:64 lab:45", "bisphosphonate", "zoledronate-or-alendronate", "etidronate", "calcimimetic", "denosumab"),
        Warn("BL-61", "PTH not known", UnlessMet(AnyOf(Present("lab.pth.high"), Absent("lab.pth.high")), "lab.pth.known"), "PTH is not known: measure it first", "lab:44 lab:21", "parathyroidectomy", "calcimimetic"),
        Warn("BL-88", "probenecid with kidney stones of unknown kind", Present("condition.kidney-stones"), "kidney stones: ask whether of uric acid", "lab:60", "probenecid"),
        Warn("BL-62", "route of sodium thiosulfate not stated", Absent("exposure.sodium-thiosulfate.route-known"), "the route is not recorded: ask; acidosis and volume matter for the intravenous route only", "lab:76 policy", "sodium-thiosulfate-iv"),
    ];

    private static Rule[] Interactions() =>
    [
        Warn("BL-31", "diltiazem or an inhibitor with colchicine", AnyPresent("exposure.diltiazem", "exposure.strong-cyp3a4-inhibitor", "exposure.ciclosporin"), "diltiazem, verapamil and other inhibitors raise colchicine: dose limit", "lab:59 lab:58", "colchicine"),
        Warn("BL-32", "colchicine, ciclosporin or statin with diltiazem", AnyPresent("exposure.colchicine", "exposure.ciclosporin", "exposure.statin"), "diltiazem raises colchicine, ciclosporin and simvastatin", "lab:59", "diltiazem"),
        Warn("BL-33", "diltiazem with a beta-blocker", Present("exposure.beta-blocker"), "slow pulse", "lab:80", "diltiazem"),
        Warn("BL-63", "colchicine with a statin", Present("exposure.statin"), "muscle damage, confusing in dermatomyositis", "lab:58", "colchicine"),
        Warn("BL-34", "probenecid with methotrexate or salicylate", AnyPresent("exposure.methotrexate", "exposure.salicylate"), "methotrexate rises; salicylates block the effect", "lab:60", "probenecid"),
        Warn("BL-64", "probenecid with penicillin or para-aminosalicylic acid", AnyPresent("exposure.penicillin", "exposure.pas-tuberculosis"), "it holds back penicillins and para-aminosalicylic acid", "lab:60", "probenecid"),
        Warn("BL-65", "ceftriaxone with calcium in a vein", AllOf(AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv"), UnlessMet(AnyPresent("exposure.iv-calcium.ongoing", "exposure.phosphate-iv.ongoing"), "exposure.iv-calcium.ongoing")), "calcium was given into a vein: never in the same line or at the same time", "lab:68", "ceftriaxone"),
        Warn("BL-38", "minocycline with antacid, iron or calcium", AnyPresent("exposure.antacid-mg-al", "exposure.antacid-calcium", "exposure.iron-oral", "exposure.calcium-oral"), "they bind it: take them apart", "lab:83", "minocycline"),
        Warn("BL-66", "antacid with minocycline", Present("exposure.minocycline"), "it binds minocycline: take them apart", "lab:83", "antacid-mg-al"),
        Warn("BL-67", "minocycline with retinoids", Present("exposure.vitamin-a"), "with retinoids pressure in the head may rise", "policy", "minocycline") with { Status = RuleStatus.Unverified },
        Warn("BL-68", "aluminium antacid with citrate", Present("exposure.citrate"), "citrate lets more aluminium in", "policy", "antacid-mg-al") with { Status = RuleStatus.Unverified },
    ];

    private static Rule[] Bisphosphonates() =>
    [
        Warn("BL-39", "oral bisphosphonate with a diseased oesophagus", AnyPresent("condition.oesophageal-disease", "condition.dysphagia"), "not by mouth with a diseased oesophagus", "policy", "bisphosphonate", "zoledronate-or-alendronate", "etidronate") with { Status = RuleStatus.Unverified },
        Warn("BL-40", "bisphosphonate after milk-alkali syndrome", Met("MET-104"), "low calcium followed in 6 of 11", "lab:45", "bisphosphonate", "zoledronate-or-alendronate"),
        Warn("BL-69", "bisphosphonate with possible adynamic bone", AllOf(AnyPresent("renal.ckd", "renal.reduced", "renal.uraemic"), AnyPresent("lab.pth.low", "condition.adynamic-bone-disease")), "kidney disease with low PTH: bone may be adynamic; a bone biopsy is considered first", "lab:21", "bisphosphonate", "zoledronate-or-alendronate", "etidronate"),
        Warn("BL-70", "bisphosphonate in a child or in pregnancy", AnyOf(Absent("patient.adult"), Present("patient.pregnant")), "child or pregnancy: specialists only", "lab:64 policy", "bisphosphonate", "zoledronate-or-alendronate", "etidronate"),
        Warn("BL-71", "bisphosphonate with dental disease", Present("condition.dental-disease"), "necrosis of the jaw", "policy", "bisphosphonate", "zoledronate-or-alendronate", "denosumab") with { Status = RuleStatus.Unverified },
        Warn("BL-72", "etidronate in osteomalacia", AnyPresent("condition.rickets"), "long courses soften bone", "policy", "etidronate") with { Status = RuleStatus.Unverified },
    ];

    private static Rule[] Systemic() =>
    [
        Warn("BL-30", "systemic corticosteroid in possible calciphylaxis", Suspected, "steroids came before 61 % of non-uraemic cases, one text sees early benefit: controversial", "lab:55 lab:44", "corticosteroid-systemic"),
        Warn("BL-43", "systemic corticosteroid in diabetes or infection", AnyPresent("condition.diabetes-mellitus", "condition.skin-infection", "condition.sepsis", "condition.pus", "condition.osteomyelitis"), "diabetes or infection", "lab:46 policy", "corticosteroid-systemic", "corticosteroid-for-hypercalcaemia"),
        Warn("BL-73", "antacid for a child with kidney disease", AllOf(Absent("patient.adult"), AnyPresent("renal.ckd", "renal.reduced", "renal.uraemic")), "aluminium binders in children with kidney disease: one or two days at most", "lab:83", "antacid-mg-al"),
        Warn("BL-74", "immunoglobulin: IgA deficiency, thrombosis, kidney", AnyOf(AnyPresent("condition.iga-deficiency", "condition.deep-vein-thrombosis", "condition.stroke"), Below30), "IgA deficiency, earlier thrombosis or eGFR below 30", "policy", "ivig") with { Status = RuleStatus.Unverified },
        Warn("BL-75", "minocycline in lupus", AnyPresent("condition.systemic-lupus-erythematosus", "condition.cutaneous-lupus"), "it can itself cause lupus", "policy", "minocycline") with { Status = RuleStatus.Unverified },
        Warn("BL-35", "thiosulfate with acidosis or volume overload", AnyPresent("lab.bicarbonate.below-18", "condition.metabolic-acidosis", "condition.volume-overload"), "acidosis or volume overload", "lab:78", "sodium-thiosulfate-iv"),
        Warn("BL-76", "thiosulfate with low calcium or low pressure", AnyPresent("lab.calcium.low", "condition.hypotension", "measurement.systolic-bp-below-90"), "low calcium lengthens QT; pressure may fall", "lab:76", "sodium-thiosulfate-iv"),
        Warn("BL-77", "opioids in kidney failure", AnyPresent("renal.uraemic", "renal.advanced"), "opioids accumulate in kidney failure, morphine most", "policy", "pain-and-wound-care") with { Status = RuleStatus.Unverified },
        Warn("BL-78", "acetazolamide: kidney disease, acidosis, sulfonamide allergy", AnyPresent("renal.ckd", "renal.uraemic", "lab.bicarbonate.below-18", "condition.metabolic-acidosis", "condition.sulfonamide-allergy"), "kidney disease, acidosis or sulfonamide allergy", "policy", "acetazolamide") with { Status = RuleStatus.Unverified },
        Warn("BL-79", "peritoneal dialysis in possible calciphylaxis", Present("condition.peritoneal-dialysis"), "the peritoneal route is avoided when it worsens, and thiosulfate is not given into the abdomen", "lab:44", "dialysis-intensified", "sodium-thiosulfate-iv"),
        Warn("BL-42", "calcium binder while calcium is high", AllOf(Present("lab.calcium.high"), AnyPresent("exposure.calcium-binder", "exposure.calcium-oral")), "calcium is high: calcium by mouth speaks against it", "lab:21", "lower-phosphate-and-pth", "lower-phosphate"),
        Warn("BL-80", "warfarin for calcinosis", Met("DYS-POS"), "the randomised trial was negative", "lab:61", "warfarin-low"),
    ];

    private static Rule[] Procedures() =>
    [
        Warn("BL-36", "surgery in possible calciphylaxis", Suspected, "only careful debridement, decided by specialists", "lab:44", "surgery", "scrotal-excision", "nodule-excision", "surgery-of-masses"),
        Warn("BL-81", "surgery with poor healing, bleeding or infection",
            AnyPresent("condition.digital-gangrene", "condition.digital-ulcers", "condition.bleeding-disorder", "exposure.vitamin-k-antagonist.recent", "exposure.anticoagulant-other", "condition.skin-infection", "condition.pus"),
            "ischaemic fingers heal badly; anticoagulation bleeds; infection is treated first", "lab:65 lab:84", "surgery", "scrotal-excision", "nodule-excision", "surgery-of-masses"),
        Warn("BL-82", "surgery of masses while phosphate is high", Present("lab.phosphate.high"), "masses grow again while phosphate stays high", "lab:31", "surgery-of-masses"),
        Warn("BL-83", "laser with a tendency to keloids", Present("condition.keloid-tendency"), "keloids", "policy", "laser") with { Status = RuleStatus.Unverified },
        Warn("BL-84", "shock waves: pregnancy, bleeding, pacemaker, cancer",
            AnyPresent("patient.pregnant", "condition.bleeding-disorder", "exposure.vitamin-k-antagonist.recent", "exposure.anticoagulant-other", "condition.pacemaker", "condition.malignancy"), "pregnancy, bleeding or anticoagulation, pacemaker or cancer near the field", "policy", "lithotripsy") with { Status = RuleStatus.Unverified },
        Warn("BL-85", "topical thiosulfate: sulfite allergy", Present("condition.sulfite-allergy"), "some preparations hold metabisulfite", "policy", "sodium-thiosulfate-topical") with { Status = RuleStatus.Unverified },
        Warn("BL-86", "topical thiosulfate on an open ulcer", Present("lesion.ulcer"), "open ulcer: by a specialist", "lab:70", "sodium-thiosulfate-topical"),
        Warn("BL-87", "topical thiosulfate alone in possible calciphylaxis", Suspected, "not as the only treatment of calciphylaxis", "lab:70 lab:77", "sodium-thiosulfate-topical"),
    ];

    private static Rule[] WorthKnowing() =>
    [
        Info("BL-90", "start small", AnyOf(TreatmentRules.OfDystrophic, TreatmentRules.OfIatrogenic), "injury by surgery can start new deposits: start with a small test area", "brief lab:84", "surgery"),
        Info("BL-91", "not for calcinosis alone", TreatmentRules.OfDystrophic, "never for calcinosis alone; transplantation itself is a setting of iatrogenic deposits", "brief", "stem-cell-transplantation"),
        Info("BL-92", "blue-black colour", TreatmentRules.OfDystrophic, "deposits may turn blue-black", "lab:69", "minocycline"),
        Info("BL-93", "serology after immunoglobulin", TreatmentRules.Myositis, "antibodies such as ANA may turn positive after it", "policy", "ivig") with { Status = RuleStatus.Unverified },
        Info("BL-94", "long use of antacids", AnyOf(TreatmentRules.OfDystrophic, TreatmentRules.HighPhosphateTumoral), "long use lowers phosphate and softens bone", "lab:83", "antacid-mg-al"),
        Info("BL-95", "sodium load and acidosis", TreatmentRules.OfCalciphylaxis, "12.7 mmol sodium a gram, acidosis, nausea, bone loss", "lab:78 lab:44", "sodium-thiosulfate-iv"),
        Info("BL-96", "vitamin D in granulomatous disease", TreatmentRules.OfMetastatic, "not to be combined with vitamin D or calcium", "ct:53", "treat-granulomas"),
    ];

    private static Rule Warn(string id, string title, Clause when, string text, string sources, params string[] treatments) =>
        Block(id, title, when, text, sources, treatments) with { Severity = TreatmentSeverity.Warn };

    private static Rule Info(string id, string title, Clause when, string text, string sources, params string[] treatments) =>
        Block(id, title, when, text, sources, treatments) with { Severity = TreatmentSeverity.Info };
}
