using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Treatments that were tried, what speaks against each, and the risks.</summary>
internal static class TreatmentsPage
{
    public static Page Of(KnowledgeBase knowledge)
    {
        var words = PageParts.Words(knowledge, RuleLinks.Treatments);
        var rules = knowledge.Rules.Where(rule => RuleLinks.PageOf(rule) == RuleLinks.Treatments).ToArray();
        var blocks = rules.Where(rule => rule.Kind == RuleKind.Block).ToArray();
        return new Page(RuleLinks.Treatments, "Treatment information", "What was tried, with its evidence, and the findings that speak against it.",
        [
            new ReportParagraph(["Information on what was tried, never an order. An option is shown for types that stand at possible or above. What rests on general knowledge alone warns and does not block."]),
            new ReportHeading(2, "What was tried") { Anchor = "tried" },
            new ReportTable(
                ["treatment", "shown when", "evidence", "what is known", "spoken against by", "sources"],
                [.. rules.Where(rule => rule.Kind == RuleKind.Treatment).Select(rule => (IReadOnlyList<ReportSpan>)
                [
                    new($"{Wording.FromCode(rule.Key!)} ({rule.Id})"), new(words.Text(rule.When)), new(rule.Remark ?? ""), new(rule.Text),
                    new(string.Join(", ", blocks.Where(block => block.Targets.Contains(rule.Key!)).Select(block => block.Id))), new(string.Join(", ", rule.Sources)),
                ])]),
            new ReportHeading(2, "What speaks against a treatment"),
            .. PageParts.Sections(blocks, words, Lead),
            new ReportHeading(2, "About drugs on record"),
            .. PageParts.Sections([.. rules.Where(rule => rule.Kind == RuleKind.Medication)], words, rule => RuleText.Sentence($"{Wording.FromCode(rule.Key!)}: {rule.Text}") + " Told when:"),
            new ReportHeading(2, "Risks") { Anchor = "risks" },
            new ReportTable(["risk", "told when", "rule", "sources"], [.. rules.Where(rule => rule.Kind == RuleKind.Risk).Select(rule => (IReadOnlyList<ReportSpan>)
                [new(rule.Text), new(words.Text(rule.When)), new(rule.Id, ReportTone.Muted), new(string.Join(", ", rule.Sources))])]),
            .. PageParts.Sources(rules.SelectMany(rule => rule.Sources)),
        ]);
    }

    private static string Lead(Rule rule)
    {
        var treatments = Wording.List([.. rule.Targets.Select(Wording.FromCode)]);
        var lead = rule.ShownSeverity switch
        {
            TreatmentSeverity.Block => "Speaks against",
            TreatmentSeverity.Warn => "A caution with",
            _ => "To know about",
        };
        return $"{lead} {treatments}: {rule.Text}. Applies when:";
    }
}
