using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>Kidney function: categories, what counts as failing, reduced, chronic or normal, and limits of drugs.</summary>
internal static class KidneyThresholds
{
    public static readonly Threshold Failure = Gfr("egfr.kidney-failure", LessThan, 15m, "kidney failure", "lab:43", "renal.kidney-failure");
    public static readonly Threshold Advanced = Gfr("egfr.advanced", LessThan, 30m, "advanced kidney disease", "lab:43", "renal.advanced");
    public static readonly Threshold Reduced = Gfr("egfr.reduced", LessThan, 60m, "kidney function is reduced", "lab:43", "renal.egfr-below-60");
    public static readonly Threshold Normal = Gfr("egfr.normal", AtLeast, 60m, "kidney function is normal, where no kidney disease is known", "lab:43 ct:89", "renal.normal");
    public static readonly Threshold Hayashi = Gfr("egfr.hayashi", AtMost, 15m, "first item of the Japanese criteria of calciphylaxis", "ct:108", "renal.egfr-at-most-15");
    public static readonly Threshold Drugs30 = Gfr("egfr.drugs-30", LessThan, 30m, "colchicine and probenecid are spoken against", "lab:58 lab:60", "renal.egfr-below-30");
    public static readonly Threshold Drugs35 = Gfr("egfr.drugs-35", LessThan, 35m, "bisphosphonates and antacids are spoken against", "lab:64 lab:83", "renal.egfr-below-35");
    public static readonly Threshold Probenecid = Gfr("egfr.probenecid", AtMost, 30m, "probenecid has no effect", "lab:60", "renal.egfr-at-most-30");
    public static readonly Threshold LongDialysis = new("dialysis.long", "days on dialysis", MoreThan, 1826m, "d", "more than five years, the line between major and minor risk in the Chinese scheme", "ct:88") { Finding = "renal.dialysis-over-5-years", Step = 1m };
    public static readonly Threshold G1 = Gfr("egfr.g1", AtLeast, 90m, "category G1", "lab:43", null);
    public static readonly Threshold G2 = Gfr("egfr.g2", AtLeast, 60m, "category G2", "lab:43", null);
    public static readonly Threshold G3a = Gfr("egfr.g3a", AtLeast, 45m, "category G3a", "lab:43", null);
    public static readonly Threshold G3b = Gfr("egfr.g3b", AtLeast, 30m, "category G3b", "lab:43", null);
    public static readonly Threshold G4 = Gfr("egfr.g4", AtLeast, 15m, "category G4; below it G5", "lab:43", null);
    public static readonly Threshold CreatinineUraemic = new("creatinine.uraemic", "creatinine", MoreThan, 3m, "mg/dL", "kidney failure in the sense of the calciphylaxis series", "ct:89 ct:90") { Finding = "renal.uraemic" };
    public static readonly Threshold Chronic = new("egfr.chronic-after", "days between two low values", AtLeast, 90m, "d", "a low eGFR is chronic", "lab:43") { Step = 1m };
    public static readonly Threshold EgfrFromAge = new("egfr.from-age", "age", AtLeast, 2m, "a", "old enough for an eGFR to be read", "lab:42 lab:43 policy") { Step = 0.01m };
    public static readonly Threshold AdultFormulaFromAge = new("egfr.adult-formula-from-age", "age", AtLeast, 18m, "a", "CKD-EPI 2021 is computed; below it bedside Schwartz", "lab:41 lab:42") { Step = 0.01m };

    public static readonly Threshold HeightHolds = new("height.holds", "days between height and creatinine", AtMost, 92m, "d", "a child's height serves for the eGFR", "policy") { Step = 1m };

    public static IReadOnlyList<Threshold> All { get; } =
        [Failure, Advanced, Reduced, Normal, Hayashi, Drugs30, Drugs35, Probenecid, LongDialysis, G1, G2, G3a, G3b, G4, CreatinineUraemic, Chronic, EgfrFromAge, AdultFormulaFromAge, HeightHolds];

    private static Threshold Gfr(string id, Findings.Comparator comparison, decimal value, string meaning, string sources, string? finding) =>
        new(id, "eGFR, rounded to an integer", comparison, value, "mL/min/{1.73_m2}", meaning, sources) { Finding = finding, Step = 1m };
}
