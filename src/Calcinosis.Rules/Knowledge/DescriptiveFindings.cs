using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Knowledge;

/// <summary>Findings that documents may state and that no rule reads, with the reason.</summary>
/// <param name="Pattern">Id of a finding, or an id with one <c>*</c> that stands for any characters.</param>
/// <param name="Reason">Why it is understood although it decides nothing.</param>
internal sealed record DescriptiveFinding(string Pattern, string Reason)
{
    public bool IsPattern => Pattern.Contains('*', StringComparison.Ordinal);

    public bool Covers(string finding)
    {
        var star = Pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? finding == Pattern
            : finding.Length >= Pattern.Length - 1 && finding.StartsWith(Pattern[..star], StringComparison.Ordinal) && finding.EndsWith(Pattern[(star + 1)..], StringComparison.Ordinal);
    }
}

/// <summary>The list of <c>descriptive.txt</c>.</summary>
internal static class DescriptiveFindings
{
    public static IReadOnlyList<DescriptiveFinding> All { get; } =
        [.. EmbeddedTable.Rows("Knowledge", "descriptive", columns: 2).Select(row => new DescriptiveFinding(row[0], row[1]))];
}
