using System.Globalization;
using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>
/// The part of a report that fits a card in a clinician's workflow: what is urgent, then for some lesion groups why, against
/// and missing, a few lines each. What is cut off is counted.
/// </summary>
internal static class LesionExcerpt
{
    private const int MostLines = 6;

    public static ReportDocument Build(Assessment assessment, IReadOnlyCollection<string> lesions)
    {
        var blocks = new List<ReportBlock>();
        var flags = assessment.RedFlags.Where(flag => Concerns(flag.Lesions, lesions)).OrderByDescending(flag => flag.Urgency).Select(Flag).ToList();
        SuggestionSection.AddList(blocks, "Red flags", flags);
        var shown = assessment.Lesions.Where(group => lesions.Contains(group.Lesion, StringComparer.Ordinal)).ToList();
        foreach (var group in shown)
            AddGroup(blocks, group);
        AddCut(blocks, "Could be something else", assessment.Cautions.Where(caution => Concerns(caution.Lesions, lesions)).Select(CareSections.CautionItem));
        AddCut(blocks, "What to find out next", assessment.Workup.OrderBy(item => item.Priority).Select(CareSections.TestItem));
        if (assessment.RecordSays.Count > 0)
            blocks.Add(new ReportParagraph([$"The record already says: {Wording.List(assessment.RecordSays)}. That is not used as evidence."]));
        blocks.Add(new ReportParagraph([new ReportSpan(assessment.Notice, ReportTone.Muted), $" Knowledge {assessment.Knowledge.Version}."]));
        return new ReportDocument(blocks);
    }

    private static bool Concerns(IReadOnlyList<string> about, IReadOnlyCollection<string> lesions) =>
        about.Count == 0 || about.Any(lesion => lesions.Contains(lesion, StringComparer.Ordinal));

    private static void AddGroup(List<ReportBlock> blocks, LesionAssessment group)
    {
        var standing = group.Suggestions.Where((suggestion, rank) => suggestion.Certainty >= (rank == 0 ? Certainty.Possible : Certainty.Probable)).ToList();
        if (standing.Count == 0)
        {
            LesionSection.Add(blocks, group);
            return;
        }

        foreach (var suggestion in standing)
            AddSuggestion(blocks, group.Lesion, suggestion);
        var others = group.Suggestions.Except(standing).Select(other => $"{Wording.TypeOf(other.Type).ToLowerInvariant()} {Wording.Of(other.Certainty)}").ToList();
        if (others.Count > 0)
            blocks.Add(new ReportParagraph([$"Other types: {Wording.List(others)}."]));
    }

    private static void AddSuggestion(List<ReportBlock> blocks, string lesion, Suggestion suggestion)
    {
        var disease = Wording.Disease(suggestion.Type, suggestion.Subtype);
        blocks.Add(new ReportHeading(3, $"{char.ToUpperInvariant(disease[0])}{disease[1..]} - {Wording.Of(suggestion.Certainty)} (lesion {lesion})"));
        AddCut(blocks, "Why", suggestion.Why.OrderBy(line => line.Role == EvidenceRole.Also).Select(line => EvidenceItems.Of('+', line, full: false)));
        AddCut(blocks, "Against", suggestion.Against.Select(line => EvidenceItems.Of('-', line, full: false)));
        AddCut(blocks, "Missing", MissingItems.ByEffect(suggestion));
        if (MissingItems.Together(suggestion, full: false) is { Count: > 0 } together)
            AddCut(blocks, $"Missing, needed together{(MissingItems.LevelTogether(suggestion) is { } level ? $" for {Wording.Of(level)}" : "")}", together);
        if (suggestion.Assumed.Count > 0)
            blocks.Add(new ReportParagraph([$"Taken as absent because not recorded: {Assumed(suggestion.Assumed)}."]));
    }

    /// <summary>Names alone: each line of an assumption ends with the same words.</summary>
    private static string Assumed(IReadOnlyList<Assumption> assumptions)
    {
        var names = assumptions.Take(MostLines).Select(assumption => assumption.Text.Split(": ")[0]).ToList();
        if (assumptions.Count > MostLines)
            names.Add($"{(assumptions.Count - MostLines).ToString(CultureInfo.InvariantCulture)} more");
        return Wording.List(names);
    }

    private static ReportItem Flag(RedFlag flag)
    {
        var spans = new List<ReportSpan> { new($"{Wording.Of(flag.Urgency)}: ", Wording.Tone(flag.Urgency)), flag.Text };
        EvidenceItems.AddReferences(spans, flag.Sources, flag.Status);
        return new ReportItem('!', spans);
    }

    private static void AddCut(List<ReportBlock> blocks, string label, IEnumerable<ReportItem> items)
    {
        var all = items.ToList();
        var shown = all.Take(MostLines).ToList();
        if (all.Count > MostLines)
            shown.Add(new ReportItem('.', [new ReportSpan($"and {(all.Count - MostLines).ToString(CultureInfo.InvariantCulture)} more", ReportTone.Muted)]));
        SuggestionSection.AddList(blocks, label, shown);
    }
}
