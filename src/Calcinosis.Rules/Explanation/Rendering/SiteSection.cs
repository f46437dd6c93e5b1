namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>What a site's own rules added, in a section of its own, so that nobody takes it for the catalogue's word.</summary>
internal static class SiteSection
{
    public static void Add(List<ReportBlock> blocks, IReadOnlyList<SiteAddition> additions)
    {
        if (additions.Count == 0)
            return;
        var urgent = additions.Max(addition => addition.Urgency);
        blocks.Add(new ReportHeading(2, new ReportSpan("Rules of this site", urgent is { } most ? Wording.Tone(most) : ReportTone.Normal)));
        blocks.Add(new ReportList([.. additions.Select(Item)]));
    }

    private static ReportItem Item(SiteAddition addition)
    {
        var (marker, label, tone) = addition.Kind switch
        {
            SiteAdditionKind.RedFlag => ('!', $"red flag, {Wording.Of(addition.Urgency ?? Urgency.Weeks)}: ", Wording.Tone(addition.Urgency ?? Urgency.Weeks)),
            SiteAdditionKind.Caution => ('!', "caution: ", ReportTone.Caution),
            SiteAdditionKind.Evidence => (addition.SpeaksFor == true ? '+' : '-', $"speaks {(addition.SpeaksFor == true ? "for" : "against")} {Wording.List([addition.Type!.Value])}: ", ReportTone.Strong),
            SiteAdditionKind.Workup => ('?', $"{Wording.FromCode(addition.Test ?? "test")}, {Wording.Priority(addition.Priority ?? 3).ToLowerInvariant()}: ", ReportTone.Strong),
            _ => ('.', "note: ", ReportTone.Normal),
        };
        var spans = new List<ReportSpan> { new(label, tone), addition.Text };
        if (addition.Lesion is { } lesion)
            spans.Add($" (lesion {lesion})");
        spans.Add(new ReportSpan($" [site rule: {addition.Rule}]", ReportTone.Muted));
        return new ReportItem(marker, spans, [.. addition.Matched.Select(match => new ReportItem('.', [match.Text]))]);
    }
}
