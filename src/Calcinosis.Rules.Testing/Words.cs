using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Testing;

/// <summary>Words of a failure.</summary>
internal static class Words
{
    public static string Of(CalcinosisType type) => type switch
    {
        CalcinosisType.Calciphylaxis => "calciphylaxis",
        CalcinosisType.Iatrogenic => "iatrogenic",
        CalcinosisType.Dystrophic => "dystrophic",
        CalcinosisType.Metastatic => "metastatic",
        CalcinosisType.Idiopathic => "idiopathic",
        _ => type.ToString(),
    };

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Established => "established",
        Certainty.Probable => "probable",
        Certainty.Possible => "possible",
        Certainty.Unlikely => "unlikely",
        Certainty.Excluded => "excluded",
        _ => "not assessable",
    };

    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "emergency",
        Urgency.SameDay => "same day",
        Urgency.Days => "days",
        _ => "weeks",
    };

    public static string Of(Suggestion suggestion) => Of(suggestion.Type, suggestion.Subtype, suggestion.Certainty);

    public static string Of(CalcinosisType type, string? subtype, Certainty certainty) => $"{Of(type)}{(subtype is null ? "" : $" ({subtype})")}: {Of(certainty)}";

    public static string Of(EvidenceLine line) => $"{line.Rule} {line.Finding} {State(line)}{(line.Seen is null ? "" : $", seen: {line.Seen}")}: {line.Text}";

    public static string Of(Issue issue) => $"{issue.Code} at {(issue.Path.Length == 0 ? "the document" : issue.Path)}: found {issue.Found}, expected {issue.Expected}";

    public static string At(LesionAssessment? found, string? asked) => (found?.Lesion ?? asked) is { } name ? $" for {name}" : "";

    public static string NoLesion(Assessment? assessment, string? asked) => assessment switch
    {
        null => "there is no assessment",
        { Lesions.Count: 0 } => $"no lesion was assessed{(assessment.Issues.Count > 0 ? ": " + List("issues", assessment.Issues.Select(Of)) : "")}",
        _ => $"there is no lesion \"{asked}\" among {string.Join(", ", assessment.Lesions.Select(lesion => lesion.Lesion))}",
    };

    public static string List(string name, IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length == 0 ? $"there are no {name}" : $"the {name} are: {string.Join(" | ", all)}";
    }

    /// <summary>The id of a rule, or words of its text.</summary>
    public static bool Match(string asked, string rule, string text) => string.Equals(rule, asked, StringComparison.Ordinal) || Contain(text, asked);

    public static bool Contain(string? text, string asked) => text is not null && text.Contains(asked, StringComparison.OrdinalIgnoreCase);

    private static string State(EvidenceLine line) => line.State switch
    {
        Interpretation.FindingState.Present => "present",
        Interpretation.FindingState.Absent => "absent",
        _ => "unknown",
    };
}
