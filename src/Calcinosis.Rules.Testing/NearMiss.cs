using System.Text;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Testing;

/// <summary>What stands in the place of what was expected: the whole ranking, and one type in full.</summary>
internal static class NearMiss
{
    private const int Most = 8;

    public static string Describe(Assessment? assessment, LesionAssessment? lesion, CalcinosisType? type)
    {
        if (assessment is null)
            return "";
        var text = new StringBuilder();
        if (lesion is not null)
        {
            text.AppendLine().Append("  What the findings support for ").Append(lesion.Lesion).AppendLine(":");
            foreach (var suggestion in lesion.Suggestions)
                Line(text, "  ", Words.Of(suggestion) + Reason(suggestion));
            if (lesion.Suggestions.FirstOrDefault(suggestion => suggestion.Type == type) is { } asked)
                InFull(text, asked);
        }

        Section(text, "Issues", assessment.Issues.Select(Words.Of));
        Section(text, "Not understood", assessment.NotUnderstood.Select(item => $"{item.Path}: {item.Text}"));
        return text.ToString().TrimEnd();
    }

    private static void InFull(StringBuilder text, Suggestion suggestion)
    {
        var name = Words.Of(suggestion.Type);
        Section(text, $"Why {name}", suggestion.Why.Select(Words.Of));
        Section(text, $"Against {name}", suggestion.Against.Select(Words.Of));
        Section(text, $"Why {name} is not higher", suggestion.WhyNotHigher.Select(Words.Of));
        Section(text, $"Taken as absent for {name}", suggestion.Assumed.Select(assumption => $"{assumption.Finding}: {assumption.Text}"));
        Section(text, $"Missing for {name}", suggestion.Missing.Select(missing => $"{missing.Finding}{Outcome(missing)}"));
    }

    /// <summary>The first line that decides, so that the ranking itself says why.</summary>
    private static string Reason(Suggestion suggestion)
    {
        var lines = suggestion.Certainty >= Certainty.Possible ? suggestion.Why : suggestion.Against.Count > 0 ? suggestion.Against : suggestion.WhyNotHigher;
        return lines is [var first, ..] ? $" [{Words.Of(first)}]" : "";
    }

    private static string Outcome(MissingFinding missing)
    {
        var present = missing.IfPresent is { } up ? $" present: {Words.Of(up)}" : "";
        var absent = missing.IfAbsent is { } down ? $" absent: {Words.Of(down)}" : "";
        var together = missing.Together.Count > 0 ? $" together with {string.Join(", ", missing.Together)}" : "";
        return present.Length + absent.Length + together.Length == 0 ? "" : ";" + present + absent + together;
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
            return;
        text.Append("  ").Append(title).AppendLine(":");
        foreach (var line in all.Take(Most))
            Line(text, "  ", line);
        if (all.Length > Most)
            Line(text, "  ", FormattableString.Invariant($"and {all.Length - Most} more"));
    }

    private static void Line(StringBuilder text, string indent, string line) => text.Append(indent).Append("  - ").AppendLine(line);
}
