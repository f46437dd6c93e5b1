using System.Globalization;
using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>The checks that validators share, each adding one issue with its path.</summary>
internal static class Checks
{
    public static string PathOf(FindingsEntry entry, string section, int index) =>
        entry.From ?? string.Create(CultureInfo.InvariantCulture, $"/{section}/{index}");

    public static void Error(this ValidationContext<FindingsDocument> context, string code, string path, string? found, string expected, string message) =>
        context.AddIssue(new Issue(code, IssueSeverity.Error, path, Short(found), expected, message));

    public static void Warn(this ValidationContext<FindingsDocument> context, string code, string path, string? found, string expected, string message) =>
        context.AddIssue(new Issue(code, IssueSeverity.Warning, path, Short(found), expected, message));

    /// <summary>The number lies between the bounds, both included.</summary>
    public static void Between(this ValidationContext<FindingsDocument> context, decimal? value, decimal low, decimal high, string path, string unit)
    {
        if (value is { } number && (number < low || number > high))
        {
            context.Error("value-impossible", path, number.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"{low} to {high} {unit}"),
                "The number is outside what is possible; correct it.");
        }
    }

    /// <summary>An end does not lie before its start.</summary>
    public static void Ordered(this ValidationContext<FindingsDocument> context, PartialDate? start, PartialDate? end, string path)
    {
        if (start is { } first && end is { } last && last.Latest < first.Earliest)
            context.Error("end-before-start", path, $"{first} to {last}", "an end on or after the start", "The end lies before the start; correct one of them.");
    }

    public static void NotAfter(this ValidationContext<FindingsDocument> context, PartialDate? date, PartialDate? asOf, string path)
    {
        if (date is { } day && asOf is { } question && day.Earliest > question.Latest)
            context.Warn("after-as-of", path, day.ToString(), $"on or before {question}", "The date lies after the day of the question; the entry takes no part.");
    }

    private static string? Short(string? text) => text is { Length: > 60 } ? text[..57] + "..." : text;
}
