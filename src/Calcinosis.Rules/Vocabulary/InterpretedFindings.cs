using static Calcinosis.Rules.Interpretation.FindingState;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>Findings that the interpretation derives from the document, as against those that are named in it.</summary>
internal static class InterpretedFindings
{
    public static IEnumerable<FindingDefinition> All() =>
        [.. Patient(), .. LesionLook(), .. LesionBehaviour(), .. Laboratory(), .. Kidney(), .. Sites(), .. Agents()];

    private static FindingDefinition[] Patient() =>
    [
        new("patient.female", "woman", "man"),
        new("patient.adult", "18 years or older", "under 18 years"),
        new("patient.infant", "younger than 1 year", "1 year or older"),
        new("patient.under-2-years", "younger than 2 years", "2 years or older"),
        new("patient.under-8-years", "younger than 8 years", "8 years or older"),
        new("patient.newborn", "28 days old or younger", "older than 28 days"),
        new("patient.under-12-years", "younger than 12 years", "12 years or older"),
        new("measurement.height", "height measured", "height not measured") { Test = "height" },
        new("patient.pregnant", "pregnant"),
        new("onset.under-6-weeks", "first seen within the first 6 weeks of life", "first seen after the first 6 weeks of life"),
        new("onset.under-7-years", "first seen by the age of 7 years", "first seen after the age of 7 years"),
        new("onset.under-18-years", "first seen before the age of 18", "first seen at 18 or later"),
        new("onset.under-20-years", "first seen before the age of 20", "first seen at 20 or later"),
        new("onset.under-30-years", "first seen before the age of 30", "first seen at 30 or later"),
        new("measurement.bmi-at-least-30", "body mass index of 30 or more", "body mass index below 30"),
        new("measurement.systolic-bp-below-90", "systolic pressure below 90 mmHg", "systolic pressure of 90 mmHg or more"),
        new("measurement.heart-rate-below-50", "heart rate below 50 per minute", "heart rate of 50 per minute or more"),
        new("measurement.lvef-below-40", "ejection fraction below 40 %", "ejection fraction of 40 % or more"),
        new("measurement.fever", "temperature of 38.0 C or more", "temperature below 38.0 C"),
    ];

    private static FindingDefinition[] LesionLook() =>
    [
        new("lesion.described", "lesion described"),
        new("lesion.nodule", "nodule"), new("lesion.papule", "papule"), new("lesion.plaque", "plaque"), new("lesion.mass", "mass"),
        new("lesion.ulcer", "ulcer", "not ulcerated") { Test = "skin-examination" },
        new("lesion.necrosis", "necrosis or eschar", "no necrosis") { Test = "skin-examination" },
        new("lesion.ischaemic-pattern", "ischaemic skin pattern", "no ischaemic skin pattern")
        {
            Test = "skin-examination",
            WhenAbsent = Follow(Absent, "lesion.retiform-purpura", "lesion.livedo", "lesion.livedo-reticularis", "lesion.netlike-plaque", "lesion.violaceous-plaque"),
        },
        new("lesion.retiform-purpura", "retiform or stellate purpura") { Test = "skin-examination", WhenPresent = Follow(Present, "lesion.purpura") },
        new("lesion.purpura", "purpura") { Test = "skin-examination" },
        new("lesion.livedo", "livedo racemosa or livedo") { Test = "skin-examination" },
        new("lesion.livedo-reticularis", "livedo reticularis") { Test = "skin-examination" },
        new("lesion.netlike-plaque", "dusky net-like plaque") { Test = "skin-examination" },
        new("lesion.violaceous-plaque", "violaceous plaque") { Test = "skin-examination" },
        new("lesion.induration", "induration"), new("lesion.milia-like", "milia-like papules"), new("lesion.cyst-like", "cyst-like nodule"),
        new("lesion.sheet", "sheet-like deposit"), new("lesion.bulla", "blister"), new("lesion.vein-track", "track along a vein"),
        new("lesion.armour-plates", "armour-like plates"), new("lesion.warty", "warty surface"), new("lesion.areolar", "on the areola"), new("lesion.swelling", "swelling"),
        new("lesion.erythema", "redness"), new("lesion.chalky-discharge", "chalky discharge", "no chalky discharge"),
        new("lesion.calcified-deposit", "hard or calcified deposit"),
        new("lesion.palpable-purpura", "palpable purpura") { WhenPresent = Follow(Present, "lesion.purpura") },
        new("lesion.blue-black", "blue-black colour"), new("lesion.undermined-border", "undermined border"), new("lesion.pustule", "began as a pustule"),
        new("lesion.white-scar", "stellate white scar"), new("lesion.punctum", "central punctum"), new("lesion.tent-sign", "tent sign"),
        new("lesion.single", "single lesion", "more than one lesion"),
        new("lesion.two-or-more", "two or more lesions", "single lesion"),
        new("lesion.few", "two to five lesions", "one lesion, or more than five"),
        new("lesion.several-papules", "several small papules"),
        new("lesion.size-over-5mm", "larger than 5 mm", "5 mm or smaller"),
        new("lesion.size-over-10mm", "larger than 10 mm", "10 mm or smaller"),
        new("lesion.size-over-20mm", "larger than 20 mm", "20 mm or smaller"),
        new("lesion.two-regions", "in two or more regions", "in one region"),
        new("lesion.symmetric", "symmetric", "not symmetric"),
        new("lesion.generalised", "generalised", "not generalised"),
        new("lesion.unilateral", "on one side"),
        new("lesion.ring", "in rings"),
        new("lesion.fascial", "reaches fascia or muscle", "does not reach fascia or muscle"),
        new("lesion.periarticular", "around a joint", "not around a joint"),
    ];

    private static FindingDefinition[] LesionBehaviour() =>
    [
        new("lesion.pain", "painful", "painless") { Test = "skin-examination", WhenAbsent = Follow(Absent, "lesion.pain.severe", "lesion.pain.mild") },
        new("lesion.pain.severe", "severe pain", "no severe pain")
        {
            Test = "skin-examination",
            WhenPresent = [new("lesion.pain", Present), new("lesion.pain.mild", Absent)],
        },
        new("lesion.pain.mild", "mild pain", "pain is not mild") { Test = "skin-examination", WhenPresent = [new("lesion.pain", Present), new("lesion.pain.severe", Absent)] },
        new("lesion.pain.recorded", "pain was asked for"),
        new("lesion.non-healing", "does not heal", "heals") { Test = "skin-examination" },
        new("lesion.younger-14-days", "younger than 14 days", "14 days old or older"),
        new("lesion.over-6-months", "there for more than 6 months", "there for 6 months or less"),
        new("lesion.growing", "growing", "not growing"),
        new("lesion.growing-fast", "growing fast") { WhenPresent = Follow(Present, "lesion.growing") },
        new("lesion.new", "new", "not new"),
        new("lesion.cleared", "cleared by itself or after treatment"),
        new("lesion.recurrent", "came back"),
        new("lesion.only-in-damaged-skin", "only in damaged skin", "also outside damaged skin"),
        new("lesion.in-disease-field", "inside a plaque or field of the systemic disease"),
        new("lesion.in-cause-field", "inside the field of a local cause"),
        new("lesion.damage-came-after", "the local damage came after the lesion", "the local damage came first"),
        new("lesion.at-prior-injury", "at the place of an earlier injury", "not at the place of an injury")
        {
            Test = "injury-history",
            WhenPresent = Follow(Present, "condition.local-damage"),
        },
        new("lesion.confined-to-exposure", "confined to the place of an exposure"),
        new("lesion.spread-beyond-exposure", "necrosis or purpura beyond the place of the exposure"),
        new("lesion.calcium-only-in-vessels", "calcium shown only in vessel walls", "calcium shown as a deposit") { Test = "lesion-biopsy" },
        new("lesion.look-not-stated", "look of the lesion not described"),
        new("lesion.same-look-undamaged", "the same lesions also lie where nothing was damaged") { Test = "injury-history" },
        new("lesion.calcification-proven", "calcium shown", "calcium looked for and not found") { Test = "lesion-x-ray" },
        new("lesion.responded-to-corticosteroid", "shrank or cleared under a systemic corticosteroid"),
        new("lesion.responded-to-mineral-treatment", "shrank or cleared when calcium or phosphate was lowered"),
        new("imaging.calcium-not-found", "no calcium on film after 21 days"),
        new("histology.calcium-not-found", "no calcium in an adequate, undecalcified biopsy"),
        new("histology.deep-without-vessel-changes", "deep adequate biopsy without vessel calcification") { Test = "lesion-biopsy" },
        new("histology.cyst-wall.all", "cyst wall around the calcium in every nodule examined") { WhenPresent = Follow(Present, "histology.cyst-wall") },
        new("histology.cyst-wall.some", "cyst wall around the calcium in some nodules") { WhenPresent = Follow(Present, "histology.cyst-wall") },
        new("stay.recent-hospital", "hospital, intensive-care or newborn-care stay shortly before onset"),
        new("spectroscopy.apatite", "deposit is apatite"), new("spectroscopy.oxalate", "deposit is oxalate"),
        new("spectroscopy.urate", "deposit is urate"), new("spectroscopy.silicone", "deposit is silicone"),
        new("gene.hftc", "both copies of GALNT3, FGF23 or KL altered") { Test = "genetic-test" },
        new("gene.gnas", "GNAS altered") { Test = "genetic-test" },
        new("gene.nftc", "both copies of SAMD9 altered") { Test = "genetic-test" },
        new("exposure.vitamin-k-antagonist.recent", "vitamin K antagonist at onset or within 90 days before") { Test = "medication-list" },
        new("exposure.vitamin-k-antagonist.started-1-10-days", "vitamin K antagonist begun 1 to 10 days before onset"),
        new("exposure.vitamin-k-antagonist.long-term", "vitamin K antagonist for more than 6 months", "vitamin K antagonist for 6 months or less") { Test = "medication-list" },
        new("exposure.immunosuppression.long-term", "corticosteroid or immunosuppressant for more than 6 months", "no corticosteroid or immunosuppressant for more than 6 months") { Test = "medication-list" },
        new("exposure.calcium-load.high-and-long", "calcium or phosphate binder in high dose for more than 6 months", "no high dose of calcium or phosphate binder for more than 6 months") { Test = "medication-list" },
        new("exposure.active-vitamin-d.above-half-microgram", "active vitamin D above 0.5 ug a day", "active vitamin D of 0.5 ug a day or less") { Test = "medication-list" },
        new("exposure.injections-at-site", "insulin or heparin injected at the place") { Test = "medication-list" },
        new("exposure.iv-calcium.ongoing", "calcium is running into a vein", "calcium is not running"),
        new("exposure.phosphate-iv.ongoing", "phosphate is running into a vein", "phosphate is not running"),
        new("exposure.sodium-thiosulfate.route-known", "route of sodium thiosulfate stated", "route of sodium thiosulfate not stated"),
        new("exposure.chemotherapy.within-30-days", "chemotherapy within 30 days before onset"),
        new("exposure.systemic-corticosteroid.recent", "systemic corticosteroid at or before onset"),
    ];

    private static FindingDefinition[] Laboratory() =>
    [
        Lab("calcium.high", "calcium high", "calcium not high", "calcium") with { WhenPresent = Follow(Absent, "lab.calcium.low") },
        Lab("calcium.suspected-high", "calcium high only after correction", "calcium not suspected to be high", "ionised-calcium"),
        Lab("calcium.low", "calcium low", "calcium not low", "calcium") with { WhenPresent = Follow(Absent, "lab.calcium.high") },
        Lab("calcium.at-least-12", "calcium 12.0 mg/dL or more", "calcium below 12.0 mg/dL", "calcium"),
        Lab("calcium.at-least-14", "calcium 14.0 mg/dL or more", "calcium below 14.0 mg/dL", "calcium"),
        Lab("calcium.extreme", "calcium value extreme", "calcium value within what is seen", "calcium"),
        Lab("calcium.possibly-ionised", "low total calcium that looks like ionised calcium", "calcium does not look like ionised calcium", "calcium"),
        Lab("calcium.total-measured", "total calcium measured", "total calcium not measured", "calcium"),
        Lab("calcium-ionised.measured", "ionised calcium measured", "ionised calcium not measured", "ionised-calcium"),
        Lab("calcium.near-limit", "total calcium within 0.8 mg/dL of its upper limit", "total calcium not within 0.8 mg/dL of its upper limit", "albumin"),
        Lab("albumin.measured", "albumin measured", "albumin not measured", "albumin"),
        Lab("albumin.below-2", "albumin below 2.0 g/dL", "albumin 2.0 g/dL or more", "albumin"),
        Lab("creatinine.measured", "creatinine measured", "creatinine not measured", "creatinine"),
        Lab("calcium.at-most-6-5", "calcium 6.5 mg/dL or less", "calcium above 6.5 mg/dL", "calcium"),
        Lab("calcium-ionised.high", "ionised calcium high", "ionised calcium not high", "ionised-calcium") with { WhenPresent = Follow(Present, "lab.calcium.high") },
        Lab("calcium-ionised.at-least-1-8", "ionised calcium 1.8 mmol/L or more", "ionised calcium below 1.8 mmol/L", "ionised-calcium"),
        Lab("calcium-ionised.at-most-0-8", "ionised calcium 0.8 mmol/L or less", "ionised calcium above 0.8 mmol/L", "ionised-calcium"),
        Lab("phosphate.high", "phosphate high for age", "phosphate not high", "phosphate") with
        {
            WhenPresent = Follow(Absent, "lab.phosphate.low"),
            WhenAbsent = Follow(Absent, "lab.phosphate.above-1-5x", "lab.phosphate.above-9"),
        },
        Lab("phosphate.low", "phosphate low", "phosphate not low", "phosphate") with { WhenPresent = Follow(Absent, "lab.phosphate.high") },
        Lab("phosphate.borderline", "phosphate borderline", "phosphate not borderline", "phosphate"),
        Lab("phosphate.above-1-5x", "phosphate above 1.5 times the limit", "phosphate not above 1.5 times the limit", "phosphate") with { WhenPresent = Follow(Present, "lab.phosphate.high") },
        Lab("phosphate.above-9", "phosphate above 9 mg/dL", "phosphate 9 mg/dL or less", "phosphate") with { WhenPresent = Follow(Present, "lab.phosphate.high") },
        Lab("phosphate.above-7", "phosphate above 7 mg/dL", "phosphate 7 mg/dL or less", "phosphate"),
        Lab("product.above-70", "calcium-phosphate product above 70 mg2/dL2", "calcium-phosphate product 70 mg2/dL2 or less", "phosphate"),
        Lab("product.above-55", "calcium-phosphate product above the limit for age", "calcium-phosphate product within the limit for age", "phosphate"),
        Lab("product.mild", "calcium-phosphate product 55 to 70 with a borderline component", "no mildly raised product", "phosphate"),
        Lab("mineral-peak-at-onset", "mineral disturbance at onset", "values speak for the time of onset", "calcium"),
        Lab("mineral-peak-before-treatment", "mineral disturbance before treatment", "no treatment before the sample", "calcium"),
        Lab("minerals-abnormal-after-normal", "values high only after normal ones near onset", "no such sequence", "calcium"),
        Lab("pth.high", "PTH high", "PTH not high", "pth") with { WhenPresent = Follow(Absent, "lab.pth.low") },
        Lab("pth.low", "PTH low", "PTH not low", "pth") with { WhenPresent = Follow(Absent, "lab.pth.high") },
        Lab("pth.above-1000", "PTH above 1,000 pg/mL", "PTH 1,000 pg/mL or less", "pth"),
        Lab("pth.above-500", "PTH above 500 pg/mL", "PTH 500 pg/mL or less", "pth"),
        Lab("pth.below-300", "PTH below 300 pg/mL", "PTH 300 pg/mL or more", "pth"),
        Lab("vitamin-d-25oh.above-150", "25-OH vitamin D above 150 ng/mL", "25-OH vitamin D 150 ng/mL or less", "vitamin-d-25oh"),
        Lab("vitamin-d-25oh.above-80", "25-OH vitamin D above 80 ng/mL", "25-OH vitamin D 80 ng/mL or less", "vitamin-d-25oh"),
        Lab("vitamin-d-1-25oh.high", "1,25-(OH)2 vitamin D high", "1,25-(OH)2 vitamin D not high", "vitamin-d-1-25oh"),
        Lab("vitamin-d-1-25oh.low", "1,25-(OH)2 vitamin D low", "1,25-(OH)2 vitamin D not low", "vitamin-d-1-25oh"),
        Lab("bicarbonate.high", "bicarbonate high", "bicarbonate not high", "bicarbonate"),
        Lab("bicarbonate.below-18", "bicarbonate below 18 mmol/L", "bicarbonate 18 mmol/L or more", "bicarbonate"),
        Lab("creatinine.high", "creatinine high", "creatinine not high", "creatinine"),
        Lab("creatinine.above-3", "creatinine above 3 mg/dL", "creatinine 3 mg/dL or less", "creatinine"),
        Lab("ace.high", "ACE high", "ACE not high", "ace"), Lab("pthrp.high", "PTHrP high", "PTHrP not high", "malignancy-screen"),
        Lab("alkaline-phosphatase.high", "alkaline phosphatase high", "alkaline phosphatase not high", "alp"),
        Lab("albumin.low", "albumin low", "albumin not low", "albumin"), Lab("uric-acid.high", "uric acid high", "uric acid not high", "uric-acid"),
        Lab("creatine-kinase.high", "creatine kinase high", "creatine kinase not high", "creatine-kinase"),
        Lab("lipase.high", "lipase high", "lipase not high", "lipase"), Lab("amylase.high", "amylase high", "amylase not high", "lipase"),
        Lab("fgf23-intact.low", "intact FGF23 low", "intact FGF23 not low", "fgf23"), Lab("fgf23-c-terminal.high", "C-terminal FGF23 high", "C-terminal FGF23 not high", "fgf23"),
        Lab("tubular-phosphate-reabsorption.high", "tubular phosphate reabsorption high", "tubular phosphate reabsorption not high", "fgf23"),
        Lab("protein-c.low", "protein C low", "protein C not low", "thrombophilia-screen"), Lab("protein-s.low", "protein S low", "protein S not low", "thrombophilia-screen"),
        Lab("triglycerides.high", "triglycerides high", "triglycerides not high", "lipids"), Lab("cholesterol.high", "cholesterol high", "cholesterol not high", "lipids"),
        Lab("tsh.high", "TSH high", "TSH not high", "tsh"), Lab("platelets.low", "platelets low", "platelets not low", "platelets"), Lab("crp.high", "CRP high", "CRP not high", "crp"),
        Lab("magnesium.low", "magnesium low", "magnesium not low", "magnesium"), Lab("magnesium.high", "magnesium high", "magnesium not high", "magnesium"),
        .. QualitativeTests.Select(test => Lab(test.Id + ".positive", test.Label + " positive", test.Label + " negative", test.Test)),
    ];

    /// <summary>Tests whose answer is positive or negative.</summary>
    internal static IReadOnlyList<(string Id, string Label, string Test)> QualitativeTests { get; } =
    [
        ("ana", "ANA", "ana"), ("anti-centromere", "anticentromere", "ena"), ("anti-scl-70", "anti-Scl-70", "ena"), ("anti-pm-scl", "anti-PM/Scl", "ena"),
        ("anti-nxp2", "anti-NXP2", "myositis-antibodies"), ("anti-mda5", "anti-MDA5", "myositis-antibodies"), ("anti-tif1-gamma", "anti-TIF1-gamma", "myositis-antibodies"),
        ("anti-mi-2", "anti-Mi-2", "myositis-antibodies"), ("anti-jo-1", "anti-Jo-1", "myositis-antibodies"), ("anti-rnp", "anti-RNP", "ena"), ("anti-sm", "anti-Sm", "ena"),
        ("anti-dsdna", "anti-dsDNA", "ena"), ("anti-ssa", "anti-SSA", "ena"), ("anti-ssb", "anti-SSB", "ena"), ("anticardiolipin", "anticardiolipin", "thrombophilia-screen"),
        ("anti-beta2-glycoprotein", "anti-beta2-glycoprotein I", "thrombophilia-screen"), ("lupus-anticoagulant", "lupus anticoagulant", "thrombophilia-screen"),
        ("antiphospholipid-antibody", "antiphospholipid antibody", "thrombophilia-screen"), ("rheumatoid-factor", "rheumatoid factor", "ena"), ("anti-ccp", "anti-CCP", "ena"),
        ("anca", "ANCA", "vasculitis-screen"), ("cryoglobulins", "cryoglobulins", "vasculitis-screen"), ("pf4-antibody", "PF4 antibody", "hit-test"), ("uroporphyrin", "uroporphyrin", "porphyrins"),
    ];

    private static FindingDefinition[] Kidney() =>
    [
        new("renal.normal", "kidney function normal", "kidney function not normal")
        {
            Test = "creatinine",
            WhenPresent = Follow(Absent, "renal.dialysis", "renal.kidney-failure", "renal.advanced", "renal.ckd", "renal.reduced", "renal.uraemic", "renal.egfr-at-most-15", "renal.egfr-below-30", "renal.egfr-at-most-30", "renal.egfr-below-35", "renal.egfr-below-60", "renal.transplant", "renal.dialysis-over-5-years"),
        },
        new("renal.dialysis", "on dialysis", "not on dialysis") { Test = "creatinine", WhenPresent = [.. Follow(Present, "renal.kidney-failure", "renal.uraemic")] },
        new("renal.kidney-failure", "kidney failure", "no kidney failure") { Test = "creatinine", WhenPresent = Follow(Present, "renal.advanced", "renal.uraemic", "renal.ckd"), WhenAbsent = Follow(Absent, "renal.dialysis") },
        new("renal.advanced", "kidney function below 30 or chronic renal failure", "no advanced kidney disease") { Test = "creatinine", WhenPresent = [.. Follow(Absent, "renal.normal"), .. Follow(Present, "renal.ckd")], WhenAbsent = Follow(Absent, "renal.kidney-failure") },
        new("renal.ckd", "chronic kidney disease", "no chronic kidney disease") { Test = "creatinine", WhenPresent = Follow(Absent, "renal.normal"), WhenAbsent = Follow(Absent, "renal.advanced") },
        new("renal.reduced", "kidney function reduced (stage 3-4, one low eGFR or acute injury)", "kidney function not in the reduced range") { Test = "creatinine", WhenPresent = Follow(Absent, "renal.normal") },
        new("renal.uraemic", "kidney failure, graft, or acute injury on dialysis (uraemic)", "not uraemic") { Test = "creatinine", WhenPresent = Follow(Absent, "renal.normal"), WhenAbsent = Follow(Absent, "renal.kidney-failure", "renal.transplant") },
        new("renal.transplant", "kidney transplant", "no kidney transplant") { WhenPresent = Follow(Present, "renal.uraemic") },
        new("renal.egfr-at-most-15", "eGFR 15 or less", "eGFR above 15") { Test = "creatinine", WhenPresent = Follow(Present, "renal.egfr-below-30") },
        new("renal.egfr-below-30", "eGFR below 30", "eGFR 30 or more") { Test = "creatinine", WhenPresent = Follow(Present, "renal.egfr-at-most-30"), WhenAbsent = Follow(Absent, "renal.egfr-at-most-15") },
        new("renal.egfr-at-most-30", "eGFR 30 or less", "eGFR above 30") { Test = "creatinine", WhenPresent = Follow(Present, "renal.egfr-below-35"), WhenAbsent = Follow(Absent, "renal.egfr-below-30") },
        new("renal.dialysis-over-5-years", "on dialysis for more than 5 years", "not on dialysis for more than 5 years") { Test = "history", WhenPresent = Follow(Present, "renal.dialysis") },
        new("renal.egfr-below-35", "eGFR below 35", "eGFR 35 or more") { Test = "creatinine", WhenPresent = Follow(Present, "renal.egfr-below-60"), WhenAbsent = Follow(Absent, "renal.egfr-at-most-30") },
        new("renal.egfr-below-60", "eGFR below 60", "eGFR 60 or more") { Test = "creatinine", WhenAbsent = Follow(Absent, "renal.egfr-below-35") },
    ];

    private static IEnumerable<FindingDefinition> Sites() =>
        SiteSets.All.Select(set => new FindingDefinition(set.Id, set.Label, "not " + set.Label) { Test = "lesion-site" });

    private static IEnumerable<FindingDefinition> Agents() =>
        IatrogenicAgents.All.SelectMany(agent => new FindingDefinition[]
        {
            new($"exposure.{agent.Id}.at-site", $"lesion at the place of: {agent.Label}", $"lesion not at the place of: {agent.Label}") { Test = "exposure-history" },
            new($"exposure.{agent.Id}.in-window", $"onset within the usual time after: {agent.Label}", $"onset outside the usual time after: {agent.Label}")
            {
                Test = "exposure-date",
                WhenPresent = Follow(Absent, $"exposure.{agent.Id}.out-of-window", $"exposure.{agent.Id}.late", $"exposure.{agent.Id}.lesion-first"),
            },
            new($"exposure.{agent.Id}.late", $"onset late but possible after: {agent.Label}") { Test = "exposure-date", WhenPresent = Follow(Absent, $"exposure.{agent.Id}.in-window", $"exposure.{agent.Id}.out-of-window") },
            new($"exposure.{agent.Id}.out-of-window", $"onset too early or too late after: {agent.Label}") { Test = "exposure-date", WhenPresent = Follow(Absent, $"exposure.{agent.Id}.in-window") },
            new($"exposure.{agent.Id}.lesion-first", $"lesion was there before: {agent.Label}") { Test = "exposure-date", WhenPresent = Follow(Absent, $"exposure.{agent.Id}.in-window") },
            new($"exposure.{agent.Id}.leak", $"leak or swelling seen during: {agent.Label}"),
            new($"exposure.{agent.Id}.confined", $"lesion confined to the place of: {agent.Label}"),
            new($"exposure.{agent.Id}.could-fit", $"place and age would fit: {agent.Label}", $"place or age does not fit: {agent.Label}"),
            new($"exposure.{agent.Id}.within-42-days", $"onset within 42 days after: {agent.Label}"),
        });

    private static FindingDefinition Lab(string id, string label, string absent, string test) => new("lab." + id, label, absent) { Test = test };

    private static Implication[] Follow(Interpretation.FindingState state, params string[] findings) => [.. findings.Select(finding => new Implication(finding, state))];
}
