using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>One type at one lesion, in full: why, against, assumed, missing, what would change it, why not higher.</summary>
internal static class SuggestionSection
{
    public static void Add(List<ReportBlock> blocks, Suggestion suggestion, bool full)
    {
        blocks.Add(new ReportHeading(3, new ReportSpan(Title(suggestion), Wording.Tone(suggestion.Certainty))));
        AddLabels(blocks, suggestion);
        AddEvidence(blocks, suggestion, full);
        AddList(blocks, "Taken as absent or normal because it is not recorded", [.. suggestion.Assumed.Select(line => EvidenceItems.Of(line, full))]);
        AddMissing(blocks, suggestion, full);
        AddList(blocks, NotHigherTitle(suggestion.Certainty), [.. suggestion.WhyNotHigher.Select(line => EvidenceItems.Of('^', line, full))]);
        if (full && IsBare(suggestion))
            blocks.Add(new ReportParagraph(["Nothing recorded speaks for or against this type."]));
    }

    public static void AddList(List<ReportBlock> blocks, string label, IReadOnlyList<ReportItem> items)
    {
        if (items.Count == 0)
            return;
        blocks.Add(new ReportHeading(4, label));
        blocks.Add(new ReportList(items));
    }

    private static string Title(Suggestion suggestion)
    {
        var disease = Wording.Disease(suggestion.Type, suggestion.Subtype);
        return $"{char.ToUpperInvariant(disease[0])}{disease[1..]} - {Wording.Of(suggestion.Certainty)}";
    }

    private static void AddLabels(List<ReportBlock> blocks, Suggestion suggestion)
    {
        if (suggestion.AlternativeLabel is { } label)
            blocks.Add(new ReportParagraph([$"Other authors call it {Wording.Disease(label.Type, label.Subtype)}. {label.Text}"]));
        if (suggestion.Contributing.Count > 0)
            blocks.Add(new ReportParagraph([$"Contributing: {Wording.List([.. suggestion.Contributing.Select(SubtypeLabels.Of)])}."]));
    }

    private static void AddEvidence(List<ReportBlock> blocks, Suggestion suggestion, bool full)
    {
        var also = suggestion.Why.Where(line => line.Role == EvidenceRole.Also).ToList();
        var decisive = suggestion.Why.Where(line => line.Role != EvidenceRole.Also).ToList();
        AddList(blocks, "Why", [.. decisive.Select(line => EvidenceItems.Of('+', line, full))]);
        AddList(blocks, "Supports it as well", [.. also.Select(line => EvidenceItems.Of('+', line, full))]);
        AddList(blocks, "Against", [.. suggestion.Against.Select(line => EvidenceItems.Of('-', line, full))]);
    }

    private static void AddMissing(List<ReportBlock> blocks, Suggestion suggestion, bool full)
    {
        AddList(blocks, "Missing, and what would change it", [.. MissingItems.Single(suggestion, full)]);
        var level = MissingItems.LevelTogether(suggestion) is { } reached ? $"for {Wording.Of(reached)}" : "for a higher level";
        AddList(blocks, $"Missing, needed together {level}", MissingItems.Together(suggestion, full));
        if (OpenLevels(suggestion) is { Length: > 0 } open)
            blocks.Add(new ReportParagraph([$"With what is still unknown it could become {open}."]));
    }

    public static string OpenLevels(Suggestion suggestion) =>
        Wording.List([.. suggestion.CouldBecome.Where(level => level != suggestion.Certainty).Select(Wording.Of)], "or");

    public static string NotHigherTitle(Certainty certainty) =>
        certainty == Certainty.Established ? "Limits" : $"Why not more than {Wording.Of(certainty)}";

    private static bool IsBare(Suggestion suggestion) =>
        suggestion is { Why.Count: 0, Against.Count: 0, Assumed.Count: 0, Missing.Count: 0, WhyNotHigher.Count: 0 };
}
