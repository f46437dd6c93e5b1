using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>What is not known, and what each answer would do to the level.</summary>
internal static class MissingItems
{
    private const int AtAGlance = 8;

    /// <summary>Findings that change the level by themselves.</summary>
    public static IEnumerable<ReportItem> Single(Suggestion suggestion, bool full)
    {
        var all = suggestion.Missing.Where(missing => missing.Together.Count == 0).ToArray();
        if (full || all.Length <= AtAGlance)
            return all.Select(missing => Item(missing, suggestion.Certainty, full));
        // A glance takes a few lines: what could raise the level stands first, the rest is counted.
        return all.OrderByDescending(missing => Raises(missing, suggestion.Certainty)).Take(AtAGlance).Select(missing => Item(missing, suggestion.Certainty, full))
            .Append(new ReportItem('?', [new ReportSpan($"and {(all.Length - AtAGlance).ToString(CultureInfo.InvariantCulture)} more: \"calcinosis explain\" and the JSON list them all", ReportTone.Muted)]));
    }

    private static bool Raises(MissingFinding missing, Certainty now) =>
        (missing.IfPresent is { } present && present > now) || (missing.IfAbsent is { } absent && absent > now);

    /// <summary>Findings that could raise the level by themselves.</summary>
    public static IEnumerable<ReportItem> Raising(Suggestion suggestion) =>
        suggestion.Missing.Where(missing => missing.Together.Count == 0 && Raises(missing, suggestion.Certainty))
            .Select(missing => Item(missing, suggestion.Certainty, full: false));

    /// <summary>Findings that could only lower the level.</summary>
    public static IEnumerable<string> Lowering(Suggestion suggestion) =>
        suggestion.Missing.Where(missing => missing.Together.Count == 0 && !Raises(missing, suggestion.Certainty)).Select(missing => missing.Text);

    /// <summary>Findings that raise the level only when all of them are known; empty when single ones can.</summary>
    public static IReadOnlyList<ReportItem> Together(Suggestion suggestion, bool full) =>
        [.. suggestion.Missing.Where(missing => missing.Together.Count > 0).Select(missing => Needed(missing, full))];

    /// <summary>The level that the findings reach together; null when it is not said.</summary>
    public static Certainty? LevelTogether(Suggestion suggestion) =>
        suggestion.Missing
            .Where(missing => missing.Together.Count > 0)
            .Select(missing => missing.Needed == FindingState.Absent ? missing.IfAbsent : missing.IfPresent)
            .FirstOrDefault(level => level is not null);

    private static ReportItem Item(MissingFinding missing, Certainty now, bool full)
    {
        var spans = new List<ReportSpan> { missing.Text };
        AddFinding(spans, missing, full);
        var effects = new List<ReportSpan>();
        AddEffect(effects, "present", missing.IfPresent, now);
        AddEffect(effects, "absent", missing.IfAbsent, now);
        return effects.Count == 0
            ? new ReportItem('?', spans)
            : new ReportItem('?', spans, [new ReportItem('>', effects)]);
    }

    private static ReportItem Needed(MissingFinding missing, bool full)
    {
        var spans = new List<ReportSpan>();
        if (missing.Needed is { } needed)
            spans.Add(new ReportSpan($"{Wording.Of(needed)}: ", ReportTone.Strong));
        spans.Add(missing.Text);
        AddFinding(spans, missing, full);
        return new ReportItem('?', spans);
    }

    private static void AddFinding(List<ReportSpan> spans, MissingFinding missing, bool full)
    {
        if (full)
            spans.Add(new ReportSpan($" ({missing.Finding})", ReportTone.Muted));
    }

    private static void AddEffect(List<ReportSpan> effects, string state, Certainty? level, Certainty now)
    {
        if (level is not { } then || then == now)
            return;
        effects.Add($"{(effects.Count == 0 ? "if" : "; if")} {state}: ");
        effects.Add(new ReportSpan(Wording.Of(then), ReportTone.Strong));
    }
}
