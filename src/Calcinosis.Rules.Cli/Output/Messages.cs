using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Cli.Output;

/// <summary>Sentences for standard error: what is wrong, where, and what to do.</summary>
internal static class Messages
{
    /// <summary>A message is one line, and nothing in it can steer the terminal.</summary>
    public static string OneLine(string message) => Printable.Of(message);

    /// <summary>Why a document was not assessed, one sentence an issue; empty when it was.</summary>
    public static IEnumerable<string> WhyNotAssessed(Assessment assessment)
    {
        var errors = assessment.Issues.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
        if (errors.Count == 0)
            return assessment.Conclusion == Conclusion.NotAssessed ? ["the document was not assessed, and no reason was given"] : [];
        return errors.Select(Sentence);
    }

    private static string Sentence(Issue issue)
    {
        var where = issue.Path.Length == 0 ? "error" : $"error at {issue.Path}";
        var facts = new List<string>();
        if (issue.Found is { } found)
            facts.Add($"found {found}");
        if (issue.Expected is { } expected)
            facts.Add($"expected {expected}");
        var detail = facts.Count == 0 ? "" : $" ({string.Join("; ", facts)})";
        return $"{where}: {issue.Message}{detail} [{issue.Code}]";
    }
}
