using System.Globalization;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Causes of the dystrophic type and exposures of the iatrogenic type, one a row.</summary>
internal static class CauseTables
{
    public static IEnumerable<ReportBlock> Dystrophic(KnowledgeBase knowledge)
    {
        yield return new ReportHeading(2, "The causes") { Anchor = "causes" };
        yield return new ReportParagraph(
        [
            "Each cause has two criteria: it is there, and it fits this lesion (the same id with F). A cause of the whole body fits at its usual sites, or where the lesion lies inside the plaque of the disease. "
            + "A local cause counts only at the lesion, and fits unless it is known to have come after the lesion. A cause that rests on general knowledge alone does not reach established.",
        ]);
        foreach (var group in DystrophicCauses.All.GroupBy(cause => cause.Group))
        {
            yield return new ReportHeading(3, RuleText.Sentence(DystrophicRules.Words(group.Key)).TrimEnd('.'));
            yield return new ReportTable(
                ["cause", "subtype", "fits", "why it counts", "rule", "sources"],
                [.. group.Select(cause => (IReadOnlyList<ReportSpan>)
                [
                    new(cause.Title), new(cause.Key), new(cause.Sites is { } sites ? knowledge.Catalogue[knowledge.Catalogue.IndexOf(sites)].Label : "at the lesion"), new(cause.Text),
                    new(RuleWords.Number("DYS-", cause.Number), ReportTone.Muted), new(cause.Sources.Replace(" ", ", ", StringComparison.Ordinal)),
                ])]);
        }
    }

    public static IEnumerable<ReportBlock> Iatrogenic()
    {
        yield return new ReportHeading(2, "The exposures and their windows") { Anchor = "exposures" };
        yield return new ReportParagraph(
        [
            "Each exposure has three criteria: place and time fit (the id), it is documented and nothing speaks against it (with E), it is ruled out (with X). "
            + "Days run from the exposure to the first visible lesion: the earliest counts from the first dose, the others from the last dose before onset; all bounds are included.",
        ]);
        yield return new ReportTable(
            ["exposure", "not before", "usual until", "possible until", "place", "rule", "sources"],
            [.. IatrogenicAgents.All.Select(agent => (IReadOnlyList<ReportSpan>)
            [
                new(agent.Label), new(Days(agent.MinDays)), new(Days(agent.MaxDays)), new(agent.LateDays is { } late ? Days(late) : "no limit"),
                new(!agent.Local ? "anywhere" : agent.FixedRegions is { } own ? Regions(own) : agent.FittingRegions is { } fitting ? "at the exposure; " + Regions(fitting) : "at the exposure"),
                new(IatrogenicRules.IdOf(agent.Id), ReportTone.Muted), new(string.Join(", ", agent.Sources)),
            ])]);
    }

    private static string Days(decimal days) => string.Create(CultureInfo.InvariantCulture, $"{days} days");

    private static string Regions(IEnumerable<string> regions) => string.Join(", ", regions.Select(region => region.Replace('-', ' ')));
}
