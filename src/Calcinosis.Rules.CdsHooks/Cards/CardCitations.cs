using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.CdsHooks.Cards;

/// <summary>Whose guidance a card shows, and where to read it: the publications that the decisive rules cite, the first ones first.</summary>
internal static class CardCitations
{
    private const int MostLinks = 4;
    private const int LongestLabel = 120;

    /// <summary>The general review that stands where a rule cites nothing that can be named.</summary>
    private const string General = "ct:2";

    /// <summary>What the card is about, for a client that sorts cards.</summary>
    private static readonly CodeReference Topic = new("http://hl7.org/fhir/sid/icd-10-cm", "L94.2", "Calcinosis cutis");

    public static CardSource SourceOf(IEnumerable<string> sources)
    {
        var cited = Find(sources);
        var best = cited.FirstOrDefault(citation => citation.Link is not null) ?? cited.FirstOrDefault() ?? Citations.Find(General)!;
        return new CardSource(Shortened(best.Short), best.Link, Topic);
    }

    public static IReadOnlyList<CardLink>? LinksOf(IEnumerable<string> sources)
    {
        var links = Find(sources).Where(citation => citation.Link is not null)
            .DistinctBy(citation => citation.Link)
            .Take(MostLinks)
            .Select(citation => new CardLink(Shortened(citation.Short), citation.Link!))
            .ToList();
        return links.Count == 0 ? null : links;
    }

    private static List<Citation> Find(IEnumerable<string> sources) =>
        [.. sources.Distinct(StringComparer.Ordinal).Select(Citations.Find).OfType<Citation>()];

    private static string Shortened(string text) => text.Length <= LongestLabel ? text : string.Concat(text.AsSpan(0, LongestLabel - 1).TrimEnd(), "\u2026");
}
