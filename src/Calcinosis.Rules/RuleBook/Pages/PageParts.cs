using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>What several pages have in common.</summary>
internal static class PageParts
{
    public static ClauseWords Words(KnowledgeBase knowledge, string page) =>
        new(knowledge.Catalogue, knowledge.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal), page);

    /// <summary>The sources of a page, each once, with their citations.</summary>
    public static IEnumerable<ReportBlock> Sources(IEnumerable<string> ids)
    {
        yield return new ReportHeading(2, "Sources of this page");
        yield return new ReportList([.. InOrder(ids).Select(source => new ReportItem('-', [new ReportSpan(source.Id) { Link = $"{RuleLinks.Sources}#{Anchor(source)}" }, $": {source.Citation} ({source.About})"]))]);
    }

    public static string Anchor(Source source) => source.Id.Replace(':', '-');

    public static IEnumerable<Source> InOrder(IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return SourceCatalogue.Default.All.Where(source => wanted.Contains(source.Id));
    }

    /// <summary>The rules of one kind as sections.</summary>
    public static IEnumerable<ReportBlock> Sections(IEnumerable<Rule> rules, ClauseWords words, Func<Rule, string>? lead = null) =>
        rules.SelectMany(rule => RuleText.Section(rule, words, lead?.Invoke(rule)));
}
