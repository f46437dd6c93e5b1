using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.RuleBook.Pages;

/// <summary>The first page: what there is, how much of it, how to read it.</summary>
internal static class IndexPage
{
    public static Page Of(KnowledgeBase knowledge, IReadOnlyList<Page> pages) => new("README.md", "The rule book", "Index.",
    [
        new ReportHeading(2, "Pages"),
        new ReportList([.. pages.Select(page => new ReportItem('-', [new ReportSpan(page.Title) { Link = page.File }, $": {page.About}"]))]),
        new ReportHeading(2, "How to read a rule"),
        new ReportParagraph(["Every condition is about one lesion group of one patient. A finding is present, absent or unknown, and unknown is never taken as absent, with one exception: \"unless known\". There an unknown counts as absent, and every such use is written down in the assessment as an assumption."]),
        new ReportParagraph(["\"Known not to be so\" asks for knowledge: the opposite has to be recorded. Words that lead to another rule carry its id in brackets."]),
        new ReportParagraph(["A level is the first rung of the ladder whose condition is met; nothing is added up. Weights order the lines of an explanation and decide nothing."]),
        new ReportHeading(2, "The knowledge in numbers"),
        new ReportTable(["what", "how many"],
        [
            Row("rules", knowledge.Rules.Count),
            .. knowledge.Rules.GroupBy(rule => rule.Kind).OrderBy(group => group.Key).Select(group => Row($"of them: {RuleText.Kind(group.Key)}", group.Count())),
            .. knowledge.Rules.GroupBy(rule => rule.Status).OrderBy(group => group.Key).Select(group => Row($"status: {RuleText.Status(group.Key)}", group.Count())),
            Row("findings", knowledge.Catalogue.Count),
            Row("thresholds", Thresholds.All.Count),
            Row("of them chosen by this project, wholly or in part", Thresholds.All.Count(threshold => threshold.IsPolicy)),
            Row("sources", SourceCatalogue.Default.All.Count),
        ]),
        new ReportParagraph([$"Version {KnowledgeBase.Version}. Fingerprint of the knowledge: {knowledge.Fingerprint}. Every assessment names both."]),
        new ReportParagraph(["Renewed with: calcinosis rules export --format markdown --output docs/rule-book. Proved by: calcinosis rules check."]),
    ]);

    private static IReadOnlyList<ReportSpan> Row(string what, int count) => [new(what), new(count.ToString(CultureInfo.InvariantCulture))];
}
