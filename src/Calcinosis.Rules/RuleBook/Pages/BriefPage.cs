using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>The owner's article item by item, with what covers each.</summary>
internal static class BriefPage
{
    private const string File = "brief-coverage.md";

    public static Page Of(KnowledgeBase knowledge) => new(File, "Coverage of the brief", "The article from which the project started, item by item, and what in the knowledge covers each.",
    [
        new ReportParagraph([$"The article: {SourceCatalogue.Default.Find("brief")!.Citation}. Where it is simpler than the literature, the page of policies says which side is taken. A check proves that everything named here exists."]),
        .. BriefCoverage.All.GroupBy(item => item.Section, StringComparer.Ordinal).SelectMany(section => (IEnumerable<ReportBlock>)
        [
            new ReportHeading(2, section.Key),
            new ReportList([.. section.Select(item => new ReportItem('-', [item.Text, ": ", .. References(knowledge, item), item.Remark is { } remark ? $" ({remark})" : ""]))]),
        ]),
    ]);

    private static IEnumerable<ReportSpan> References(KnowledgeBase knowledge, BriefItem item)
    {
        var rules = knowledge.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        for (var i = 0; i < item.References.Count; i++)
        {
            if (i > 0)
                yield return ", ";
            yield return Of(item.References[i], rules, knowledge);
        }
    }

    private static ReportSpan Of(string reference, Dictionary<string, Rule> rules, KnowledgeBase knowledge) => reference.Split(':') switch
    {
        ["policy", var id] => new ReportSpan($"policy {id}") { Link = $"policies.md#p{id[1..]}" },
        ["site", var words] => new ReportSpan($"site \"{words}\"") { Link = "vocabulary-sites.md" },
        ["analyte", var code] => new ReportSpan(code.Replace('-', ' ')) { Link = "vocabulary-laboratory-tests.md" },
        ["look", var code] => new ReportSpan($"look \"{code}\"") { Link = "vocabulary-looks-of-lesions.md" },
        ["test", var key] => new ReportSpan($"test {Wording.FromCode(key)}") { Link = RuleLinks.From(File, rules.Values.First(rule => rule.Kind == RuleKind.Test && rule.Key == key)) },
        [var id] when rules.TryGetValue(id, out var rule) => new ReportSpan(rule.Kind is RuleKind.Level ? id : $"{rule.Title} ({id})") { Link = RuleLinks.From(File, rule) },
        _ => new ReportSpan(knowledge.Catalogue[knowledge.Catalogue.IndexOf(reference)].Label) { Link = "findings.md" },
    };
}
