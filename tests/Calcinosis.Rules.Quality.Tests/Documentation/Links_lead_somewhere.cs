using System.Text;
using System.Text.RegularExpressions;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Documentation;

public sealed partial class Links_lead_somewhere
{
    public static TheoryData<string> AllPages => new(Pages.All);

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_link_of_a_page(string page)
    {
        var broken = Link().Matches(Pages.Prose(page)).Select(match => match.Groups[1].Value).Where(target => !Exists(page, target));

        broken.Should().BeEmpty("{0} must not send a reader nowhere", page);
    }

    [Fact]
    public void Every_page_can_be_reached_from_the_index()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["docs/README.md"]);
        while (open.TryDequeue(out var page))
        {
            if (!reached.Add(page) || !page.EndsWith(".md", StringComparison.Ordinal))
                continue;
            foreach (Match link in Link().Matches(Pages.Prose(page)))
            {
                if (!link.Groups[1].Value.Contains("://", StringComparison.Ordinal) && Target(page, link.Groups[1].Value.Split('#')[0]) is { } target && File.Exists(Repository.PathOf(target)))
                    open.Enqueue(target);
            }
        }

        Pages.All.Where(page => page.StartsWith("docs/", StringComparison.Ordinal)).Should().BeSubsetOf(reached);
    }

    [Fact]
    public void A_page_of_a_package_has_absolute_links_only()
    {
        // It is read on the package's own page, where nothing of the repository lies beside it.
        foreach (var page in Pages.All.Where(page => page.StartsWith("src/", StringComparison.Ordinal)))
            Link().Matches(Pages.Prose(page)).Select(match => match.Groups[1].Value).Where(target => !target.StartsWith("https://", StringComparison.Ordinal)).Should().BeEmpty(page);
    }

    private static bool Exists(string page, string target)
    {
        if (target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
            return Uri.TryCreate(target, UriKind.Absolute, out _);
        if (target.Contains("://", StringComparison.Ordinal))
            return false;
        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? page : Target(page, parts[0]);
        if (!File.Exists(Repository.PathOf(file)) && !Directory.Exists(Repository.PathOf(file)))
            return false;
        return parts.Length == 1 || Anchors(file).Contains(parts[1]);
    }

    private static string Target(string page, string relative) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, Uri.UnescapeDataString(relative)))).Replace('\\', '/');

    /// <summary>The anchors of headings as GitHub makes them, and those that stand in the page.</summary>
    private static HashSet<string> Anchors(string page)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var inside = false;
        foreach (var line in Repository.ReadLines(page))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                inside = !inside;
            if (inside)
                continue;
            foreach (Match own in OwnAnchor().Matches(line))
                anchors.Add(own.Groups[1].Value);
            if (Heading().Match(line) is not { Success: true } heading)
                continue;
            var slug = Slug(heading.Groups[1].Value);
            var name = slug;
            for (var again = 1; !anchors.Add(name); again++)
                name = FormattableString.Invariant($"{slug}-{again}");
        }

        return anchors;
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var letter in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_')
                slug.Append(letter);
            else if (letter == ' ')
                slug.Append('-');
        }

        return slug.ToString();
    }

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} (.+?)\\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex("<a (?:id|name)=\"([^\"]+)\"")]
    private static partial Regex OwnAnchor();
}
