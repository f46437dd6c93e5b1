using System.Text.Json;

namespace Calcinosis.Rules.Cli.Tests;

public sealed class Classify_command : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Text_is_the_default_and_the_status_is_0()
    {
        _tool.Run("classify", _tool.Patient("anna")).Should().Be(0);

        _tool.Output.Should().StartWith("Calcinosis cutis: what the findings support (anna)\n").And.Contain("Findings support dystrophic");
        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void One_file_gives_one_json_document()
    {
        _tool.Run("classify", _tool.Patient("anna"), "--format", "json").Should().Be(0);

        using var document = JsonDocument.Parse(_tool.Output);
        document.RootElement.GetProperty("id").GetString().Should().Be("anna");
        document.RootElement.GetProperty("schema").GetString().Should().Be("calcinosis-assessment/1");
    }

    [Fact]
    public void C85_several_files_give_one_json_line_each_in_the_order_given()
    {
        _tool.Run("classify", "--format", "json", _tool.Patient("b"), _tool.Patient("a"), _tool.Patient("c")).Should().Be(0);

        IdsOf(_tool.OutputLines).Should().Equal("b", "a", "c");
    }

    [Fact]
    public void C85_a_wrong_file_makes_the_status_2_and_the_others_are_still_handled()
    {
        var missing = _tool.PathOf("missing.json");

        _tool.Run("classify", "--format", "json", _tool.Patient("a"), missing, _tool.Patient("wrong"), _tool.Patient("z")).Should().Be(2);

        IdsOf(_tool.OutputLines).Should().Equal("a", "wrong", "z");
        _tool.ErrorLines.Should().HaveCount(2);
        _tool.ErrorLines[0].Should().Be($"calcinosis: {missing}: there is no such file: check the path");
    }

    [Fact]
    public void An_error_in_a_document_says_what_where_and_what_to_do()
    {
        var path = _tool.Patient("wrong");

        _tool.Run("classify", path).Should().Be(2);

        _tool.Output.Should().BeEmpty("the messages say all there is to say");
        _tool.Error.Should().Be($"calcinosis: {path}: error at /labs/0/value: Calcium cannot be negative: correct it. (found -9.1; expected a number above 0) [value-not-positive]\n");
    }

    [Fact]
    public void An_error_in_a_document_is_in_the_json_too()
    {
        _tool.Run("classify", _tool.Patient("wrong"), "-f", "json").Should().Be(2);

        using var document = JsonDocument.Parse(_tool.Output);
        document.RootElement.GetProperty("conclusion").GetString().Should().Be("not-assessed");
        document.RootElement.GetProperty("issues")[0].GetProperty("path").GetString().Should().Be("/labs/0/value");
    }

    [Fact]
    public void Markdown_is_markdown()
    {
        _tool.Run("classify", _tool.Patient("anna"), "--format", "markdown").Should().Be(0);

        _tool.Output.Should().StartWith("# Calcinosis cutis").And.Contain("## Leading suggestion");
    }

    [Fact]
    public void Html_is_one_self_contained_page()
    {
        _tool.Run("classify", _tool.Patient("anna"), "--format", "html").Should().Be(0);

        _tool.Output.Should().StartWith("<!DOCTYPE html>\n<html lang=\"en\">").And.Contain("Findings support dystrophic").And.EndWith("</html>\n");
    }

    [Fact]
    public void Html_shows_one_patient_and_says_so_when_it_is_given_two()
    {
        _tool.Run("classify", _tool.Patient("anna"), _tool.Patient("b"), "--format", "html").Should().Be(2);

        _tool.Output.Should().BeEmpty();
        _tool.Error.Should().Contain("give --format html one file");
    }

    [Fact]
    public void Several_texts_are_told_apart_by_the_path_as_it_was_given()
    {
        var (first, second) = (_tool.Patient("a"), _tool.Patient("b"));

        _tool.Run("classify", first, second).Should().Be(0);

        _tool.Output.Should().StartWith($"--- {first} ---\n\nCalcinosis").And.Contain($"\n\n--- {second} ---\n\nCalcinosis");
    }

    [Fact]
    public void A_dash_is_standard_input()
    {
        _tool.RunWith("""{ "id": "piped" }""", inColour: false, "classify", "-").Should().Be(0);

        _tool.Output.Should().Contain("(piped)");
    }

    [Fact]
    public void Standard_input_is_read_once_only()
    {
        _tool.RunWith("""{ "id": "piped" }""", inColour: false, "classify", "-", "-").Should().Be(2);

        _tool.Output.Should().BeEmpty();
        _tool.Error.Should().Contain("name it once");
    }

    [Fact]
    public void Broken_json_on_standard_input_is_status_2()
    {
        _tool.RunWith("{ broken", inColour: false, "classify", "-").Should().Be(2);

        _tool.Error.Should().StartWith("calcinosis: standard input: error: The document is no JSON object");
    }

    [Fact]
    public void The_day_of_the_question_reaches_the_classifier()
    {
        _tool.Run("classify", _tool.Patient("a"), "--as-of", "2026-10-31").Should().Be(0);
        _tool.Run("classify", _tool.Patient("a")).Should().Be(0);

        _tool.Assessor.DaysAsked.Should().Equal(new DateOnly(2026, 10, 31), null);
    }

    [Theory]
    [InlineData("31.10.2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("today")]
    public void A_day_that_is_none_is_status_2(string day)
    {
        _tool.Run("classify", _tool.Patient("a"), "--as-of", day).Should().Be(2);

        _tool.Error.Should().Contain(day).And.Contain("2026-10-31");
        _tool.Assessor.DaysAsked.Should().BeEmpty();
    }

    [Fact]
    public void Plain_output_has_no_escape_sequence_and_colour_changes_no_character()
    {
        var path = _tool.Patient("anna");
        _tool.Run("classify", path).Should().Be(0);
        var plain = _tool.Output;
        _tool.RunWith("", inColour: true, "classify", path).Should().Be(0);

        plain.Should().NotContain("\u001B");
        _tool.Output.Should().Contain("\u001B[");
        LinesOf(WithoutColour(_tool.Output)).Should().Equal(LinesOf(plain));
    }

    [Fact]
    public void Colour_never_reaches_json_or_markdown()
    {
        foreach (var format in new[] { "json", "markdown" })
        {
            _tool.RunWith("", inColour: true, "classify", _tool.Patient("anna"), "--format", format).Should().Be(0);
            _tool.Output.Should().NotContain("\u001B");
        }
    }

    /// <summary>Every colour begins with escape and "[" and ends with "m".</summary>
    private static string WithoutColour(string text) =>
        string.Concat(text.Split('\u001B').Select((part, index) => index == 0 ? part : part[(part.IndexOf('m', StringComparison.Ordinal) + 1)..]));

    private static IEnumerable<string> LinesOf(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());

    private static IEnumerable<string?> IdsOf(IEnumerable<string> lines) => lines.Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("id").GetString();
    });
}
