using System.Text.RegularExpressions;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page, from the root of the repository.</param>
/// <param name="Line">Line of the fence, from 1.</param>
/// <param name="Language">The word after the fence; empty when there is none.</param>
/// <param name="Text">The block.</param>
/// <param name="NotRun">Why it is not run, from <c>&lt;!-- not run: ... --&gt;</c> before the fence; null when it is.</param>
internal sealed record CodeBlock(string Page, int Line, string Language, string Text, string? NotRun)
{
    public override string ToString() => $"{Page}:{Line}";
}

/// <summary>The pages that people read, and what is in them.</summary>
internal static partial class Pages
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("src"), "README.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<CodeBlock> Blocks() => All.SelectMany(BlocksOf);

    public static IEnumerable<CodeBlock> BlocksOf(string page)
    {
        var lines = Repository.ReadLines(page);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is not { Success: true } fence)
                continue;
            var start = i;
            var indent = fence.Groups[1].Length;
            while (++i < lines.Length && lines[i].Trim() != "```")
            {
            }

            var text = string.Join('\n', lines[(start + 1)..i].Select(line => line.Length >= indent ? line[indent..] : line)) + "\n";
            var before = start > 0 ? NotRun().Match(lines[start - 1]) : Match.Empty;
            yield return new CodeBlock(page, start + 1, fence.Groups[2].Value, text, before.Success ? before.Groups[1].Value : null);
        }
    }

    /// <summary>The page without its fenced blocks and code spans: what a reader sees as text.</summary>
    public static string Prose(string page)
    {
        var lines = new List<string>();
        var inside = false;
        foreach (var line in Repository.ReadLines(page))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                inside = !inside;
            else if (!inside)
                lines.Add(CodeSpan().Replace(line, "`"));
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^( *)```(\w*)\s*$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*<!-- not run: (.+) -->\s*$")]
    private static partial Regex NotRun();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex CodeSpan();
}
