using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Tests and questions, with what each would settle.</summary>
internal static class WorkupPage
{
    public static Page Of(KnowledgeBase knowledge)
    {
        var words = PageParts.Words(knowledge, RuleLinks.Workup);
        var tests = knowledge.Rules.Where(rule => rule.Kind == RuleKind.Test).ToArray();
        return new Page(RuleLinks.Workup, "Work-up", "Tests and questions that can change the answer.",
        [
            new ReportParagraph(["A test is offered only while its answer is unknown and would move a level of this patient. When several rules offer the same test the most urgent counts."]),
            .. tests.SelectMany(rule => RuleText.Section(rule, words, Lead(knowledge, rule))),
            .. PageParts.Sources(tests.SelectMany(rule => rule.Sources)),
        ]);
    }

    private static string Lead(KnowledgeBase knowledge, Rule rule)
    {
        var settles = rule.Targets.Select(target => EvidenceText.Label(knowledge.Catalogue[knowledge.Catalogue.IndexOf(target)], FindingState.Present)).ToArray();
        var caution = rule.Remark is { } remark ? " Caution: " + RuleText.Sentence(remark) : "";
        return $"{Wording.Priority(rule.Priority)}. It would settle: {Wording.List(settles)}.{caution} Offered when:";
    }
}
