using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Facts and limits that several types read.</summary>
internal static class SharedCriteriaPage
{
    public static Page Of(KnowledgeBase knowledge)
    {
        var words = PageParts.Words(knowledge, RuleLinks.Shared);
        var rules = knowledge.Rules.Where(rule => RuleLinks.PageOf(rule) == RuleLinks.Shared).ToArray();
        return new Page(RuleLinks.Shared, "Shared criteria", "Is there calcium, are the minerals disturbed, where does the lesion lie: what several types read.",
        [
            new ReportHeading(2, "The criteria"),
            .. PageParts.Sections(rules.Where(rule => rule.Kind != RuleKind.Cap), words),
            .. rules.Any(rule => rule.Kind == RuleKind.Cap) ? [new ReportHeading(2, "Limits of several types")] : Array.Empty<ReportBlock>(),
            .. PageParts.Sections(rules.Where(rule => rule.Kind == RuleKind.Cap), words, rule => RuleText.Sentence($"{RuleText.Effect(rule)} ({Wording.List(rule.Types)}): {rule.Text}")),
            .. PageParts.Sources(rules.SelectMany(rule => rule.Sources)),
        ]);
    }
}
