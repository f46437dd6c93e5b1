using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>Words for body sites, and the sets of regions that rules ask for.</summary>
internal static class SitesPage
{
    public static Page Of() => new("vocabulary-sites.md", "Vocabulary: sites", "Words for body sites, the regions they mean, and the sets of regions that rules ask for.",
    [
        new ReportHeading(2, "Sets of regions that rules ask for"),
        new ReportTable(["the lesion lies", "regions", "all sites or one", "finding"], [.. SiteSets.All.Select(set => (IReadOnlyList<ReportSpan>)
            [new(set.Label), new(Plain(set.Regions)), new(set.Only ? "every site" : "one site is enough"), new(set.Id, ReportTone.Muted)])]),
        new ReportHeading(2, "Words for sites"),
        new ReportParagraph(["Left, right, both and words of position may stand beside them. A word for several regions answers \"yes\" only when all of them fit."]),
        new ReportTable(["words", "regions"], [.. VocabularyData.Sites().Select(row => (IReadOnlyList<ReportSpan>)[new(string.Join("; ", row.Words)), new(row.Regions.Count == 0 ? "no region by itself" : Plain(row.Regions))])]),
    ]);

    private static string Plain(IEnumerable<string> regions) => string.Join(", ", regions.Select(region => region.Replace('-', ' ')));
}
