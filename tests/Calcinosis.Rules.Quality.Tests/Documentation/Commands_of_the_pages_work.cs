using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Calcinosis.Rules.Cli;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Documentation;

/// <summary>Every line of a page that starts the tool is run, in this process; lines for other programs are held to what they name.</summary>
public sealed partial class Commands_of_the_pages_work
{
    private static readonly string[] Shells = ["", "sh", "console", "bash"];

    private static readonly Lazy<ClassifierAssessor> Assessor = new(() => new ClassifierAssessor());

    public static TheoryData<string> PagesWithCommands => new(Pages.Blocks().Where(block => Lines(block).Any()).Select(block => block.Page).Distinct());

    [Theory]
    [MemberData(nameof(PagesWithCommands))]
    public void Every_command_of_a_page(string page)
    {
        using var workplace = new Workplace();
        foreach (var block in Pages.BlocksOf(page).Where(block => block.NotRun is null))
        {
            foreach (var line in Lines(block))
                Run(line, $"{block}: {line}");
        }
    }

    [Fact]
    public void A_block_that_is_not_run_says_why() =>
        Pages.Blocks().Where(block => block.NotRun is { Length: < 20 }).Should().BeEmpty();

    private static IEnumerable<string> Lines(CodeBlock block) => !Shells.Contains(block.Language)
        ? []
        : block.Text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()).Select(line => line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line)
            .Where(line => line.StartsWith("calcinosis ", StringComparison.Ordinal) || line.StartsWith("dotnet ", StringComparison.Ordinal) || line.Contains("| calcinosis ", StringComparison.Ordinal));

    private static void Run(string line, string where)
    {
        line = Comment().Replace(line, "").Trim();
        if (line.StartsWith("dotnet ", StringComparison.Ordinal))
        {
            if (ToolFromSource().Match(line) is { Success: true } run)
                Run("calcinosis " + run.Groups[1].Value, where);
            else
                NamesWhatExists(line, where);
            return;
        }

        var input = "";
        if (Piped().Match(line) is { Success: true } piped)
        {
            input = File.ReadAllText(piped.Groups[1].Value);
            line = piped.Groups[2].Value;
        }

        var target = Redirected().Match(line);
        var words = Words(target.Success ? target.Groups[1].Value : line).Skip(1).ToArray();
        if (words[0] == "serve")
        {
            var help = Tool("", ["serve", "--help"]).Output;
            words.Where(word => word.StartsWith('-') && !help.Contains(word, StringComparison.Ordinal)).Should().BeEmpty("{0} uses options that exist", where);
            return;
        }

        var (status, output, error) = Tool(input, words);
        status.Should().Be(0, "{0} is what the page promises, and it said: {1}", where, error);
        if (target.Success)
            File.WriteAllText(target.Groups[2].Value, output);
    }

    private static (int Status, string Output, string Error) Tool(string input, string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        using var standardInput = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var bytes = new MemoryStream();
        using var terminal = new Terminal(standardInput, output, error, standardOutput: bytes);
        var status = new CommandLineApp(Assessor.Value, terminal).Run(arguments);
        return (status, output + Encoding.UTF8.GetString(bytes.ToArray()), error.ToString());
    }

    private static void NamesWhatExists(string line, string where)
    {
        foreach (var word in Words(line).Where(word => word.EndsWith(".sln", StringComparison.Ordinal) || word.StartsWith("src/", StringComparison.Ordinal) || word.StartsWith("samples/", StringComparison.Ordinal)
            || word.StartsWith("tests/", StringComparison.Ordinal) || word.StartsWith("bench/", StringComparison.Ordinal)))
            (File.Exists(Repository.PathOf(word)) || Directory.Exists(Repository.PathOf(word))).Should().BeTrue("{0} names {1}", where, word);
        foreach (var package in Words(line).Where(word => word.StartsWith("Calcinosis.Rules", StringComparison.Ordinal) && !word.EndsWith(".sln", StringComparison.Ordinal)))
            Directory.Exists(Repository.PathOf("src/" + package)).Should().BeTrue("{0} names the package {1}", where, package);
    }

    private static IEnumerable<string> Words(string line) => Word().Matches(line).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Value);

    [GeneratedRegex(@"\s+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^dotnet run --project src/Calcinosis\.Rules\.Cli(?: -c Release)? -- (.+)$")]
    private static partial Regex ToolFromSource();

    [GeneratedRegex(@"^cat (\S+) \| (calcinosis .+)$")]
    private static partial Regex Piped();

    [GeneratedRegex(@"^(.+?) > (\S+)$")]
    private static partial Regex Redirected();

    [GeneratedRegex("\"([^\"]*)\"|\\S+")]
    private static partial Regex Word();
}
