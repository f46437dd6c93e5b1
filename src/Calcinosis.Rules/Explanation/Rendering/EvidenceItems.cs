namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>Turns evidence, assumptions and missing findings into points of a list, short for a glance or full for review.</summary>
internal static class EvidenceItems
{
    public static ReportItem Of(char marker, EvidenceLine line, bool full)
    {
        var spans = new List<ReportSpan> { line.Text };
        if (AddsToText(line))
            spans.Add($" (seen: {line.Seen})");
        AddReferences(spans, line.Sources, line.Status);
        return full ? new ReportItem(marker, spans, [Trace(line)]) : new ReportItem(marker, spans);
    }

    public static ReportItem Of(Assumption assumption, bool full)
    {
        var spans = new List<ReportSpan> { assumption.Text };
        if (full)
            spans.Add(new ReportSpan($" ({assumption.Finding} as {Wording.Of(assumption.As)})", ReportTone.Muted));
        return new ReportItem('~', spans);
    }

    /// <summary>Where a statement comes from: " [ct:11, ct:12; unverified]".</summary>
    public static void AddReferences(List<ReportSpan> spans, IReadOnlyList<string> sources, RuleStatus status, string? rule = null)
    {
        var parts = new List<string>();
        if (sources.Count > 0)
            parts.Add(string.Join(", ", sources));
        if (status == RuleStatus.Unverified)
            parts.Add("unverified");
        else if (status == RuleStatus.Policy && !sources.Contains("policy", StringComparer.Ordinal))
            parts.Add("policy");
        if (rule is not null)
            parts.Add(rule);
        if (parts.Count > 0)
            spans.Add(new ReportSpan($" [{string.Join("; ", parts)}]", ReportTone.Muted) { Sources = sources });
    }

    // The text of a line usually carries the value already; showing it twice would only make the line longer.
    private static bool AddsToText(EvidenceLine line) =>
        !string.IsNullOrEmpty(line.Seen) && !line.Text.Contains(line.Seen, StringComparison.OrdinalIgnoreCase);

    private static ReportItem Trace(EvidenceLine line)
    {
        var parts = new List<string> { line.Rule };
        if (!string.IsNullOrEmpty(line.Finding))
            parts.Add($"{line.Finding} {Wording.Of(line.State)}");
        if (line.Weight is { } weight)
            parts.Add($"weight {Wording.Of(weight)}");
        if (line.From.Count > 0)
            parts.Add($"from {string.Join(", ", line.From)}");
        return new ReportItem('.', [new ReportSpan(string.Join(" | ", parts), ReportTone.Muted)]);
    }
}
