using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>Calcium, phosphate and their product: urgency, strength of a disturbance, and how far a limit may be trusted.</summary>
internal static class MineralThresholds
{
    public static readonly Threshold CalciumEmergency = Calcium("calcium.emergency", AtLeast, 14m, "mg/dL", "severe hypercalcaemia, an emergency", "ct:109 lab:85", "lab.calcium.at-least-14");
    public static readonly Threshold CalciumSameDay = Calcium("calcium.same-day", AtLeast, 12m, "mg/dL", "marked hypercalcaemia, to be acted on the same day", "lab:3 lab:85 policy", "lab.calcium.at-least-12");
    public static readonly Threshold CalciumVeryLow = Calcium("calcium.very-low", AtMost, 6.5m, "mg/dL", "very low calcium, an emergency unless normal for age", "lab:22 lab:25", "lab.calcium.at-most-6-5");
    public static readonly Threshold IonisedEmergency = Ionised("calcium-ionised.emergency", AtLeast, 1.8m, "about half of the total that is an emergency", "lab:85 policy", "lab.calcium-ionised.at-least-1-8");
    public static readonly Threshold IonisedVeryLow = Ionised("calcium-ionised.very-low", AtMost, 0.8m, "very low ionised calcium, an emergency", "policy", "lab.calcium-ionised.at-most-0-8");

    public static readonly Threshold CalciumBand = Band("calcium.borderline-band", "distance of a calcium from its limit", 0.2m, "mg/dL", "laboratories differ by this much: the value is borderline", "lab:16 policy");
    public static readonly Threshold IonisedBand = Band("calcium-ionised.borderline-band", "distance of an ionised calcium from its limit", 0.03m, "mmol/L", "laboratories differ by this much: the value is borderline", "policy") with { Step = 0.001m };
    public static readonly Threshold PhosphateBand = Band("phosphate.borderline-band", "distance of a phosphate from its limit", 0.3m, "mg/dL", "laboratories differ by this much: the value is borderline", "ct:50 policy");

    public static readonly Threshold AlbuminNormal = new("albumin.low-for-correction", "albumin", LessThan, 3.5m, "g/dL", "low enough to make a normal total calcium doubtful", "lab:14 lab:85");
    public static readonly Threshold AlbuminTooLow = new("albumin.correction-invalid", "albumin", LessThan, 2.0m, "g/dL", "too low for the correction of calcium to be valid", "lab:20 lab:32 policy") { Finding = "lab.albumin.below-2" };
    public static readonly Threshold AlbuminCorrected = new("albumin.corrected-below", "albumin", LessThan, 4.0m, "g/dL", "calcium is corrected; above it the plain value stands", "lab:32 lab:85");
    public static readonly Threshold NearLimit = Band("calcium.near-limit-band", "distance of a calcium below its upper limit", 0.8m, "mg/dL", "albumin can carry it over the limit: measure albumin today", "lab:85 policy") with { Finding = "lab.calcium.near-limit" };
    public static readonly Threshold CorrectionFromAge = new("calcium.correction-from-age", "age at the sample", AtLeast, 1m, "a", "old enough for the correction of calcium for albumin", "policy") { Step = 0.01m };
    public static readonly Threshold LowAlbuminDiseases = new("albumin.assumed-low-from-age", "age", AtLeast, 18m, "a", "a disease that lowers albumin makes a total calcium without albumin doubtful", "ct:49 policy") { Step = 0.01m };

    public static readonly Threshold PhosphateStrong = new("phosphate.strong", "phosphate divided by its upper limit", MoreThan, 1.5m, "1", "a strong mineral disturbance by phosphate alone", "policy") { Finding = "lab.phosphate.above-1-5x", Step = 0.01m };
    public static readonly Threshold PhosphateSameDay = Phosphate("phosphate.same-day", 9m, "very high phosphate, to be acted on the same day", "policy", "lab.phosphate.above-9");
    public static readonly Threshold PhosphateSoon = Phosphate("phosphate.soon", 7m, "high enough in kidney disease for a referral within weeks", "policy", "lab.phosphate.above-7");

    public static readonly Threshold ProductStrong = Product("product.strong", 70m, "calcium phosphate falls out in normal tissue", "ct:2 ct:3 ct:47", "lab.product.above-70");
    public static readonly Threshold ProductCeiling = Product("product.ceiling", 55m, "above the ceiling of older kidney guidelines, from 13 years", "ct:46 ct:8", "lab.product.above-55");
    public static readonly Threshold ProductCeilingChild = Product("product.ceiling-child", 65m, "above the ceiling of the children's kidney guideline, from 1 to 12 years", "ct:46", "lab.product.above-55");
    public static readonly Threshold ProductFromAge = Years("product.from-age", AtLeast, 1m, "old enough for the product to be read at all", "lab:81 policy");
    public static readonly Threshold ProductAdultFromAge = Years("product.adult-from-age", AtLeast, 13m, "the adult ceiling of the product applies", "ct:46");
    public static readonly Threshold ReportedProductFromAge = Years("product.reported-from-age", AtLeast, 18m, "a product reported without its components counts", "policy");

    public static IReadOnlyList<Threshold> All { get; } =
    [
        CalciumEmergency, CalciumSameDay, CalciumVeryLow, IonisedEmergency, IonisedVeryLow, CalciumBand, IonisedBand, PhosphateBand,
        AlbuminNormal, AlbuminTooLow, AlbuminCorrected, NearLimit, CorrectionFromAge, LowAlbuminDiseases,
        PhosphateStrong, PhosphateSameDay, PhosphateSoon,
        ProductStrong, ProductCeiling, ProductCeilingChild, ProductFromAge, ProductAdultFromAge, ReportedProductFromAge,
    ];

    private static Threshold Calcium(string id, Findings.Comparator comparison, decimal value, string unit, string meaning, string sources, string finding) =>
        new(id, "total or corrected calcium", comparison, value, unit, meaning, sources) { Finding = finding };

    private static Threshold Ionised(string id, Findings.Comparator comparison, decimal value, string meaning, string sources, string finding) =>
        new(id, "ionised calcium", comparison, value, "mmol/L", meaning, sources) { Finding = finding, Step = 0.01m };

    private static Threshold Band(string id, string quantity, decimal value, string unit, string meaning, string sources) =>
        new(id, quantity, AtMost, value, unit, meaning, sources) { Step = 0.01m };

    private static Threshold Phosphate(string id, decimal value, string meaning, string sources, string finding) =>
        new(id, "phosphate", MoreThan, value, "mg/dL", meaning, sources) { Finding = finding };

    private static Threshold Product(string id, decimal value, string meaning, string sources, string finding) =>
        new(id, "calcium-phosphate product", MoreThan, value, "mg2/dL2", meaning, sources) { Finding = finding };

    private static Threshold Years(string id, Findings.Comparator comparison, decimal value, string meaning, string sources) =>
        new(id, "age", comparison, value, "a", meaning, sources) { Step = 0.01m };
}
