using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.RuleBook;

/// <summary>A comparison in words.</summary>
internal static class ThresholdWords
{
    /// <summary>"14 mg/dL or more", "below 18 years".</summary>
    public static string Of(Threshold threshold) => threshold.Comparison switch
    {
        Comparator.MoreThan => "above " + Number(threshold),
        Comparator.AtLeast => Number(threshold) + " or more",
        Comparator.LessThan => "below " + Number(threshold),
        _ => Number(threshold) + " or less",
    };

    public static string Unit(string unit) => unit switch
    {
        "1" => "",
        "a" => " years",
        "d" => " days",
        "mo" => " months",
        "Cel" => " °C",
        "mm[Hg]" => " mmHg",
        "mg2/dL2" => " mg²/dL²",
        "mL/min/{1.73_m2}" => " mL/min/1.73 m²",
        "/min" => " per minute",
        "{INR}" or "{titer}" => "",
        _ => " " + unit,
    };

    private static string Number(Threshold threshold) => PlainNumber.Text(threshold.Value) + (threshold.Value == 1 ? Unit(threshold.Unit).TrimEnd('s') : Unit(threshold.Unit));
}
