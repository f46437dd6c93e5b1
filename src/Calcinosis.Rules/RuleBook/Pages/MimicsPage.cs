using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>What looks like calcinosis and is something else.</summary>
internal static class MimicsPage
{
    public static Page Of(KnowledgeBase knowledge)
    {
        var words = PageParts.Words(knowledge, RuleLinks.Mimics);
        var rules = knowledge.Rules.Where(rule => RuleLinks.PageOf(rule) == RuleLinks.Mimics).ToArray();
        return new Page(RuleLinks.Mimics, "Look-alikes", "What looks like calcinosis cutis and is something else; what only notes, and what holds levels down.",
        [
            new ReportParagraph(["A weak or shared sign only notes. A level is held down by the specific finding, or by the other diagnosis made for this lesion."]),
            new ReportHeading(2, "Look-alikes that hold levels down"),
            .. PageParts.Sections(rules.Where(rule => rule is { Kind: RuleKind.Caution, Action: not CautionAction.Note }), words, rule => $"Look-alike: {Wording.FromCode(rule.Key!)}. It {Wording.Effect(rule.Action!.Value)}."),
            new ReportHeading(2, "The limits"),
            .. PageParts.Sections(rules.Where(rule => rule.Kind == RuleKind.Cap), words, rule => RuleText.Sentence($"{RuleText.Effect(rule)} ({Wording.List(rule.Types)}): {rule.Text}")),
            new ReportHeading(2, "Look-alikes that are noted"),
            .. PageParts.Sections(rules.Where(rule => rule is { Kind: RuleKind.Caution, Action: CautionAction.Note }), words, rule => $"Look-alike: {Wording.FromCode(rule.Key!)}."),
            new ReportHeading(2, "The criteria"),
            .. PageParts.Sections(rules.Where(rule => rule.Kind == RuleKind.Criterion), words),
            .. PageParts.Sources(rules.SelectMany(rule => rule.Sources)),
        ]);
    }
}
