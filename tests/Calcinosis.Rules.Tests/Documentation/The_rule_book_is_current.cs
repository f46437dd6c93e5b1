using System.Text.RegularExpressions;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.RuleBook;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Documentation;

public sealed class The_rule_book_is_current
{
    private const string Folder = "docs/rule-book";
    private static readonly KnowledgeBase Knowledge = new CalcinosisClassifier().Knowledge;
    private static readonly IReadOnlyList<Page> Pages = RuleBookPages.All(Knowledge);

    public static TheoryData<string> Files => [.. Pages.Select(page => page.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_page_says_what_the_rules_say(string file)
    {
        var expected = Pages.Single(page => page.File == file).Markdown();
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            File.WriteAllText(Repository.PathOf($"{Folder}/{file}"), expected);

        (Repository.Read($"{Folder}/{file}") == expected).Should().BeTrue("{0} is generated; renew it with 'calcinosis rules export --format markdown --output docs/rule-book'", file);
    }

    [Fact]
    public void No_page_is_left_over() =>
        Directory.GetFiles(Repository.PathOf(Folder)).Select(Path.GetFileName).Should().BeEquivalentTo(Pages.Select(page => page.File));

    [Fact]
    public void Every_link_inside_the_book_leads_somewhere()
    {
        var anchors = Pages.ToDictionary(page => page.File, page => Regex.Matches(page.Markdown(), "<a id=\"([^\"]+)\"></a>").Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var broken = new List<string>();
        foreach (var page in Pages)
        {
            foreach (Match link in Regex.Matches(page.Markdown(), @"\]\(([^)]*)\)"))
            {
                var target = link.Groups[1].Value;
                if (target.StartsWith("https://", StringComparison.Ordinal))
                    continue;
                var parts = target.Split('#');
                var file = parts[0].Length == 0 ? page.File : parts[0];
                if (!anchors.TryGetValue(file, out var known) || (parts.Length > 1 && !known.Contains(parts[1])))
                    broken.Add($"{page.File}: {target}");
            }
        }

        broken.Should().BeEmpty();
    }

    [Fact]
    public void Every_rule_stands_in_the_book()
    {
        var text = string.Concat(Pages.Select(page => page.Markdown()));
        var missing = Knowledge.Rules.Where(rule => !Regex.IsMatch(text, $@"(?<![A-Z0-9-]){Regex.Escape(rule.Id)}(?![0-9A-Z])") && !Tabled.Contains(rule)).Select(rule => rule.Id);

        missing.Should().BeEmpty();
    }

    [Fact]
    public void The_same_knowledge_gives_the_same_pages() =>
        RuleBookPages.All(new CalcinosisClassifier().Knowledge).Select(page => page.Markdown()).Should().Equal(Pages.Select(page => page.Markdown()));
}
