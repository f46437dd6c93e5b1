using Calcinosis.Rules.Cli.Output;

namespace Calcinosis.Rules.Cli.Tests;

public sealed class The_tool_itself : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_version_is_one_line()
    {
        _tool.Run("--version").Should().Be(0);

        _tool.Output.Should().MatchRegex(@"^calcinosis \d+\.\d+\.\d+\S*\n$").And.NotContain("+");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("classify --help")]
    [InlineData("explain --help")]
    [InlineData("vocabulary --help")]
    [InlineData("serve --help")]
    [InlineData("rules --help")]
    [InlineData("rules export --help")]
    public void Help_describes_and_shows_examples(string arguments)
    {
        _tool.Run(arguments.Split(' ')).Should().Be(0);

        _tool.Output.Should().Contain("Description:").And.Contain("Examples:\n  calcinosis ");
        _tool.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "Required command was not provided")]
    [InlineData("clasify x", "'clasify'")]
    [InlineData("classify", "FILE")]
    [InlineData("classify x --format xml", "'xml'")]
    [InlineData("classify x --formatt json", "'--formatt' is no option")]
    [InlineData("explain x --typ metastatic", "'--typ'")]
    [InlineData("vocabulary --all", "'--all' is no option")]
    [InlineData("rules", "Required command")]
    [InlineData("rules list --kind mood", "'mood'")]
    public void Wrong_arguments_are_status_2_and_point_to_the_help(string arguments, string message)
    {
        _tool.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be(2);

        _tool.Output.Should().BeEmpty();
        _tool.Error.Should().Contain(message).And.Contain("--help'");
        _tool.ErrorLines.Should().OnlyContain(line => line.StartsWith("calcinosis: "));
    }

    [Fact]
    public void An_unexpected_failure_is_status_1_in_one_line_without_a_stack_trace()
    {
        _tool.Run("classify", _tool.Patient("crash")).Should().Be(1);

        _tool.Error.Should().Be("calcinosis: unexpected failure (InvalidOperationException): something broke\n");
    }

    [Theory]
    [InlineData(false, null, "xterm-256color", true)]
    [InlineData(false, "", "xterm", true)]
    [InlineData(false, "1", "xterm", false)]
    [InlineData(false, null, "dumb", false)]
    [InlineData(true, null, "xterm", false)]
    public void Colour_is_for_a_real_terminal_that_wants_it(bool redirected, string? noColour, string term, bool colour) =>
        ColourPolicy.WantsColour(redirected, name => name switch { "NO_COLOR" => noColour, "TERM" => term, _ => null }).Should().Be(colour);
}
