using System.Globalization;
using System.Text.RegularExpressions;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Knowledge.Check;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>All sources with what cites them.</summary>
internal static partial class SourcesPage
{
    public static Page Of(KnowledgeBase knowledge)
    {
        var citations = SourceCheck.Citations(KnowledgeParts.Of(knowledge)).ToLookup(citation => citation.Source, citation => citation.Subject, StringComparer.Ordinal);
        var blocks = new List<ReportBlock>
        {
            new ReportParagraph(
            [
                "ct: clinical literature. lab: laboratory, formulas and treatment. Most articles were read as abstract, opening page or single table, not in full; secondary summaries are named as such. "
                + "A letter in brackets marks a further source under the same number.",
            ]),
        };
        foreach (var source in SourceCatalogue.Default.All)
        {
            blocks.Add(new ReportHeading(3, source.Id) { Anchor = PageParts.Anchor(source) });
            blocks.Add(new ReportParagraph([source.Citation + ".", .. Links(source)]));
            blocks.Add(new ReportParagraph([$"Read for: {source.About}. {Cited(source, [.. citations[source.Id].Distinct(StringComparer.Ordinal)])}"]));
        }

        return new Page(RuleLinks.Sources, "Sources", "Where every statement comes from, and what cites it.", blocks);
    }

    private static string Cited(Source source, IReadOnlyList<string> by)
    {
        const int most = 12;
        if (source.Background is { } background)
            return $"Background: {background}.";
        return $"Cited by {string.Join(", ", by.Take(most))}{(by.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {by.Count - most} more") : "")}.";
    }

    /// <summary>Addresses that follow from the identifiers in a citation.</summary>
    private static IEnumerable<ReportSpan> Links(Source source)
    {
        foreach (Match match in Identifier().Matches(source.Citation))
        {
            yield return " ";
            yield return match.Groups["pmid"] is { Success: true, Value: var pmid } ? new ReportSpan("PubMed") { Link = $"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" }
                : match.Groups["pmc"] is { Success: true, Value: var pmc } ? new ReportSpan(pmc) { Link = $"https://pmc.ncbi.nlm.nih.gov/articles/{pmc}/" }
                : new ReportSpan("doi") { Link = $"https://doi.org/{match.Groups["doi"].Value}" };
        }
    }

    [GeneratedRegex(@"PMID (?<pmid>\d+)|(?<pmc>PMC\d+)|doi (?<doi>10\.[^\s,;)]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
