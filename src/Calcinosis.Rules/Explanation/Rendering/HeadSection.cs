using System.Globalization;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>What a reader must see first: red flags, then the answer in one sentence.</summary>
internal static class HeadSection
{
    public static void AddTitle(List<ReportBlock> blocks, Assessment assessment, string title)
    {
        blocks.Add(new ReportHeading(1, assessment.Id is { Length: > 0 } id ? $"{title} ({id})" : title));
    }

    public static void AddRedFlags(List<ReportBlock> blocks, Assessment assessment)
    {
        if (assessment.RedFlags.Count == 0)
            return;
        var mostUrgent = assessment.RedFlags.Max(flag => flag.Urgency);
        blocks.Add(new ReportHeading(2, new ReportSpan("Red flags", Wording.Tone(mostUrgent))));
        // The assessment promises this order; a report that relied on it would fail in the worst place.
        blocks.Add(new ReportList([.. assessment.RedFlags.OrderByDescending(flag => flag.Urgency).Select(Flag)]));
    }

    public static void AddConclusion(List<ReportBlock> blocks, Assessment assessment)
    {
        blocks.Add(new ReportHeading(2, assessment.Leading is null ? "Conclusion" : "Leading suggestion"));
        blocks.Add(new ReportParagraph([new ReportSpan(Sentence(assessment), ReportTone.Strong)]));
        if (assessment.Leading is { } leading)
        {
            blocks.Add(new ReportTable([], [
                .. NamedInSentence(assessment) ? [] : Foremost(leading),
                ["Certainty", new ReportSpan($"{Wording.Of(leading.Certainty)} ({Wording.Meaning(leading.Certainty)})", Wording.Tone(leading.Certainty))],
                ["Lesion", leading.Lesion],
            ]));
        }

        if (assessment.RecordSays.Count > 0)
            blocks.Add(new ReportParagraph([$"The record already says: {Wording.List(assessment.RecordSays)}. That is not used as evidence."]));
    }

    /// <summary>When the sentence names one type, naming it again below would only lengthen the report.</summary>
    private static bool NamedInSentence(Assessment assessment) =>
        assessment.Conclusion is not (Conclusion.Mixed or Conclusion.Several or Conclusion.Mimic);

    private static IReadOnlyList<IReadOnlyList<ReportSpan>> Foremost(LeadingSuggestion leading) =>
        [["Foremost", Wording.Disease(leading.Type, leading.Subtype)]];

    public static ReportItem Flag(RedFlag flag)
    {
        var spans = new List<ReportSpan> { new($"{Wording.Of(flag.Urgency)}: ", Wording.Tone(flag.Urgency)), flag.Text };
        if (flag.Lesions.Count > 0)
            spans.Add($" (lesion {Wording.List(flag.Lesions)})");
        EvidenceItems.AddReferences(spans, flag.Sources, flag.Status, flag.Rule);
        return new ReportItem('!', spans, [.. flag.Why.Select(line => EvidenceItems.Of('+', line, full: false))]);
    }

    public static string Sentence(Assessment assessment) => assessment.Conclusion switch
    {
        Conclusion.NotAssessed => NotAssessed(assessment.Issues.Count(issue => issue.Severity == IssueSeverity.Error)),
        Conclusion.NoLesion => "No lesion of the skin is described, so no type is suggested.",
        Conclusion.Undetermined => "Undetermined: the findings carry no type beyond unlikely.",
        Conclusion.Mixed => $"Findings support two types together, {Wording.List(assessment.Types)} (mixed).",
        Conclusion.Several => $"Findings support more than one type: {Wording.List(assessment.Types)}.",
        Conclusion.Mimic => $"Findings point to something that only looks like calcinosis cutis{Mimics(assessment)}.",
        _ when assessment.Leading is { } leading => $"Findings support {Wording.Disease(leading.Type, leading.Subtype)}.",
        _ => "Findings support no type.",
    };

    private static string NotAssessed(int errors) => errors switch
    {
        0 => "Not assessed.",
        1 => "Not assessed: the findings document has an error. Correct it and ask again.",
        _ => $"Not assessed: the findings document has {errors.ToString(CultureInfo.InvariantCulture)} errors. Correct them and ask again.",
    };

    private static string Mimics(Assessment assessment)
    {
        var mimics = assessment.Cautions
            .Where(caution => caution.Action == CautionAction.CapUnlikely)
            .Select(caution => Wording.FromCode(caution.Mimic))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return mimics.Count == 0 ? "" : $": {Wording.List(mimics)}";
    }
}
