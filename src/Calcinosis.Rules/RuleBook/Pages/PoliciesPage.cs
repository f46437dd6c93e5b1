using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>The disputes of the literature and the positions taken.</summary>
internal static class PoliciesPage
{
    private const string File = "policies.md";

    public static Page Of(KnowledgeBase knowledge) => new(File, "Policies", "Questions on which authorities differ, and the side that the library takes.",
    [
        new ReportParagraph(["Only P3 is a setting. Numbers that were chosen are marked on the page of thresholds; decisions where the sources leave a question open stand in docs/clinical-decisions.md."]),
        .. Policies.All.SelectMany(policy => (IEnumerable<ReportBlock>)
        [
            new ReportHeading(2, $"{policy.Id}. {policy.Title}") { Anchor = Anchor(policy) },
            new ReportParagraph([policy.Dispute]),
            new ReportParagraph([new ReportSpan("The library: ", ReportTone.Strong), policy.Decision]),
            new ReportParagraph([.. Rules(knowledge, policy), new ReportSpan($" Sources: {string.Join(", ", policy.Sources)}.", ReportTone.Muted)]),
        ]),
        .. PageParts.Sources(Policies.All.SelectMany(policy => policy.Sources)),
    ]);

    private static string Anchor(Policy policy) => "p" + policy.Id[1..];

    private static IEnumerable<ReportSpan> Rules(KnowledgeBase knowledge, Policy policy)
    {
        yield return "Carried out by ";
        for (var i = 0; i < policy.Rules.Count; i++)
        {
            var rule = knowledge.Program.Rule(policy.Rules[i]);
            if (i > 0)
                yield return i == policy.Rules.Count - 1 ? " and " : ", ";
            yield return new ReportSpan(rule.Id) { Link = RuleLinks.From(File, rule) };
        }

        yield return ".";
    }
}
