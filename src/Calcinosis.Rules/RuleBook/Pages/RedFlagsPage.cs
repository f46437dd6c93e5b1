using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>What must not wait for the ranking, the most urgent first.</summary>
internal static class RedFlagsPage
{
    public static Page Of(KnowledgeBase knowledge)
    {
        var words = PageParts.Words(knowledge, RuleLinks.RedFlags);
        var flags = knowledge.Rules.Where(rule => rule.Kind == RuleKind.RedFlag).ToArray();
        return new Page(RuleLinks.RedFlags, "Red flags", "What must not wait for the ranking.",
        [
            new ReportParagraph(["Red flags fire independent of the most likely type. The urgency of a patient is the highest of all that fire; missing data never lower it."]),
            .. flags.GroupBy(flag => flag.Urgency!.Value).OrderByDescending(group => group.Key).SelectMany(group => (IEnumerable<ReportBlock>)
            [
                new ReportHeading(2, Title(group.Key)),
                .. PageParts.Sections(group, words),
            ]),
            .. PageParts.Sources(flags.SelectMany(rule => rule.Sources)),
        ]);
    }

    private static string Title(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "Emergency",
        Urgency.SameDay => "The same day",
        Urgency.Days => "Within days",
        _ => "Within weeks",
    };
}
