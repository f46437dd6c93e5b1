using static Calcinosis.Rules.Findings.Comparator;

namespace Calcinosis.Rules.Measurements;

/// <summary>Other laboratory values, and when a laboratory's own range or flag is believed.</summary>
internal static class LaboratoryThresholds
{
    public static readonly Threshold VitaminDToxic = Lab("vitamin-d-25oh.toxic", "25-OH vitamin D", MoreThan, 150m, "ng/mL", "vitamin D excess by the value alone", "lab:7 ct:51", "lab.vitamin-d-25oh.above-150");
    public static readonly Threshold VitaminDHigh = Lab("vitamin-d-25oh.high", "25-OH vitamin D", MoreThan, 80m, "ng/mL", "vitamin D excess when calcium is high and PTH is low", "lab:7", "lab.vitamin-d-25oh.above-80");
    public static readonly Threshold BicarbonateLow = Lab("bicarbonate.acidosis", "bicarbonate", LessThan, 18m, "mmol/L", "acidosis: caution with intravenous thiosulfate", "lab:78 policy", "lab.bicarbonate.below-18");
    public static readonly Threshold PthVeryHigh = Lab("pth.chinese-scheme", "intact PTH", MoreThan, 1000m, "pg/mL", "major risk of the Chinese scheme of calciphylaxis", "ct:88", "lab.pth.above-1000") with { Step = 1m };
    public static readonly Threshold PthSurgery = Lab("pth.surgery", "intact PTH", MoreThan, 500m, "pg/mL", "texts name it for parathyroidectomy", "lab:44", "lab.pth.above-500") with { Step = 1m };
    public static readonly Threshold PthLowInDialysis = Lab("pth.low-in-dialysis", "intact PTH", LessThan, 300m, "pg/mL", "minor risk of the Chinese scheme of calciphylaxis", "ct:88", "lab.pth.below-300") with { Step = 1m };
    public static readonly Threshold CreatinineAbove3 = Lab("creatinine.above-3", "creatinine", MoreThan, 3m, "mg/dL", "kidney failure in the sense of the calciphylaxis series", "ct:89", "lab.creatinine.above-3");
    public static readonly Threshold AnaTitre = Lab("ana.titre", "ANA titre", AtLeast, 80m, "{titer}", "ANA is positive, where the laboratory gives no cut-off", "policy", "lab.ana.positive") with { Step = 1m };

    public static readonly Threshold AdultPhosphateRange = Own("own-range.adult-phosphate", "upper limit of the laboratory's phosphate range", AtMost, 4.7m, "mg/dL", "plainly an adult's range");
    public static readonly Threshold AdultCreatinineRange = Own("own-range.adult-creatinine", "upper limit of the laboratory's creatinine range", AtLeast, 1.0m, "mg/dL", "plainly an adult's range");
    public static readonly Threshold AdultAlkalinePhosphataseRange = Own("own-range.adult-alkaline-phosphatase", "upper limit of the laboratory's alkaline phosphatase range", AtMost, 150m, "U/L", "plainly an adult's range") with { Step = 1m };
    public static readonly Threshold AdultRangeSuspectUntil = Own("own-range.suspect-until-age", "age", LessThan, 12m, "a", "an adult's range of phosphate or creatinine is set against the table") with { Step = 0.01m };
    public static readonly Threshold AdultEnzymeRangeSuspectUntil = Own("own-range.enzyme-suspect-until-age", "age", LessThan, 15m, "a", "an adult's range of alkaline phosphatase is set against the table") with { Step = 0.01m };
    public static readonly Threshold FlagDecidesFromAge = Own("flag.decides-from-age", "age", AtLeast, 18m, "a", "the laboratory's flag decides against a normal value of the table") with { Step = 0.01m };

    public static IReadOnlyList<Threshold> All { get; } =
    [
        VitaminDToxic, VitaminDHigh, BicarbonateLow, PthVeryHigh, PthSurgery, PthLowInDialysis, CreatinineAbove3, AnaTitre,
        AdultPhosphateRange, AdultCreatinineRange, AdultAlkalinePhosphataseRange, AdultRangeSuspectUntil, AdultEnzymeRangeSuspectUntil, FlagDecidesFromAge,
    ];

    private static Threshold Lab(string id, string quantity, Findings.Comparator comparison, decimal value, string unit, string meaning, string sources, string finding) =>
        new(id, quantity, comparison, value, unit, meaning, sources) { Finding = finding };

    private static Threshold Own(string id, string quantity, Findings.Comparator comparison, decimal value, string unit, string meaning) =>
        new(id, quantity, comparison, value, unit, meaning, "policy");
}
