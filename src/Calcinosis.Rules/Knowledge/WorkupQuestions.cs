using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.WorkupRules;

namespace Calcinosis.Rules.Knowledge;

/// <summary>What costs nothing: questions to the patient and a look at the skin.</summary>
internal static class WorkupQuestions
{
    private static readonly string[] Drugs = ["exposure.vitamin-k-antagonist.recent", "exposure.systemic-corticosteroid.recent"];
    private static readonly string[] Skin = ["lesion.pain.severe", "lesion.ischaemic-pattern", "lesion.necrosis", "lesion.retiform-purpura"];

    public static IEnumerable<Rule> Rules() =>
    [
        Test("WU-17", "exposure-history", 2, Always, "ask for heel sticks, calcium or phosphate infusions and their place, electrodes, heparin injections, transplantation, tuberculosis treatment", "brief ct:70", "exposure.iv-calcium", "exposure.heel-stick", "exposure.electrode-paste", "exposure.calcium-heparin", "condition.iatrogenic-exposure", "exposure.iv-calcium.at-site"),
        Test("WU-18", "exposure-date", 2, Always, "date of the exposure against onset of the lesion", "ct:70", "exposure.iv-calcium.in-window", "exposure.heel-stick.in-window", "exposure.calcium-heparin.in-window", "exposure.electrode-paste.in-window", "exposure.iv-calcium.out-of-window"),
        Test("WU-19", "injury-history", 2, Always, "ask for injury, scar, burn, injection, infection, acne, vein disease, radiation at the place", "brief ct:2", "condition.local-damage", "lesion.at-prior-injury"),
        Test("WU-20", "ctd-review", 2, Always, "review for Raynaud phenomenon, skin hardening, rash, weakness, arthritis", "brief ct:113", "condition.ctd-signs", "condition.raynaud"),
        Test("WU-21", "medication-list", 1, AnyOf(Present("renal.ckd"), AnyPresent("lesion.necrosis", "lesion.pain.severe")), "medication list today: vitamin K antagonist, calcium, vitamin D, antacids, steroids, iron, teriparatide", "ct:83 ct:84", Drugs) with { Narrows = ["WU-42"] },
        Test("WU-42", "medication-list", 2, Always, "medication list: vitamin K antagonist, calcium, vitamin D, antacids, steroids, iron, teriparatide", "ct:83 ct:84", Drugs),
        Test("WU-22", "skin-examination", 1, AnyPresent("renal.uraemic", "exposure.vitamin-k-antagonist.recent"), "examine the skin today: pain score, livedo, retiform purpura, eschar, ulcer", "ct:92", Skin) with { Narrows = ["WU-43"] },
        Test("WU-43", "skin-examination", 2, Always, "examine the skin: pain score, livedo, retiform purpura, eschar, ulcer, place on fatty tissue", "ct:92", Skin),
        Test("WU-44", "look-alike-review", 1, CalciphylaxisRules.Suspected, "judge infection, vasculitis, emboli, arterial disease and the other look-alikes of calciphylaxis", "ct:108 ct:96", "condition.calciphylaxis-mimic", "differential.infection", "differential.vasculitis", "differential.cholesterol-emboli"),
        Test("WU-50", "gvhd-review", 2, Present("exposure.stem-cell-transplant"), "look for chronic graft-versus-host disease: its hardened skin calcifies years after a stem-cell transplant", "ct:32", "condition.chronic-gvhd"),
        Test("WU-23", "family-history", 2, Met("IDI-014"), "pedigree and age at onset; gene test: familial tumoral calcinosis", "ct:61", "family.tumoral-calcinosis", "gene.hftc", "gene.nftc") with { Narrows = ["WU-45"] },
        Test("WU-45", "family-history", 3, Always, "pedigree and age at onset: familial tumoral calcinosis, pseudoxanthoma elasticum, Werner syndrome", "ct:61 ct:34 ct:35", "family.tumoral-calcinosis", "condition.pseudoxanthoma-elasticum", "condition.werner-syndrome"),
    ];
}
