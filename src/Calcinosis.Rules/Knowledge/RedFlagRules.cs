using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using static Calcinosis.Rules.Explanation.Urgency;
using static Calcinosis.Rules.Inference.Clauses;
using static Calcinosis.Rules.Knowledge.RuleWords;

namespace Calcinosis.Rules.Knowledge;

/// <summary>What must not wait for the ranking. Urgency is the highest of all flags that fire; missing data never lower it.</summary>
internal static class RedFlagRules
{
    private static readonly Clause Suspected = CalciphylaxisRules.Suspected;

    /// <summary>A high calcium by value or by diagnosis, or one that only the correction shows.</summary>
    private static readonly Clause SomeHighCalcium = AnyPresent("lab.calcium.high", "lab.calcium.suspected-high", "lab.calcium.at-least-12");

    private static readonly Clause SepsisSigns = AnyPresent(
        "condition.fever", "measurement.fever", "condition.spreading-redness", "condition.shock", "condition.sepsis", "condition.hypotension", "measurement.systolic-bp-below-90");

    private static readonly string[] PurpleSkin = ["lesion.purpura", "lesion.violaceous-plaque", "lesion.netlike-plaque", "lesion.livedo", "lesion.livedo-reticularis", "lesion.retiform-purpura"];

    /// <summary>Those whom the specification names: dialysis, kidney disease, graft, vitamin K antagonist, cancer, liver disease.</summary>
    private static readonly Clause Host = AnyOf(
        AnyPresent("renal.uraemic", "renal.advanced", "renal.ckd", "renal.reduced", "renal.transplant", "exposure.vitamin-k-antagonist.recent", "condition.liver-disease", "condition.cirrhosis", "condition.alcoholic-liver-disease"),
        Met("CPX-302"));

    private static readonly Clause SomeExtravasation = AllOf(Met("IAT-41"), AnyPresent("exposure.iv-calcium", "exposure.phosphate-iv", "exposure.calcium-injection"));

    public static IEnumerable<Rule> Rules() => [.. Calciphylaxis(), .. Minerals(), .. MineralsInOtherWords(), .. TissueDisease(), .. Exposures(), .. LookAlikes(), .. Slower()];

    private static Rule[] Calciphylaxis() =>
    [
        Flag("RF-01", SameDay, "Possible calciphylaxis", Suspected,
            "findings support possible calciphylaxis: call nephrology and dermatology the same day; the treating doctor reviews vitamin K antagonist, calcium and active vitamin D; weigh the risk of a biopsy", "ct:81 ct:92"),
        Flag("RF-02", Emergency, "Possible calciphylaxis with signs of sepsis or fast spread",
            AllOf(Suspected, AnyOf(SepsisSigns, AllOf(Present("lesion.growing-fast"), Present("lesion.necrosis")))),
            "sepsis is the main cause of death here, and necrosis may spread fast: emergency assessment now", "ct:92 ct:81") with { Narrows = ["RF-01"] },
        Flag("RF-03", Emergency, "Possible visceral calciphylaxis",
            AllOf(Suspected, AnyPresent("condition.gi-bleeding", "condition.chest-pain", "condition.dyspnoea", "condition.muscle-weakness", "condition.rapid-weakness")),
            "bleeding, chest pain, breathlessness or weakness may be the visceral form", "ct:81") with { Narrows = ["RF-01"] },
        Flag("RF-04", SameDay, "Penile necrosis", AllOf(Present("site.penis"), Present("lesion.necrosis")), "any penile necrosis needs an urgent opinion; a biopsy there carries a special risk", "ct:98"),
        Flag("RF-06", SameDay, "Painful red or purple skin in a host of calciphylaxis",
            AllOf(Host, Present("lesion.pain"), AnyPresent([.. PurpleSkin, "lesion.erythema", "lesion.induration", "lesion.necrosis"])),
            "painful red, purple or dying skin in kidney or liver disease, with cancer or on a vitamin K antagonist: have calciphylaxis looked for the same day", "ct:81 ct:92"),
        Flag("RF-07", Days, "Purple skin in a host of calciphylaxis", AllOf(Host, AnyPresent(PurpleSkin)),
            "purple skin in kidney or liver disease, with cancer or on a vitamin K antagonist: a quarter of patients with calciphylaxis lacked severe pain; to be seen within days", "ct:92"),
        Flag("RF-05", SameDay, "Vitamin K antagonist in possible calciphylaxis", AllOf(Suspected, Present("exposure.vitamin-k-antagonist.recent")),
            "a vitamin K antagonist is running: the treating doctor decides on a replacement the same day, above all with a mechanical valve or recent thrombosis", "ct:83 ct:90") with { Narrows = ["RF-01"] },
    ];

    private static Rule[] Minerals() =>
    [
        Flag("RF-10", Emergency, "Calcium of 14 mg/dL or more",
            AnyOf(AllOf(Present("lab.calcium.at-least-14"), UnlessKnown("lab.calcium.extreme")), Present("lab.calcium-ionised.at-least-1-8")), "severe hypercalcaemia: emergency", "ct:109 lab:85"),
        Flag("RF-19", Emergency, "Extreme calcium value", AllOf(Present("lab.calcium.at-least-14"), Present("lab.calcium.extreme")),
            "the calcium value is extreme: verify at once; if it stands, it is an emergency", "ct:109 lab:3 policy"),
        Flag("RF-11", Emergency, "High calcium with symptoms",
            AllOf(SomeHighCalcium, AnyPresent("condition.confusion", "condition.vomiting", "condition.polyuria-polydipsia", "condition.arrhythmia", "condition.acute-kidney-injury", "condition.acute-kidney-injury-dialysis")),
            "high calcium with confusion, vomiting, thirst, arrhythmia or kidney injury: emergency", "ct:109"),
        Flag("RF-12", SameDay, "Calcium of 12 mg/dL or more", AllOf(Present("lab.calcium.at-least-12"), UnlessKnown("lab.calcium.at-least-14")), "marked hypercalcaemia: act the same day", "lab:3 policy"),
        Flag("RF-13", SameDay, "Phosphate above 9 mg/dL", Present("lab.phosphate.above-9"), "very high phosphate: act the same day", "policy", RuleStatus.Policy),
        Flag("RF-14", SameDay, "Tumour lysis", AnyOf(Present("condition.tumour-lysis-syndrome"), Met("MET-109")), "tumour lysis: act the same day", "ct:54 policy"),
        Flag("RF-15", Emergency, "Very low calcium", AnyOf(AnyPresent("lab.calcium.at-most-6-5", "lab.calcium-ionised.at-most-0-8"), AllOf(AnyPresent("lab.calcium.low", "condition.hypocalcaemia"), AnyPresent("condition.tetany", "condition.seizure"))),
            "very low calcium, or low calcium with tetany or seizure: emergency", "lab:22 lab:25"),
        Flag("RF-15V", SameDay, "Low total calcium that may be ionised calcium", Present("lab.calcium.possibly-ionised"),
            "the value looks like ionised calcium; if it is total calcium it is dangerously low: verify the same day", "lab:15 policy"),
    ];

    private static Rule[] MineralsInOtherWords() =>
    [
        Flag("RF-16", Days, "Hypercalcaemia with low PTH in an adult", AllOf(Present("lab.calcium.high"), Present("lab.pth.low"), Present("patient.adult")), "look for cancer, myeloma and sarcoidosis", "ct:45 ct:55"),
        Flag("RF-17", Weeks, "High calcium", AllOf(AnyPresent("lab.calcium.high", "lab.calcium.suspected-high"), UnlessKnown("lab.calcium.at-least-12")), "calcium above its range, or only after correction: find the cause", "lab:85"),
        Flag("RF-18", Days, "Nerve compression, or fast-growing or infected mass",
            AnyOf(Present("condition.nerve-compression"), AllOf(Present("lesion.mass"), AnyPresent("lesion.growing-fast", "condition.pus", "condition.osteomyelitis"))), "a mass that presses, grows fast or is infected", "ct:56 ct:64"),
        Flag("RF-43", Weeks, "High phosphate or product in kidney disease",
            AllOf(AnyPresent("renal.ckd", "renal.uraemic"), AnyOf(AllOf(Present("lab.phosphate.above-7"), UnlessKnown("patient.under-12-years")), Present("lab.product.above-55"))),
            "phosphate above 7 mg/dL or a product above the limit in kidney disease: a specialist within one to two weeks", "lab:21 lab:81 policy"),
        Flag("RF-46", Weeks, "Sarcoidosis, myeloma or bone metastasis suspected",
            AnyPresent("condition.sarcoidosis.suspected", "condition.multiple-myeloma.suspected", "condition.bone-metastases.suspected"), "a suspected cause of high calcium: specialist within one to two weeks, sooner if calcium is high", "ct:55 policy"),
    ];

    private static Rule[] TissueDisease() =>
    [
        Flag("RF-20", Emergency, "Dermatomyositis with trouble swallowing or breathing, or fast weakness",
            AllOf(AnyPresent("condition.juvenile-dermatomyositis", "condition.dermatomyositis"), AnyPresent("condition.dysphagia", "condition.dyspnoea", "condition.rapid-weakness")),
            "weakness of swallowing or breathing: emergency", "ct:21"),
        Flag("RF-21", SameDay, "Anti-MDA5 with cough or breathlessness", AllOf(Present("lab.anti-mda5.positive"), AnyPresent("condition.cough", "condition.dyspnoea", "condition.interstitial-lung-disease")), "rapidly progressive lung disease goes with this antibody", "ct:16"),
        Flag("RF-28", SameDay, "Suspected dermatomyositis with weakness, trouble swallowing or breathing",
            AllOf(AnyPresent("condition.juvenile-dermatomyositis.suspected", "condition.dermatomyositis.suspected"), AnyPresent("condition.muscle-weakness", "condition.rapid-weakness", "condition.dysphagia", "condition.dyspnoea")),
            "suspected dermatomyositis with weakness: act the same day", "ct:21 lab:46"),
        Flag("RF-22", Emergency, "Digital gangrene or renal crisis in systemic sclerosis",
            AllOf(AnyPresent("condition.systemic-sclerosis", "condition.systemic-sclerosis-limited", "condition.systemic-sclerosis-diffuse"),
                AnyOf(Present("condition.digital-gangrene"), AllOf(Present("condition.severe-hypertension"), UnlessKnown("renal.normal")))),
            "new digital gangrene, or severe hypertension with kidney function falling or not known: emergency", "policy", RuleStatus.Unverified),
        Flag("RF-23", SameDay, "Newborn fat necrosis", Met("DYS-120"), "measure calcium today and again for six months; poor feeding, vomiting or lethargy are warning signs", "ct:40"),
        Flag("RF-24", Days, "Pancreatic panniculitis",
            AnyOf(AnyPresent("condition.pancreatic-panniculitis", "histology.ghost-adipocytes", "condition.pancreatic-panniculitis.suspected"),
                AllOf(AnyPresent("lab.lipase.high", "lab.amylase.high"), Present("site.legs"), AnyPresent("lesion.nodule", "lesion.erythema", "lesion.induration"))),
            "measure lipase and look for a pancreatic tumour", "ct:41"),
        Flag("RF-25", Weeks, "Ulcer in a burn scar or chronic leg ulcer", AllOf(AnyPresent("condition.burn-scar", "condition.venous-ulcer", "condition.chronic-skin-ulcer"), Present("lesion.ulcer")), "a biopsy for carcinoma is worth considering when it does not heal", "ct:31"),
        Flag("RF-26", SameDay, "Infected deposit",
            AnyOf(AnyPresent("condition.pus", "condition.osteomyelitis"), AllOf(Present("condition.skin-infection"), AnyPresent("lesion.ulcer", "lesion.chalky-discharge", "condition.fever", "measurement.fever", "condition.spreading-redness"))),
            "infection over a deposit", "ct:81 policy"),
        Flag("RF-27", Days, "Child with sheets of calcium", AllOf(AnyPresent("lesion.sheet", "imaging.sheet-like-calcification"), Present("onset.under-18-years"), UnlessMet(Met("DYS-191"), "condition.connective-tissue-disease")),
            "look for juvenile dermatomyositis before calling it idiopathic", "ct:113"),
        Flag("RF-33", Days, "Familial tumoral calcinosis with infection, visual loss or cold limb",
            AllOf(Met("IDI-082"), AnyPresent("condition.skin-infection", "condition.osteomyelitis", "condition.visual-loss", "condition.cold-limb", "condition.gingivitis", "lesion.ulcer")), "infection of skin or bone, loss of vision or a cold limb need a specialist within days", "ct:61 ct:63"),
    ];

    private static Rule[] Exposures() =>
    [
        Flag("RF-30", Emergency, "Extravasation with blisters, necrosis, pale, numb, pulseless or tense limb",
            AllOf(SomeExtravasation, AnyPresent("lesion.bulla", "lesion.necrosis", "condition.limb-tense", "condition.absent-pulse", "condition.limb-pallor", "condition.limb-numbness")),
            "stop the line and call a surgeon: blisters, necrosis, or a pale, numb, tense or pulseless limb after an infusion", "ct:74"),
        Flag("RF-29", Emergency, "Infusion running into a swelling",
            AllOf(AnyPresent("exposure.iv-calcium.ongoing", "exposure.phosphate-iv.ongoing"), AnyPresent("exposure.iv-calcium.at-site", "exposure.phosphate-iv.at-site"), AnyPresent("lesion.swelling", "lesion.bulla", "exposure.iv-calcium.leak", "exposure.phosphate-iv.leak")),
            "calcium or phosphate is running and the place swells: stop the line now", "ct:74"),
        Flag("RF-31", SameDay, "Newborn with plaque and fever", AllOf(Present("patient.newborn"), AnyPresent("condition.fever", "measurement.fever"), AnyPresent("lesion.plaque", "lesion.swelling", "lesion.erythema")), "exclude infection before blaming calcium", "ct:73"),
        Flag("RF-42", Emergency, "Newborn with spreading necrosis", AllOf(Present("patient.newborn"), Present("lesion.necrosis"), AnyPresent("lesion.growing", "condition.spreading-redness")), "necrosis that spreads in a newborn: emergency", "policy ct:74", RuleStatus.Policy),
        Flag("RF-32", Days, "Deposits after transplantation", AnyOf(Met(IatrogenicRules.IdOf("transplant-liver")), Met(IatrogenicRules.IdOf("transplant-other"))), "also check calcium, phosphate, PTH, graft and lungs", "ct:79"),
    ];

    private static Rule[] LookAlikes() =>
    [
        Flag("RF-34", Days, "Rapidly growing hard mass", Present("lesion.growing-fast"), "exclude a sarcoma", "ct:64"),
        Flag("RF-35", SameDay, "Suspected non-accidental injury", Present("condition.non-accidental-injury"), "follow the law of the place", "ct:80"),
        Flag("RF-36", SameDay, "Necrosis or purpura in heparin-induced thrombocytopenia", AllOf(AnyPresent("differential.hit", "condition.hit", "lab.pf4-antibody.positive"), AnyPresent("lesion.necrosis", "lesion.purpura")), "heparin-induced thrombocytopenia: the treating doctor decides on heparin the same day", "ct:108"),
        Flag("RF-39", SameDay, "Necrosis with low platelets under heparin", AllOf(Present("lab.platelets.low"), AnyPresent("exposure.heparin", "exposure.calcium-heparin"), AnyPresent("lesion.necrosis", "lesion.purpura")),
            "platelets fell under heparin: think of heparin-induced thrombocytopenia the same day", "ct:108", RuleStatus.Unverified),
        Flag("RF-37", Emergency, "Purpura fulminans or necrotising infection", AnyPresent("differential.dic", "differential.necrotising-fasciitis", "imaging.gas-in-tissue"), "purpura fulminans, necrotising infection or gas in the tissue: emergency", "ct:96 ct:73"),
        Flag("RF-38", Emergency, "Purpura or necrosis in shock or sepsis", AllOf(AnyPresent("condition.shock", "condition.sepsis"), AnyPresent("lesion.purpura", "lesion.necrosis")), "widespread purpura or necrosis in shock: emergency", "ct:96"),
        Flag("RF-40", SameDay, "Red hot plaque with fever or spread", AllOf(AnyPresent("condition.fever", "measurement.fever", "condition.spreading-redness"), AnyPresent("lesion.erythema", "lesion.swelling")),
            "infection is not excluded: cellulitis, abscess or osteomyelitis look like early calcium extravasation", "ct:70 ct:73"),
        Flag("RF-41", Emergency, "Genital necrosis with gas or spreading infection", AllOf(Present("site.genital"), Present("lesion.necrosis"), AnyPresent("imaging.gas-in-tissue", "condition.spreading-redness", "condition.fever", "measurement.fever", "condition.sepsis")),
            "Fournier gangrene comes before penile calciphylaxis here: emergency", "ct:98"),
    ];

    private static Rule[] Slower() =>
    [
        Flag("RF-44", Weeks, "New deposits with signs of connective tissue disease", AllOf(AnyOf(Present("lesion.new"), Absent("lesion.over-6-months")), Present("condition.ctd-signs")), "specialist within one to two weeks", "ct:113 policy", RuleStatus.Policy),
        Flag("RF-45", Weeks, "Ulcerated deposit", AllOf(Present("lesion.ulcer"), AnyOf(Met("GEN-001"), AnyPresent("lesion.chalky-discharge", "lesion.calcified-deposit"))), "an ulcer over calcium: specialist within one to two weeks", "policy", RuleStatus.Policy),
        Flag("RF-47", Weeks, "Deposit that limits a joint", AllOf(AnyPresent("condition.movement-loss", "condition.joint-stiffness"), AnyOf(Met("GEN-020"), Present("site.wrist-ankle"), Present("site.digits"))), "a joint loses movement: specialist within one to two weeks", "brief policy", RuleStatus.Policy),
    ];

    private static Rule Flag(string id, Urgency urgency, string title, Clause when, string text, string sources, RuleStatus status = RuleStatus.Sourced) =>
        new() { Id = id, Kind = RuleKind.RedFlag, Title = title, When = when, Urgency = urgency, Text = text, Sources = Split(sources), Status = status };
}
