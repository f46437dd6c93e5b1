using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Knowledge;

/// <summary>The groups of causes of dystrophic calcinosis.</summary>
internal enum CauseGroup
{
    ConnectiveTissueDisease,
    Fat,
    Inherited,
    TumourOrCyst,
    Infection,
    Trauma,
    Acne,
    Vein,
    Porphyria,
    GraftVersusHost,
    Other,
}

/// <summary>
/// One cause of dystrophic calcinosis. Systemic causes count anywhere and fit at their usual sites; local causes count
/// only at the lesion, which is their fit.
/// </summary>
/// <param name="Number">Number of the rule: <c>DYS-101</c>.</param>
/// <param name="Key">Subtype key.</param>
/// <param name="Group">Group of the cause.</param>
/// <param name="Condition">Finding that states it.</param>
/// <param name="Title">What a reader sees.</param>
/// <param name="Sites">Finding of the usual sites; null for a local cause.</param>
/// <param name="Text">Why it counts.</param>
/// <param name="Sources">Source ids.</param>
internal sealed record DystrophicCause(
    int Number, string Key, CauseGroup Group, string Condition, string Title, string? Sites, string Text, string Sources)
{
    public RuleStatus Status { get; init; }

    public EvidenceWeight Weight { get; init; } = EvidenceWeight.Strong;
}

/// <summary>The causes, in the order in which they name the subtype (the more specific first).</summary>
internal static class DystrophicCauses
{
    public static IReadOnlyList<DystrophicCause> All { get; } =
    [
        .. Disease(CauseGroup.ConnectiveTissueDisease,
            (101, "ctd.lupus_panniculitis", "condition.lupus-panniculitis", "Lupus panniculitis", null, "deposits lie in old lupus-panniculitis plaques", "ct:24 ct:10"),
            (102, "ctd.cutaneous_lupus", "condition.cutaneous-lupus", "Cutaneous lupus", null, "deposits lie under lupus lesions", "ct:26 ct:9 brief"),
            (103, "ctd.morphea", "condition.morphea", "Morphea or linear scleroderma", null, "deposits lie in the sclerotic plaque", "ct:114"),
            (104, "ctd.ssc_limited", "condition.systemic-sclerosis-limited", "Limited systemic sclerosis (CREST)", "site.scleroderma", "a quarter of patients with systemic sclerosis calcify, mostly at the hands", "ct:11 ct:12 brief"),
            (105, "ctd.ssc_diffuse", "condition.systemic-sclerosis-diffuse", "Diffuse systemic sclerosis", "site.scleroderma", "a quarter of patients with systemic sclerosis calcify, mostly at the hands", "ct:11 ct:12 brief"),
            (106, "ctd.ssc", "condition.systemic-sclerosis", "Systemic sclerosis", "site.scleroderma", "a quarter of patients with systemic sclerosis calcify, mostly at the hands", "ct:11 ct:12 ct:14 ct:15 brief"),
            (107, "ctd.jdm", "condition.juvenile-dermatomyositis", "Juvenile dermatomyositis", "site.juvenile-dermatomyositis", "about a third of children with the disease calcify", "ct:18 ct:22 brief"),
            (108, "ctd.dm_adult", "condition.dermatomyositis", "Dermatomyositis", "site.dermatomyositis", "up to a fifth of adults with the disease calcify, mostly late", "ct:16 ct:17 ct:18 brief"),
            (109, "ctd.dm_adult", "condition.antisynthetase-syndrome", "Antisynthetase syndrome", "site.dermatomyositis", "calcinosis belongs to the inflammatory myopathies", "ct:16 ct:10"),
            (110, "ctd.polymyositis", "condition.polymyositis", "Polymyositis", "site.dermatomyositis", "calcinosis is rare in it", "ct:10"),
            (111, "ctd.overlap", "condition.overlap-syndrome", "Overlap syndrome", "site.other-ctd", "6 of 78 patients in one series", "ct:10"),
            (112, "ctd.mctd", "condition.mixed-connective-tissue-disease", "Mixed connective tissue disease", "site.other-ctd", "4 of 78 patients in one series", "ct:10"),
            (113, "ctd.sle", "condition.systemic-lupus-erythematosus", "Systemic lupus erythematosus", "site.lupus", "rare; buttocks, limbs, around the knees", "ct:24 ct:25 brief"),
            (114, "ctd.uctd", "condition.undifferentiated-connective-tissue-disease", "Undifferentiated connective tissue disease", "site.other-ctd", "6 of 78 patients in one series", "ct:10"),
            (115, "ctd.ra", "condition.rheumatoid-arthritis", "Rheumatoid arthritis", "site.other-ctd", "rare", "ct:10"),
            (116, "ctd.sjogren", "condition.sjogren-syndrome", "Sjögren syndrome", "site.other-ctd", "single cases", "ct:27"),
            (117, "ctd.unspecified", "condition.connective-tissue-disease", "Connective tissue disease, not named", "site.other-ctd", "the disease was not named", "ct:10")),
        .. Disease(CauseGroup.Fat,
            (120, "fat.scfn", "condition.subcutaneous-fat-necrosis-newborn", "Subcutaneous fat necrosis of the newborn", "site.newborn-fat", "dying fat of the newborn calcifies and can raise calcium", "ct:40"),
            (121, "fat.pancreatic", "condition.pancreatic-panniculitis", "Pancreatic panniculitis", "site.legs", "fat digested by lipase calcifies", "ct:41"),
            (122, "fat.lipodermatosclerosis", "condition.lipodermatosclerosis", "Lipodermatosclerosis", null, "venous panniculitis of the calf", "ct:28"),
            (123, "fat.trauma", "condition.fat-necrosis", "Fat necrosis", null, "dead fat calcifies", "brief"),
            (124, "fat.panniculitis", "condition.panniculitis", "Panniculitis", null, "inflamed fat calcifies", "brief")),
        .. Disease(CauseGroup.Inherited,
            (130, "inherited.pxe", "condition.pseudoxanthoma-elasticum", "Pseudoxanthoma elasticum", "site.flexures-neck", "elastic fibres calcify", "ct:34"),
            (131, "inherited.ehlers_danlos", "condition.ehlers-danlos-syndrome", "Ehlers-Danlos syndrome", "site.forearm-shin", "small mobile calcified spheroids", "ct:36"),
            (132, "inherited.werner", "condition.werner-syndrome", "Werner syndrome", "site.werner", "calcification at 85 % of large joints", "ct:35"),
            (133, "inherited.rothmund_thomson", "condition.rothmund-thomson-syndrome", "Rothmund-Thomson syndrome", null, "rare", "policy"),
            (134, "inherited.gaci", "condition.generalised-arterial-calcification-of-infancy", "Generalised arterial calcification of infancy", null, "rare", "policy")),
        .. Disease(CauseGroup.TumourOrCyst,
            (140, "neoplasm.pilomatricoma", "condition.pilomatricoma", "Pilomatricoma", null, "the tumour calcifies in most cases", "ct:37"),
            (141, "cyst.epidermoid", "condition.epidermoid-cyst", "Epidermoid cyst", null, "cyst wall or its rest around keratin and calcium", "ct:38"),
            (142, "cyst.trichilemmal", "condition.trichilemmal-cyst", "Trichilemmal cyst", null, "cyst content calcifies", "ct:38"),
            (143, "neoplasm.basal_cell", "condition.basal-cell-carcinoma", "Basal-cell carcinoma", null, "calcium in 11 to 21 % of them", "ct:115 brief"),
            (144, "neoplasm.squamous_cell", "condition.squamous-cell-carcinoma-skin", "Squamous-cell carcinoma of the skin", null, "calcium in 3 % of them", "ct:115 brief"),
            (145, "neoplasm.other", "condition.other-skin-tumour", "Skin tumour", null, "the tumour calcifies", "ct:115 brief")),
        .. Disease(CauseGroup.Infection,
            (150, "infection.cysticercosis", "condition.cysticercosis", "Cysticercosis", null, "dead larvae calcify", "ct:39 brief"),
            (151, "infection.guinea_worm", "condition.guinea-worm", "Guinea-worm infection", null, "the dead worm calcifies", "ct:39 brief"),
            (152, "infection.filaria", "condition.filariasis", "Filariasis", null, "dead worms calcify", "ct:39 brief"),
            (157, "infection.parasite", "condition.other-parasite", "Parasitic infection", null, "dead parasites and their cysts calcify", "ct:39 brief"),
            (153, "infection.other", "condition.histoplasmosis", "Histoplasmosis", null, "infected tissue calcifies", "brief"),
            (154, "infection.other", "condition.cryptococcosis", "Cryptococcosis", null, "infected tissue calcifies", "brief"),
            (155, "infection.other", "condition.skin-abscess", "Abscess", null, "abscess scars calcify", "brief"),
            (156, "infection.other", "condition.skin-infection", "Skin infection", null, "infected tissue calcifies", "brief")),
        .. Disease(CauseGroup.Trauma,
            (160, "trauma.burn_scar", "condition.burn-scar", "Burn scar", null, "on average 37 years after the burn", "ct:31"),
            (161, "trauma.radiation", "condition.radiation-damage", "Radiation damage", null, "about 5 to 10 years after, inside the field", "ct:42"),
            (162, "trauma.injection", "condition.injection-site-damage", "Injection site", null, "months to years after the injection", "ct:116"),
            (163, "trauma.exogenous_calcium", "condition.exogenous-calcium-contact", "Contact with calcium salts", null, "hours to days after contact", "ct:80 ct:5"),
            (164, "trauma.scar", "condition.surgical-scar", "Surgical scar", null, "deposits lie in the scar", "brief"),
            (165, "trauma.scar", "condition.scar", "Scar", null, "deposits lie in the scar", "brief"),
            (166, "trauma.haematoma", "condition.haematoma", "Haematoma", null, "old blood calcifies", "brief"),
            (167, "trauma.injury", "condition.local-trauma", "Injury at the place", null, "injured tissue calcifies", "brief ct:2"),
            (168, "trauma.ischaemia", "condition.ischaemic-tissue-injury", "Ischaemic tissue injury", null, "dead tissue calcifies", "brief"),
            (169, "trauma.injury", "lesion.at-prior-injury", "At the place of an earlier injury", null, "injured tissue calcifies", "brief ct:2")),
        .. Disease(CauseGroup.Acne, (170, "acne", "condition.acne", "Acne", null, "papules in old acne scars; many are bone, so histology is needed", "ct:43 brief")),
        .. Disease(CauseGroup.Vein,
            (171, "venous_insufficiency", "condition.venous-insufficiency", "Chronic venous disease", "site.lower-leg", "calcium on film in 65 % of such legs", "ct:28 ct:29"),
            (172, "venous_insufficiency", "condition.venous-ulcer", "Venous ulcer", null, "calcium in 18 % of hard-to-heal leg ulcers", "ct:30"),
            (173, "venous_insufficiency", "condition.chronic-leg-oedema", "Chronic leg oedema", "site.lower-leg", "chronic oedema damages the tissue", "ct:28")),
        .. Disease(CauseGroup.Porphyria, (174, "pct", "condition.porphyria-cutanea-tarda", "Porphyria cutanea tarda", "site.porphyria", "sclerotic plaques calcify in 8 %", "ct:33")),
        .. Disease(CauseGroup.GraftVersusHost, (175, "gvhd", "condition.chronic-gvhd", "Chronic graft-versus-host disease", "site.gvhd", "sheets in sclerotic skin years after the graft", "ct:32")),
        .. Disease(CauseGroup.Other,
            (176, "other.pressure_site", "condition.pressure-ulcer", "Pressure or neuropathic ulcer", null, "chronic wounds calcify", "brief"),
            (177, "other.foreign_body", "condition.foreign-body-granuloma", "Foreign-body granuloma", null, "granulomas calcify", "brief"),
            (178, "other.chronic_ulcer", "condition.chronic-skin-ulcer", "Chronic ulcer", null, "calcium in 18 % of hard-to-heal ulcers", "ct:30"),
            (179, "other.inflammatory", "condition.hidradenitis-suppurativa", "Hidradenitis suppurativa", null, "inflamed tissue calcifies", "brief"),
            (181, "other.inflammatory", "condition.lichen-sclerosus", "Lichen sclerosus", null, "inflamed, scarred tissue calcifies", "brief"),
            (182, "other.inflammatory", "condition.inflammatory-skin-disease", "Inflammatory skin disease", null, "inflamed tissue calcifies", "brief")),
    ];

    private static IEnumerable<DystrophicCause> Disease(
        CauseGroup group, params (int Number, string Key, string Condition, string Title, string? Sites, string Text, string Sources)[] rows) =>
        rows.Select(row => new DystrophicCause(row.Number, row.Key, group, row.Condition, row.Title, row.Sites, row.Text, row.Sources)
        {
            Status = row.Sources == "policy" ? RuleStatus.Unverified : RuleStatus.Sourced,
        });
}
