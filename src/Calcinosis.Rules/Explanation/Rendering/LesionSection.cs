using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>One lesion group: what leads in full, the rest of the five types in one line each.</summary>
internal static class LesionSection
{
    private const string NothingOpen = "-";

    public static void Add(List<ReportBlock> blocks, LesionAssessment lesion)
    {
        blocks.Add(new ReportHeading(2, $"Lesion {lesion.Lesion}"));
        var detailed = lesion.Suggestions.Where((suggestion, rank) => InFull(suggestion, rank)).ToList();
        foreach (var suggestion in detailed)
            SuggestionSection.Add(blocks, suggestion, full: false);

        var others = lesion.Suggestions.Except(detailed).ToList();
        if (others.Count == 0)
            return;
        blocks.Add(new ReportHeading(3, detailed.Count == 0 ? "The five types" : "The other types"));
        blocks.Add(new ReportTable(["Type", "Certainty", "Could become", "Mainly because"], [.. others.Select(Row)]));
        if (detailed.Count == 0)
            SuggestionSection.AddList(blocks, "What is missing", [.. others.Where(other => other.Missing.Count > 0 && HighestOpen(other) != NothingOpen).Select(MissingItem)]);
    }

    /// <summary>When nothing stands, what is missing is the answer: one point a type.</summary>
    private static ReportItem MissingItem(Suggestion suggestion) =>
        new('?', [
            new ReportSpan($"{Wording.TypeOf(suggestion.Type)} could become {HighestOpen(suggestion)}: ", ReportTone.Strong),
            string.Join(" ", suggestion.Missing.Select(missing => missing.Text)),
        ]);

    /// <summary>The first of a lesion when it is on the list at all, and whatever else stands at probable or above.</summary>
    private static bool InFull(Suggestion suggestion, int rank) =>
        suggestion.Certainty >= (rank == 0 ? Certainty.Possible : Certainty.Probable);

    private static IReadOnlyList<ReportSpan> Row(Suggestion suggestion) =>
    [
        Wording.TypeOf(suggestion.Type),
        new ReportSpan(Wording.Of(suggestion.Certainty), Wording.Tone(suggestion.Certainty)),
        HighestOpen(suggestion),
        Reason(suggestion),
    ];

    private static string HighestOpen(Suggestion suggestion)
    {
        var open = suggestion.CouldBecome.Where(level => level > suggestion.Certainty).ToList();
        return open.Count == 0 ? NothingOpen : Wording.Of(open.Max());
    }

    /// <summary>What mainly holds a type where it stands, in one line.</summary>
    public static string Reason(Suggestion suggestion)
    {
        if (suggestion.Certainty >= Certainty.Possible && suggestion.Why.Count > 0)
            return $"for: {suggestion.Why[0].Text}";
        if (suggestion.Against.Count > 0)
            return $"against: {suggestion.Against[0].Text}";
        if (suggestion.Why.Count > 0)
            return suggestion.Why[0].Text;
        if (suggestion.WhyNotHigher.Count > 0)
            return $"not higher: {suggestion.WhyNotHigher[0].Text}";
        return suggestion.Missing.Count > 0 ? $"missing: {suggestion.Missing[0].Text}" : Wording.Meaning(suggestion.Certainty);
    }
}
