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
        AddSources(blocks, shown.SelectMany(group => Standing(group)).SelectMany(suggestion => suggestion.Why).SelectMany(line => line.Sources)
            .Concat(assessment.RedFlags.Where(flag => Concerns(flag.Lesions, lesions)).SelectMany(flag => flag.Sources)));
        if (assessment.RecordSays.Count > 0)
            blocks.Add(new ReportParagraph([$"The record already says: {Wording.List(assessment.RecordSays)}. That is not used as evidence."]));
        blocks.Add(new ReportParagraph([new ReportSpan(assessment.Notice, ReportTone.Muted), $" Knowledge {assessment.Knowledge.Version}."]));
        return new ReportDocument(blocks);
    }

    private static bool Concerns(IReadOnlyList<string> about, IReadOnlyCollection<string> lesions) =>
        about.Count == 0 || about.Any(lesion => lesions.Contains(lesion, StringComparer.Ordinal));

    private static void AddGroup(List<ReportBlock> blocks, LesionAssessment group)
    {
        var standing = Standing(group).ToList();
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

    private static IEnumerable<Suggestion> Standing(LesionAssessment group) =>
        group.Suggestions.Where((suggestion, rank) => suggestion.Certainty >= (rank == 0 ? Certainty.Possible : Certainty.Probable));

    private static void AddSuggestion(List<ReportBlock> blocks, string lesion, Suggestion suggestion)
    {
        var disease = Wording.Disease(suggestion.Type, suggestion.Subtype);
        blocks.Add(new ReportHeading(3, $"{char.ToUpperInvariant(disease[0])}{disease[1..]} - {Wording.Of(suggestion.Certainty)} (lesion {lesion})"));
        AddCut(blocks, "Why", suggestion.Why.OrderBy(line => line.Role == EvidenceRole.Also).Select(line => EvidenceItems.Of('+', line, full: false)));
        AddCut(blocks, "Against", suggestion.Against.Select(line => EvidenceItems.Of('-', line, full: false)));
        AddCut(blocks, "Missing, and what it would raise", MissingItems.Raising(suggestion));
        if (MissingItems.Together(suggestion, full: false) is { Count: > 0 } together)
            AddCut(blocks, $"Missing, needed together{(MissingItems.LevelTogether(suggestion) is { } level ? $" for {Wording.Of(level)}" : "")}", together);
        AddNames(blocks, "Not known, and would lower it", MissingItems.Lowering(suggestion));
        // Names alone: each line of an assumption ends with the same words.
        AddNames(blocks, "Taken as absent because not recorded", suggestion.Assumed.Select(assumption => assumption.Text.Split(": ")[0]));
    }

    private static void AddNames(List<ReportBlock> blocks, string label, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0)
            return;
        var more = all.Count > MostLines ? $"; and {(all.Count - MostLines).ToString(CultureInfo.InvariantCulture)} more" : "";
        blocks.Add(new ReportParagraph([$"{label}: {string.Join("; ", all.Take(MostLines))}{more}."]));
    }

    private static void AddSources(List<ReportBlock> blocks, IEnumerable<string> sources) =>
        AddCut(blocks, "Sources", sources.Distinct(StringComparer.Ordinal)
            .Select(Citations.Find)
            .OfType<Citation>()
            .Select(citation => new ReportItem('*', [$"{citation.Id}: {citation.Short}"])));

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
