using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>A publication that rules cite.</summary>
/// <param name="Id">The id that <c>sources</c> of an assessment name, such as <c>ct:81</c>.</param>
/// <param name="Text">Who, where and when, with where it was seen; several publications are parted by "; ".</param>
/// <param name="Link">Where to read the first one, by its PubMed Central, PubMed or DOI number; null when it has none.</param>
public sealed record Citation(string Id, string Text, Uri? Link)
{
    /// <summary>The first publication alone, without the remark on where it was seen; for a link's words.</summary>
    public string Short => Citations.Remark().Replace(First(Text), "");

    internal static string First(string text) => text.Split("; ")[0];
}

/// <summary>Looks up what the source ids of an assessment stand for. Immutable and thread-safe.</summary>
public static partial class Citations
{
    private static readonly FrozenDictionary<string, Citation> ById = SourceCatalogue.Default.All
        .Where(source => source.Id != SourceCatalogue.Policy)
        .ToFrozenDictionary(source => source.Id, source => new Citation(source.Id, source.Citation, LinkOf(source.Citation)), StringComparer.Ordinal);

    /// <summary>The publication; null when the id names none, such as <c>policy</c>.</summary>
    /// <param name="id">A source id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static Citation? Find(string id) => ById.GetValueOrDefault(id);

    private static Uri? LinkOf(string citation)
    {
        var found = Identifier().Match(Citation.First(citation));
        if (!found.Success)
            return null;
        if (found.Groups["pmc"] is { Success: true } pmc)
            return new Uri($"https://pmc.ncbi.nlm.nih.gov/articles/PMC{pmc.Value}/");
        return found.Groups["pmid"] is { Success: true } pmid
            ? new Uri($"https://pubmed.ncbi.nlm.nih.gov/{pmid.Value}/")
            : new Uri($"https://doi.org/{found.Groups["doi"].Value}");
    }

    [GeneratedRegex(@" \([^()]*\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Remark();

    [GeneratedRegex(@"PMC(?<pmc>\d+)|PMID (?<pmid>\d+)|(?<doi>10\.\d{4,5}/[A-Za-z0-9./()-]*[A-Za-z0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
