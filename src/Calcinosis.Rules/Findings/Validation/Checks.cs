using System.Globalization;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>The checks that validators share, each adding one issue with its path.</summary>
internal static class Checks
{
    public static void Error(this IssueSink sink, string code, IssuePath path, string? found, string expected, string message) =>
        sink.Add(new Issue(code, IssueSeverity.Error, path.ToString(), Short(found), expected, message));

    public static void Warn(this IssueSink sink, string code, IssuePath path, string? found, string expected, string message) =>
        sink.Add(new Issue(code, IssueSeverity.Warning, path.ToString(), Short(found), expected, message));

    /// <summary>The number lies between the bounds, both included.</summary>
    public static void Between(this IssueSink sink, decimal? value, decimal low, decimal high, IssuePath path, string unit)
    {
        if (value is { } number && (number < low || number > high))
        {
            sink.Error("value-impossible", path, number.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{low} to {high} {unit}"),
                "The number is outside what is possible; correct it.");
        }
    }

    /// <summary>An end does not lie before its start.</summary>
    public static void Ordered(this IssueSink sink, PartialDate? start, PartialDate? end, IssuePath path)
    {
        if (start is { } first && end is { } last && last.Latest < first.Earliest)
            sink.Error("end-before-start", path, $"{first} to {last}", "an end on or after the start", "The end lies before the start; correct one of them.");
    }

    public static void NotAfter(this IssueSink sink, PartialDate? date, PartialDate? asOf, IssuePath path)
    {
        if (date is { } day && asOf is { } question && day.Earliest > question.Latest)
            sink.Warn("after-as-of", path, day.ToString(), $"on or before {question}", "The date lies after the day of the question; the entry takes no part.");
    }

    private static string? Short(string? text) => text is { Length: > 60 } ? text[..57] + "..." : text;
}
