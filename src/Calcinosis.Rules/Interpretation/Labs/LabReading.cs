using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Interpretation.Labs;

/// <summary>One laboratory result as it is understood: converted, judged, and set against its range.</summary>
internal sealed record LabReading(LabResult Result, string Path, Analyte Analyte)
{
    /// <summary>Value in the canonical unit; null when only a flag is known or the value was set aside.</summary>
    public decimal? Value { get; init; }

    /// <summary>True: extreme, never the only reason for a state.</summary>
    public bool Extreme { get; init; }

    public RangeState State { get; init; }

    /// <summary>Value and flag say opposite things.</summary>
    public bool Contradictory { get; init; }

    /// <summary>Only a flag, no value.</summary>
    public bool FlagOnly { get; init; }

    /// <summary>Upper limit in use, in the canonical unit; null when there is none or it is not unique.</summary>
    public decimal? UpperLimit { get; init; }

    public required string Seen { get; init; }

    public DaySpan? Day => Result.TakenOn is { } taken ? DaySpan.Of(taken) : null;

    public FindingState IsHigh => State switch
    {
        RangeState.High => FindingState.Present,
        RangeState.Normal or RangeState.Low or RangeState.BorderlineLow => FindingState.Absent,
        _ => FindingState.Unknown,
    };

    public FindingState IsLow => State switch
    {
        RangeState.Low => FindingState.Present,
        RangeState.Normal or RangeState.High or RangeState.BorderlineHigh => FindingState.Absent,
        _ => FindingState.Unknown,
    };

    /// <summary>On the side of a threshold, which may stand in any unit of the analyte; bounds such as "&lt; 5" decide only what they say.</summary>
    public FindingState Compare(Threshold threshold) => Compare(threshold, Analyte.Canonical(threshold));

    /// <summary>On the side of a threshold whose number was worked out for this reading.</summary>
    public FindingState Compare(Threshold threshold, decimal number)
    {
        var above = Above(number, orEqual: threshold.Comparison is Comparator.AtLeast or Comparator.LessThan);
        return threshold.PointsUp ? above : Negate(above);
    }

    private static FindingState Negate(FindingState state) => state switch
    {
        FindingState.Present => FindingState.Absent,
        FindingState.Absent => FindingState.Present,
        _ => FindingState.Unknown,
    };

    private FindingState Above(decimal threshold, bool orEqual)
    {
        if (Value is not { } value)
            return FindingState.Unknown;
        var above = orEqual ? value >= threshold : value > threshold;
        return Result.Comparator switch
        {
            null => above ? FindingState.Present : FindingState.Absent,
            Comparator.MoreThan or Comparator.AtLeast => above || (Result.Comparator == Comparator.MoreThan && value == threshold) ? FindingState.Present : FindingState.Unknown,
            _ => !above || (Result.Comparator == Comparator.LessThan && value == threshold) ? FindingState.Absent : FindingState.Unknown,
        };
    }

    public static string SeenText(LabResult result, string label)
    {
        var value = result.Value is { } number ? string.Create(CultureInfo.InvariantCulture, $" {Sign(result.Comparator)}{Shortest(number)} {result.Unit}").TrimEnd() : "";
        var range = result.ReferenceRange is { } own && (own.Low ?? own.High) is not null
            ? string.Create(CultureInfo.InvariantCulture, $" ({own.Low}-{own.High})")
            : "";
        var flag = result.Interpretation is { } word ? $" [{LowerWord(word)}]" : "";
        var day = result.TakenOn is { } taken ? $" on {taken}" : "";
        return $"{label}{value}{range}{flag}{day}";
    }

    private static string LowerWord(LabInterpretation word) => word switch
    {
        LabInterpretation.High => "high",
        LabInterpretation.Low => "low",
        LabInterpretation.Normal => "normal",
        _ => word.ToString().ToLowerInvariant(),
    };

    private static decimal Shortest(decimal number) => number == 0 ? number / 1.000000000000000000000000000000m : Explanation.PlainNumber.WithoutTrailingZeros(number);

    private static string Sign(Comparator? comparator) => comparator switch
    {
        Comparator.LessThan => "< ",
        Comparator.AtMost => "<= ",
        Comparator.AtLeast => ">= ",
        Comparator.MoreThan => "> ",
        _ => "",
    };
}
