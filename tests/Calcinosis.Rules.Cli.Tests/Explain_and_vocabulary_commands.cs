namespace Calcinosis.Rules.Cli.Tests;

public sealed class Explain_and_vocabulary_commands : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("dystrophic", "Dystrophic calcinosis cutis: limited systemic sclerosis (CREST) - probable")]
    [InlineData("METASTATIC", "Metastatic calcinosis cutis - excluded")]
    public void Explains_the_type_that_was_asked_for(string type, string title)
    {
        _tool.Run("explain", _tool.Patient("anna"), "--type", type).Should().Be(0);

        _tool.Output.Should().Contain(title);
        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void Explains_in_markdown() =>
        Run(0, "explain", _tool.Patient("anna"), "--type", "dystrophic", "--format", "markdown").Output.Should().StartWith("# Dystrophic: why and why not");

    [Fact]
    public void Explains_one_lesion() =>
        Run(0, "explain", _tool.Patient("anna"), "--type", "dystrophic", "--lesion", "L1").Output.Should().Contain("LESION L1");

    [Fact]
    public void A_lesion_that_does_not_exist_is_status_2_and_the_message_names_those_that_do()
    {
        var path = _tool.Patient("anna");

        Run(2, "explain", path, "--type", "dystrophic", "--lesion", "L9").Error.Should().Be($"calcinosis: {path}: there is no lesion 'L9': use L1\n");
    }

    [Fact]
    public void A_type_that_does_not_exist_is_status_2_and_the_message_names_those_that_do() =>
        Run(2, "explain", _tool.Patient("anna"), "--type", "traumatic").Error.Should().Contain("'traumatic'").And.Contain("iatrogenic");

    [Fact]
    public void Without_a_type_nothing_is_explained() =>
        Run(2, "explain", _tool.Patient("anna")).Error.Should().Contain("--type").And.Contain("calcinosis explain --help");

    [Fact]
    public void A_document_with_errors_is_not_explained() =>
        Run(2, "explain", _tool.Patient("wrong"), "--type", "dystrophic").Error.Should().Contain("/labs/0/value");

    [Fact]
    public void A_file_that_cannot_be_read_is_not_explained() =>
        Run(2, "explain", _tool.PathOf("missing.json"), "--type", "dystrophic").Error.Should().Contain("no such file");

    [Fact]
    public void The_whole_vocabulary_is_listed_by_kind()
    {
        Run(0, "vocabulary").Output.Should().Be(
            """
            CONDITION
              * systemic-sclerosis-limited: limited systemic sclerosis
                = CREST syndrome; lcSSc
                # ICD-10-CM M34.1
            SITE
              * fingers: fingers

            """.ReplaceLineEndings("\n"));
        _tool.Assessor.TextsSought.Should().Equal([null]);
    }

    [Fact]
    public void Words_need_no_quotes()
    {
        Run(0, "vocabulary", "systemic", "sclerosis").Output.Should().Contain("systemic-sclerosis-limited").And.NotContain("fingers");
        _tool.Assessor.TextsSought.Should().Equal("systemic sclerosis");
    }

    [Fact]
    public void Nothing_found_is_said_on_standard_error_and_is_no_error()
    {
        Run(0, "vocabulary", "unicorn").Output.Should().BeEmpty();
        _tool.Error.Should().Contain("nothing in the vocabulary matches 'unicorn'");
    }

    private Tool Run(int expected, params string[] arguments)
    {
        _tool.Run(arguments).Should().Be(expected);
        return _tool;
    }
}
