using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>How the record was read: computed values, remarks, what was not understood, what was wrong; and the standing notice.</summary>
internal static class RecordSections
{
    public static void AddDerived(List<ReportBlock> blocks, IReadOnlyList<DerivedValue> derived)
    {
        if (derived.Count == 0)
            return;
        blocks.Add(new ReportHeading(2, "Computed values"));
        blocks.Add(new ReportTable(["Name", "Value", "From", "Remark"], [.. derived.Select(DerivedRow)]));
    }

    public static void AddNotes(List<ReportBlock> blocks, IReadOnlyList<ReadingNote> notes)
    {
        if (notes.Count == 0)
            return;
        blocks.Add(new ReportHeading(2, "How findings were read"));
        blocks.Add(new ReportList([.. notes.Select(note => new ReportItem('*', WithPaths(note.Text, note.From)))]));
    }

    public static void AddNotUnderstood(List<ReportBlock> blocks, IReadOnlyList<NotUnderstood> entries)
    {
        if (entries.Count == 0)
            return;
        blocks.Add(new ReportHeading(2, new ReportSpan("Not understood, so without a part in this", ReportTone.Caution)));
        blocks.Add(new ReportList([.. entries.Select(NotUnderstoodItem)]));
    }

    public static void AddIssues(List<ReportBlock> blocks, IReadOnlyList<Issue> issues)
    {
        AddIssues(blocks, new ReportSpan("Errors in the document", ReportTone.Danger), 'x', issues, IssueSeverity.Error);
        AddIssues(blocks, new ReportSpan("Warnings", ReportTone.Caution), '!', issues, IssueSeverity.Warning);
    }

    public static void AddFoot(List<ReportBlock> blocks, Assessment assessment)
    {
        blocks.Add(new ReportHeading(2, "About this assessment"));
        blocks.Add(new ReportParagraph([new ReportSpan(assessment.Notice, ReportTone.Strong)]));
        var policy = assessment.Policy.Count == 0
            ? ""
            : $" Settings: {string.Join(", ", assessment.Policy.Select(setting => $"{setting.Name} = {setting.Value}"))}.";
        blocks.Add(new ReportParagraph([new ReportSpan($"Knowledge {assessment.Knowledge.Version}, fingerprint {Shortened(assessment.Knowledge.Fingerprint)}.{policy}", ReportTone.Muted)]));
    }

    private static IReadOnlyList<ReportSpan> DerivedRow(DerivedValue derived) =>
    [
        Wording.FromCode(derived.Name),
        new ReportSpan(Value(derived), ReportTone.Strong),
        new ReportSpan(derived.From.Count == 0 ? "-" : string.Join(" ", derived.From), ReportTone.Muted),
        derived.Note is { Length: > 0 } note ? $"{derived.Formula}; {note}" : derived.Formula,
    ];

    private static string Value(DerivedValue derived) =>
        derived.Value is { } value
            ? derived.Unit is { } unit ? $"{PlainNumber.Text(value)} {unit}" : PlainNumber.Text(value)
            : derived.Result ?? "-";

    private static List<ReportSpan> WithPaths(string text, IReadOnlyList<string> paths)
    {
        var spans = new List<ReportSpan> { text };
        if (paths.Count > 0)
            spans.Add(new ReportSpan($" ({string.Join(", ", paths)})", ReportTone.Muted));
        return spans;
    }

    private static ReportItem NotUnderstoodItem(NotUnderstood entry) =>
        new('?', [new ReportSpan($"{PathOf(entry.Path)} ", ReportTone.Muted), $"{entry.Kind} \"{entry.Text}\": {entry.Reason}"]);

    private static void AddIssues(List<ReportBlock> blocks, ReportSpan title, char marker, IReadOnlyList<Issue> issues, IssueSeverity severity)
    {
        var items = issues.Where(issue => issue.Severity == severity).Select(issue => IssueItem(marker, issue)).ToList();
        if (items.Count == 0)
            return;
        blocks.Add(new ReportHeading(2, title));
        blocks.Add(new ReportList(items));
    }

    private static ReportItem IssueItem(char marker, Issue issue)
    {
        var facts = new List<string>();
        if (issue.Found is { } found)
            facts.Add($"found {found}");
        if (issue.Expected is { } expected)
            facts.Add($"expected {expected}");
        var spans = new List<ReportSpan> { new($"{PathOf(issue.Path)} ", ReportTone.Strong), issue.Message, new($" [{issue.Code}]", ReportTone.Muted) };
        return facts.Count == 0
            ? new ReportItem(marker, spans)
            : new ReportItem(marker, spans, [new ReportItem('>', [string.Join("; ", facts)])]);
    }

    private static string PathOf(string path) => path.Length == 0 ? "(document)" : path;

    private static string Shortened(string fingerprint) => fingerprint.Length <= 12 ? fingerprint : fingerprint[..12];
}
