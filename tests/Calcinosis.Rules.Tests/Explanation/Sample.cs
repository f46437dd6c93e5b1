using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Tests.Explanation;

/// <summary>Short ways to make the parts of an assessment by hand.</summary>
internal static class Sample
{
    public static readonly KnowledgeReference RuleBase = new("1.0.0", "3f1c9a77e0b24d5586a1c2d3e4f5061728394a5b6c7d8e9f0011223344556677");

    public static EvidenceLine Line(
        string rule, string? finding, string text, FindingState state = FindingState.Present, string? seen = null, string[]? from = null, string[]? sources = null,
        EvidenceWeight? weight = null, EvidenceRole? role = null, RuleStatus status = RuleStatus.Sourced) => new()
        {
            Rule = rule,
            Finding = finding!,
            State = state,
            Text = text,
            Seen = seen,
            From = from ?? [],
            Sources = sources ?? [],
            Weight = weight,
            Role = role,
            Status = status,
        };

    public static EvidenceLine Decisive(string rule, string finding, string text, string? seen, string from, params string[] sources) =>
        Line(rule, finding, text, FindingState.Present, seen, [from], sources, EvidenceWeight.Strong, EvidenceRole.Decisive);

    public static EvidenceLine Absent(string rule, string finding, string text, params string[] sources) =>
        Line(rule, finding, text, FindingState.Absent, sources: sources);

    public static EvidenceLine Unknown(string rule, string finding, string text, params string[] sources) =>
        Line(rule, finding, text, FindingState.Unknown, sources: sources);

    public static Suggestion Low(CalcinosisType type, Certainty certainty, params EvidenceLine[] against) =>
        new() { Type = type, Certainty = certainty, Against = against };
}
