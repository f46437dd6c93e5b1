namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>What to beware of and what to do next: cautions, work-up, treatments, risks.</summary>
internal static class CareSections
{
    public static void AddCautions(List<ReportBlock> blocks, IReadOnlyList<Caution> cautions) =>
        AddSection(blocks, "Could be something else", [.. cautions.Select(CautionItem)]);

    public static void AddWorkup(List<ReportBlock> blocks, IReadOnlyList<WorkupItem> workup)
    {
        if (workup.Count == 0)
            return;
        blocks.Add(new ReportHeading(2, "What to find out next"));
        foreach (var group in workup.OrderBy(item => item.Priority).GroupBy(item => Wording.Priority(item.Priority)))
            SuggestionSection.AddList(blocks, group.Key, [.. group.Select(TestItem)]);
    }

    public static void AddTreatments(List<ReportBlock> blocks, IReadOnlyList<TreatmentOption> treatments) =>
        AddSection(blocks, "Treatment information (no orders)", [.. treatments.Select(TreatmentItem)]);

    public static void AddMedications(List<ReportBlock> blocks, IReadOnlyList<MedicationNote> notes) =>
        AddSection(blocks, "Drugs on record", [.. notes.Select(MedicationItem)]);

    public static void AddRisks(List<ReportBlock> blocks, IReadOnlyList<RiskNote> risks) =>
        AddSection(blocks, "Risks", [.. risks.Select(RiskItem)]);

    public static ReportItem CautionItem(Caution caution)
    {
        var spans = new List<ReportSpan> { new($"{Wording.FromCode(caution.Mimic)}: ", ReportTone.Caution), caution.Text };
        if (Wording.Effect(caution.Action) is { Length: > 0 } effect)
            spans.Add($" ({effect})");
        if (caution.Lesions.Count > 0)
            spans.Add($" (lesion {Wording.List(caution.Lesions)})");
        EvidenceItems.AddReferences(spans, caution.Sources, caution.Status, caution.Rule);
        return new ReportItem('!', spans, [.. caution.Why.Select(line => EvidenceItems.Of('+', line, full: false))]);
    }

    public static ReportItem TestItem(WorkupItem item)
    {
        var spans = new List<ReportSpan> { new($"{Wording.FromCode(item.Test)}: ", ReportTone.Strong), item.Reason };
        if (Effects(item) is { Length: > 0 } effects)
            spans.Add($" ({effects})");
        EvidenceItems.AddReferences(spans, item.Sources, item.Status);
        return item.Caution is { } caution
            ? new ReportItem('?', spans, [new ReportItem('!', [new ReportSpan(caution, ReportTone.Caution)])])
            : new ReportItem('?', spans);
    }

    private static void AddSection(List<ReportBlock> blocks, string title, IReadOnlyList<ReportItem> items)
    {
        if (items.Count == 0)
            return;
        blocks.Add(new ReportHeading(2, title));
        blocks.Add(new ReportList(items));
    }

    private static string Effects(WorkupItem item)
    {
        var effects = new List<string>();
        if (item.Raises.Count > 0)
            effects.Add($"could raise {Wording.List(item.Raises)}");
        if (item.Lowers.Count > 0)
            effects.Add($"could lower {Wording.List(item.Lowers)}");
        if (item.Distinguishes.Count > 1)
            effects.Add($"decides between {Wording.List(item.Distinguishes)}");
        return string.Join("; ", effects);
    }

    private static ReportItem TreatmentItem(TreatmentOption option)
    {
        var name = Wording.FromCode(option.Option);
        var spans = new List<ReportSpan>
        {
            new(name, option.BlockedBy.Count > 0 ? ReportTone.Danger : ReportTone.Strong),
            $" for {option.For} (evidence: {option.Evidence}): {option.Text}",
        };
        EvidenceItems.AddReferences(spans, option.Sources, option.Status);
        return new ReportItem('*', spans, [
            .. option.BlockedBy.Select(block => BlockItem('x', "blocked: ", ReportTone.Danger, block)),
            .. option.Cautions.Select(block => block.Severity == TreatmentSeverity.Info
                ? BlockItem('.', "note: ", ReportTone.Normal, block)
                : BlockItem('!', "caution: ", ReportTone.Caution, block)),
        ]);
    }

    private static ReportItem MedicationItem(MedicationNote note)
    {
        var (marker, label, tone) = note.Severity switch
        {
            TreatmentSeverity.Block => ('x', " (speaks against it): ", ReportTone.Danger),
            TreatmentSeverity.Warn => ('!', " (caution): ", ReportTone.Caution),
            _ => ('.', ": ", ReportTone.Strong),
        };
        var spans = new List<ReportSpan> { new(Wording.FromCode(note.Drug) + label, tone), note.Text };
        EvidenceItems.AddReferences(spans, note.Sources, note.Status);
        return new ReportItem(marker, spans, [.. note.Why.Select(line => EvidenceItems.Of('+', line, full: false))]);
    }

    private static ReportItem BlockItem(char marker, string label, ReportTone tone, TreatmentBlock block)
    {
        var spans = new List<ReportSpan> { new(label, tone), block.Text };
        var seen = block.Why.Select(line => line.Seen).OfType<string>()
            .Where(words => words.Length > 0 && !block.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (seen.Count > 0)
            spans.Add($" (seen: {string.Join("; ", seen)})");
        EvidenceItems.AddReferences(spans, block.Sources, block.Status);
        return new ReportItem(marker, spans);
    }

    private static ReportItem RiskItem(RiskNote risk)
    {
        var spans = new List<ReportSpan> { risk.Text };
        EvidenceItems.AddReferences(spans, risk.Sources, risk.Status);
        return new ReportItem('*', spans);
    }
}
