using System.Collections.Frozen;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>
/// Subtype keys in a clinician's words. A key that is not listed is shown as its own words ("uraemic.penile" reads
/// "uraemic, penile"), so a new subtype is readable before it has a label.
/// </summary>
internal static class SubtypeLabels
{
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ctd.ssc_limited"] = "limited systemic sclerosis (CREST)",
        ["ctd.ssc_diffuse"] = "diffuse systemic sclerosis",
        ["ctd.ssc"] = "systemic sclerosis",
        ["ctd.jdm"] = "juvenile dermatomyositis",
        ["ctd.dm_adult"] = "adult dermatomyositis",
        ["ctd.sle"] = "systemic lupus erythematosus",
        ["ctd.lupus_panniculitis"] = "lupus panniculitis",
        ["ctd.mctd"] = "mixed connective tissue disease",
        ["ctd.overlap"] = "overlap syndrome of connective tissue diseases",
        ["ctd.uctd"] = "undifferentiated connective tissue disease",
        ["ctd.ra"] = "rheumatoid arthritis",
        ["ctd.sjogren"] = "Sjögren disease",
        ["ctd.morphea"] = "morphea (localised scleroderma)",
        ["fat.pancreatic"] = "pancreatic panniculitis",
        ["fat.scfn"] = "subcutaneous fat necrosis of the newborn",
        ["fat.lipodermatosclerosis"] = "lipodermatosclerosis",
        ["fat.trauma"] = "traumatic fat necrosis",
        ["inherited.pxe"] = "pseudoxanthoma elasticum",
        ["inherited.ehlers_danlos"] = "Ehlers-Danlos syndrome",
        ["inherited.werner"] = "Werner syndrome",
        ["inherited.rothmund_thomson"] = "Rothmund-Thomson syndrome",
        ["inherited.gaci"] = "generalised arterial calcification of infancy",
        ["neoplasm.pilomatricoma"] = "pilomatricoma",
        ["neoplasm.other"] = "calcified skin tumour",
        ["cyst.epidermoid"] = "epidermoid or trichilemmal cyst",
        ["infection.cysticercosis"] = "cysticercosis",
        ["infection.guinea_worm"] = "guinea worm",
        ["infection.filaria"] = "filarial infection",
        ["infection.other"] = "other infection",
        ["trauma.burn_scar"] = "burn scar",
        ["trauma.scar"] = "scar or haematoma",
        ["trauma.injection"] = "injection site",
        ["trauma.radiation"] = "irradiated skin",
        ["trauma.exogenous_calcium"] = "contact with calcium salts",
        ["acne"] = "acne scars",
        ["venous_insufficiency"] = "chronic venous insufficiency",
        ["pct"] = "porphyria cutanea tarda",
        ["gvhd"] = "chronic graft-versus-host disease",
        ["ckd"] = "chronic kidney disease",
        ["ckd_dialysis"] = "chronic kidney disease on dialysis",
        ["hpt_primary"] = "primary hyperparathyroidism",
        ["hpt_secondary"] = "secondary hyperparathyroidism",
        ["hpt_tertiary"] = "tertiary hyperparathyroidism",
        ["vitamin_d_excess"] = "vitamin D excess",
        ["milk_alkali"] = "milk-alkali syndrome",
        ["sarcoidosis"] = "sarcoidosis",
        ["granuloma_other"] = "other granulomatous disease",
        ["paget"] = "Paget disease of bone",
        ["malignancy_bone"] = "bone metastases",
        ["myeloma"] = "myeloma",
        ["leukaemia_lymphoma"] = "leukaemia or lymphoma",
        ["humoral_pthrp"] = "tumour that makes PTHrP",
        ["tumour_lysis"] = "tumour lysis",
        ["immobilisation"] = "immobilisation",
        ["hyperthyroidism"] = "hyperthyroidism",
        ["vitamin_a"] = "vitamin A excess",
        ["adrenal_insufficiency"] = "adrenal insufficiency",
        ["hypoparathyroidism"] = "hypoparathyroidism",
        ["php"] = "pseudohypoparathyroidism",
        ["phosphate_load"] = "phosphate load",
        ["albright"] = "Albright hereditary osteodystrophy",
        ["hyperphosphataemia_other"] = "other cause of a high phosphate",
        ["hftc"] = "hyperphosphataemic familial tumoral calcinosis",
        ["ftc_hyperphosphataemic"] = "hyperphosphataemic familial tumoral calcinosis",
        ["ftc_normophosphataemic"] = "normophosphataemic familial tumoral calcinosis",
        ["tumoral_sporadic"] = "sporadic tumoral calcinosis",
        ["scn"] = "subepidermal calcified nodule",
        ["scrotal"] = "scrotal calcinosis",
        ["vulvar"] = "vulvar calcinosis",
        ["penile"] = "penile calcinosis",
        ["areolar"] = "areolar calcinosis",
        ["milia_like"] = "milia-like calcinosis",
        ["universalis_idiopathic"] = "idiopathic calcinosis universalis",
        ["circumscripta_idiopathic"] = "idiopathic calcinosis circumscripta",
        ["solitary_other"] = "solitary nodule at another site",
        ["iv_calcium"] = "intravenous calcium",
        ["iv_calcium_generalised_neonate"] = "intravenous calcium, generalised form of the newborn",
        ["heel_stick"] = "heel sticks",
        ["electrode_paste"] = "electrode paste with calcium chloride",
        ["calcium_heparin"] = "calcium heparin injections",
        ["calcium_alginate_dressing"] = "calcium alginate dressing",
        ["transplant_liver"] = "liver transplantation",
        ["transplant_other"] = "other organ transplantation",
        ["pas_iv_calcium_tb"] = "tuberculosis treatment with para-aminosalicylic acid and intravenous calcium",
        ["phosphate_solution"] = "phosphate solution or parenteral nutrition",
        ["calcium_gluconate_injection"] = "calcium gluconate injection",
        ["calcium_filler"] = "calcium hydroxyapatite filler",
        ["uraemic"] = "uraemic",
        ["non_uraemic"] = "non-uraemic",
        ["unspecified"] = "kidney function not known",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string subtype) =>
        Labels.TryGetValue(subtype, out var label)
            ? label
            : string.Join(", ", subtype.Split('.').Select(part => Labels.TryGetValue(part, out var known) && IsKidneyPart(part) ? known : part.Replace('_', ' ')));

    // Calciphylaxis keys are composed: kidney part, then site. Only the first has a label that can stand in a list.
    private static bool IsKidneyPart(string part) => part is "uraemic" or "non_uraemic" or "unspecified";
}
