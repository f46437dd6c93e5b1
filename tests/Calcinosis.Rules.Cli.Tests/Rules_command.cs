using System.Text.Json;

namespace Calcinosis.Rules.Cli.Tests;

public sealed class Rules_command : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Lists_rules_that_hold_a_text() =>
        Run(0, "rules", "list", "warfarin", "--kind", "treatment").OutputLines.Should().ContainSingle().Which.Should().StartWith("TX-09").And.Contain("low-dose warfarin");

    [Fact]
    public void Lists_rules_of_a_type() =>
        Run(0, "rules", "list", "--type", "calciphylaxis", "--kind", "level").OutputLines.Select(line => line.Split(' ')[0])
            .Should().Equal("CPX-EXC", "CPX-EST", "CPX-PRO", "CPX-POS", "CPX-UNL");

    [Fact]
    public void No_rule_that_matches_is_said_and_is_no_error()
    {
        Run(0, "rules", "list", "unicorn").Output.Should().BeEmpty();
        _tool.Error.Should().Contain("no rule matches");
    }

    [Fact]
    public void Shows_a_rule_in_plain_words_with_its_readers_an_example_and_its_sources() =>
        Run(0, "rules", "show", "cpx-103").Output.Should().StartWith("CPX-103: Necrosis or non-healing ulcer (L3)\n")
            .And.Contain("    - necrosis or eschar\n").And.Contain("unless known: younger than 14 days").And.Contain("READ BY").And.Contain("CPX-101: Severe pain (L1)").And.Contain("FOR EXAMPLE").And.Contain("ct:92: Dutta");

    [Fact]
    public void Shows_a_rule_in_markdown() => Run(0, "rules", "show", "CPX-EST", "--format", "markdown").Output.Should().StartWith("# CPX-EST: ").And.Contain("- at least one of these:");

    [Fact]
    public void A_rule_that_does_not_exist_is_status_2_and_the_others_are_still_shown()
    {
        Run(2, "rules", "show", "CPX-999", "GEN-011").Output.Should().Contain("GEN-011: Calcium high");
        _tool.Error.Should().Be("calcinosis: there is no rule 'CPX-999': 'calcinosis rules list' names them all\n");
    }

    [Fact]
    public void Exports_the_rule_base_as_json()
    {
        Run(0, "rules", "export");

        using var document = JsonDocument.Parse(_tool.Output);
        document.RootElement.GetProperty("schema").GetString().Should().Be("calcinosis-rules/1");
        document.RootElement.GetProperty("rules").EnumerateArray().Should().Contain(rule => rule.GetProperty("id").GetString() == "CPX-EST" && rule.GetProperty("version").GetInt32() == 1);
    }

    [Fact]
    public void Exports_into_a_file_too()
    {
        Run(0, "rules", "export", "--output", _tool.PathOf("rules.json")).Output.Should().BeEmpty();

        File.ReadAllText(_tool.PathOf("rules.json")).Should().StartWith("{\n  \"schema\": \"calcinosis-rules/1\"");
    }

    [Fact]
    public void Exports_the_rule_book_into_a_folder()
    {
        Run(0, "rules", "export", "--format", "markdown", "--output", _tool.PathOf("book"));

        File.ReadAllText(Path.Combine(_tool.PathOf("book"), "README.md")).Should().StartWith("# The rule book");
        _tool.Error.Should().MatchRegex("^calcinosis: \\d+ pages written to ");
    }

    [Fact]
    public void The_rule_book_needs_a_folder() => Run(2, "rules", "export", "--format", "markdown").Error.Should().Contain("--output");

    [Fact]
    public void A_place_that_cannot_be_written_is_status_2()
    {
        Run(2, "rules", "export", "--output", Path.Combine(_tool.File("a-file", "text"), "rules.json")).Error.Should().Contain("cannot be written");
    }

    [Fact]
    public void The_check_of_the_rules_ends_with_a_summary_and_status_0() =>
        Run(0, "rules", "check").Output.Should().MatchRegex("^\\d+ rules, \\d+ findings, \\d+ thresholds, \\d+ sources: no problem found\n$");

    private Tool Run(int expected, params string[] arguments)
    {
        _tool.Run(arguments).Should().Be(expected, _tool.Output + _tool.Error);
        return _tool;
    }
}
