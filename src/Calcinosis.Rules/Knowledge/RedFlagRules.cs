using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>What must not wait for the ranking. Urgency is the highest of all flags that fire; missing data never lower it.</summary>
internal static class RedFlagRules
{
    /// <summary>Possible calciphylaxis before a negative biopsy and before look-alikes lower it.</summary>
    private static readonly Clause SuspectedCalciphylaxis = AllOf(AnyOf(Met("CPX-EST"), Met("CPX-PRO"), Met("CPX-POS")), UnlessMet(Met("CPX-EXC"), "type.calciphylaxis.excluded"));

    public static IEnumerable<Rule> Rules() => [.. Calciphylaxis(), .. Minerals(), .. TissueDisease(), .. Others()];

    private static Rule[] Calciphylaxis() =>
    [
        Flag("RF-01", Urgency.SameDay, "Possible calciphylaxis", SuspectedCalciphylaxis,
            "findings support possible calciphylaxis: call nephrology and dermatology the same day; the treating doctor reviews vitamin K antagonist, calcium and active vitamin D; weigh the risk of a biopsy", "ct:81 ct:92"),
        Flag("RF-02", Urgency.Emergency, "Possible calciphylaxis with signs of sepsis",
            AllOf(SuspectedCalciphylaxis, AnyPresent("condition.fever", "measurement.fever", "condition.spreading-redness", "condition.shock", "condition.sepsis", "measurement.systolic-bp-below-90")),
            "sepsis is the main cause of death here: emergency assessment now", "ct:92 ct:81") with { Narrows = ["RF-01"] },
        Flag("RF-03", Urgency.Emergency, "Possible visceral calciphylaxis",
            AllOf(SuspectedCalciphylaxis, AnyPresent("condition.gi-bleeding", "condition.chest-pain", "condition.dyspnoea")), "bleeding, chest pain or breathlessness may be the visceral form", "ct:81") with { Narrows = ["RF-01"] },
        Flag("RF-04", Urgency.SameDay, "Penile necrosis", AllOf(Present("site.penis"), Present("lesion.necrosis")), "any penile necrosis needs an urgent opinion; do not biopsy", "ct:98"),
        Flag("RF-05", Urgency.SameDay, "Vitamin K antagonist in possible calciphylaxis", AllOf(SuspectedCalciphylaxis, Present("exposure.vitamin-k-antagonist.recent")),
            "a vitamin K antagonist is running: the treating doctor decides on a replacement the same day, above all with a mechanical valve or recent thrombosis", "ct:83 ct:90") with { Narrows = ["RF-01"] },
    ];

    private static Rule[] Minerals() =>
    [
        Flag("RF-10", Urgency.Emergency, "Calcium of 14 mg/dL or more", AnyPresent("lab.calcium.at-least-14", "lab.calcium-ionised.at-least-1-8"), "severe hypercalcaemia: emergency", "ct:109 lab:85"),
        Flag("RF-11", Urgency.Emergency, "High calcium with symptoms",
            AllOf(AnyOf(Present("lab.calcium.high"), Present("lab.calcium.suspected-high")), AnyPresent("condition.confusion", "condition.vomiting", "condition.polyuria-polydipsia", "condition.arrhythmia", "condition.acute-kidney-injury")),
            "high calcium with symptoms: emergency", "ct:109"),
        Flag("RF-12", Urgency.SameDay, "Calcium of 12 mg/dL or more", AllOf(Present("lab.calcium.at-least-12"), UnlessKnown("lab.calcium.at-least-14")), "marked hypercalcaemia: act the same day", "lab:3 policy"),
        Flag("RF-13", Urgency.SameDay, "Phosphate above 9 mg/dL", Present("lab.phosphate.above-9"), "very high phosphate: act the same day", "policy", RuleStatus.Policy),
        Flag("RF-14", Urgency.SameDay, "Tumour lysis", AnyOf(Present("condition.tumour-lysis-syndrome"), Met("MET-109")), "tumour lysis: act the same day", "ct:54 policy"),
        Flag("RF-15", Urgency.Emergency, "Very low calcium", AnyOf(AnyPresent("lab.calcium.at-most-6-5", "lab.calcium-ionised.at-most-0-8"), AllOf(Present("lab.calcium.low"), AnyPresent("condition.tetany", "condition.seizure"))),
            "very low calcium, or low calcium with tetany or seizure: emergency", "lab:22 lab:25"),
        Flag("RF-16", Urgency.Days, "Hypercalcaemia with low PTH in an adult", AllOf(Present("lab.calcium.high"), Present("lab.pth.low"), Present("patient.adult")), "look for cancer, myeloma and sarcoidosis", "ct:45 ct:55"),
        Flag("RF-17", Urgency.Weeks, "High calcium", AllOf(Present("lab.calcium.high"), UnlessKnown("lab.calcium.at-least-12")), "calcium above its range: find the cause", "lab:85"),
        Flag("RF-19", Urgency.Weeks, "High phosphate or product in kidney disease",
            AllOf(AnyPresent("renal.ckd", "renal.uraemic"), AnyOf(AllOf(Present("lab.phosphate.high"), Present("lab.phosphate.above-7")), Present("lab.product.above-55"))),
            "phosphate above 7 mg/dL, or a product above the ceiling for age, in kidney disease: specialist referral", "ct:46 policy"),
        Flag("RF-18", Urgency.Days, "Nerve compression, or fast-growing or infected mass",
            AllOf(AnyOf(Present("condition.nerve-compression"), Present("lesion.growing-fast"), AllOf(Present("lesion.mass"), AnyPresent("condition.pus", "condition.osteomyelitis")))), "a mass that presses, grows fast or is infected", "ct:56 ct:64"),
    ];

    private static Rule[] TissueDisease() =>
    [
        Flag("RF-20", Urgency.Emergency, "Dermatomyositis with trouble swallowing or breathing", AllOf(Met("DYS-190"), AnyPresent("condition.dysphagia", "condition.dyspnoea"), AnyPresent("condition.juvenile-dermatomyositis", "condition.dermatomyositis")),
            "weakness of swallowing or breathing: emergency", "ct:21"),
        Flag("RF-21", Urgency.SameDay, "Anti-MDA5 with cough or breathlessness", AllOf(Present("lab.anti-mda5.positive"), AnyPresent("condition.cough", "condition.dyspnoea", "condition.interstitial-lung-disease")), "rapidly progressive lung disease goes with this antibody", "ct:16"),
        Flag("RF-22", Urgency.Emergency, "Digital gangrene or hypertensive crisis in systemic sclerosis",
            AllOf(AnyPresent("condition.systemic-sclerosis", "condition.systemic-sclerosis-limited", "condition.systemic-sclerosis-diffuse"), AnyPresent("condition.digital-gangrene", "condition.severe-hypertension")),
            "new digital gangrene, or severe hypertension: emergency", "policy", RuleStatus.Unverified),
        Flag("RF-23", Urgency.SameDay, "Newborn fat necrosis", Met("DYS-120"), "measure calcium today and again for six months; poor feeding, vomiting or lethargy are warning signs", "ct:40"),
        Flag("RF-24", Urgency.Days, "Pancreatic panniculitis", AnyPresent("condition.pancreatic-panniculitis", "histology.ghost-adipocytes"), "measure lipase and look for a pancreatic tumour", "ct:41"),
        Flag("RF-25", Urgency.Weeks, "Ulcer in a burn scar or chronic leg ulcer", AnyOf(Present("differential.marjolin-ulcer"), AllOf(AnyPresent("condition.burn-scar", "condition.venous-ulcer", "condition.chronic-skin-ulcer"), Present("lesion.ulcer"))), "a biopsy for carcinoma is worth considering when it does not heal", "ct:31"),
        Flag("RF-26", Urgency.SameDay, "Infected deposit", AllOf(AnyPresent("condition.pus", "condition.osteomyelitis", "condition.skin-infection"), AnyOf(Present("lesion.ulcer"), Present("condition.fever"))), "infection over a deposit", "ct:81 policy"),
        Flag("RF-27", Urgency.Days, "Child with sheets of calcium", AllOf(AnyPresent("lesion.sheet", "imaging.sheet-like-calcification"), Present("onset.under-18-years"), UnlessMet(Met("DYS-191"), "condition.connective-tissue-disease")),
            "look for juvenile dermatomyositis before calling it idiopathic", "ct:113"),
    ];

    private static Rule[] Others() =>
    [
        Flag("RF-30", Urgency.Emergency, "Extravasation with blisters, necrosis, absent pulse or tense limb",
            AllOf(Met("IAT-41"), AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv", "exposure.calcium-injection"), AnyPresent("lesion.bulla", "lesion.necrosis", "condition.limb-tense", "condition.absent-pulse")),
            "stop the line and call a surgeon: blisters, necrosis or a tense or pulseless limb after an infusion", "ct:74"),
        Flag("RF-31", Urgency.SameDay, "Newborn with plaque and fever", AllOf(Present("patient.newborn"), AnyPresent("condition.fever", "measurement.fever"), AnyPresent("lesion.plaque", "lesion.swelling", "lesion.erythema")), "exclude infection before blaming calcium", "ct:73"),
        Flag("RF-32", Urgency.Days, "Deposits after transplantation", AllOf(AnyOf(Met(IatrogenicRules.IdOf("transplant-liver")), Met(IatrogenicRules.IdOf("transplant-other")))), "also check calcium, phosphate, PTH, graft and lungs", "ct:79"),
        Flag("RF-33", Urgency.Days, "Familial tumoral calcinosis with infection, visual loss or cold limb",
            AllOf(Met("IDI-082"), AnyPresent("condition.skin-infection", "condition.osteomyelitis", "condition.visual-loss", "condition.cold-limb", "condition.gingivitis", "lesion.ulcer")), "infection of skin or bone, loss of vision or a cold limb need a specialist within days", "ct:61 ct:63"),
        Flag("RF-34", Urgency.Days, "Rapidly growing hard mass", Present("lesion.growing-fast"), "exclude a sarcoma", "ct:64") with { Narrows = ["RF-18"] },
        Flag("RF-35", Urgency.SameDay, "Suspected non-accidental injury", Present("condition.non-accidental-injury"), "follow the law of the place", "ct:80"),
        Flag("RF-36", Urgency.SameDay, "Necrosis or purpura in heparin-induced thrombocytopenia", AllOf(AnyPresent("differential.hit", "lab.pf4-antibody.positive"), AnyPresent("lesion.necrosis", "lesion.purpura")), "stop heparin: decision of the treating doctor the same day", "ct:108"),
        Flag("RF-37", Urgency.Emergency, "Purpura fulminans or necrotising infection", AnyPresent("differential.dic", "differential.necrotising-fasciitis"), "emergency", "ct:96 ct:73"),
    ];

    private static Rule Flag(string id, Urgency urgency, string title, Clause when, string text, string sources, RuleStatus status = RuleStatus.Sourced) =>
        new() { Id = id, Kind = RuleKind.RedFlag, Title = title, When = when, Urgency = urgency, Text = text, Sources = Split(sources), Status = status };
}
