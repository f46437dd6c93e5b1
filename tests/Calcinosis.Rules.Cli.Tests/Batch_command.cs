using System.Text;

namespace Calcinosis.Rules.Cli.Tests;

public sealed class Batch_command : IDisposable
{
    private readonly BatchTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Gives_one_line_a_patient_in_input_order_with_the_same_bytes_as_for_each_alone()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(80));

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson"), "--parallel", "3").Should().Be(0);

        _tool.Lines("out.ndjson").Should().Equal(Enumerable.Range(0, 80).Select(number => BatchTool.Alone(BatchTool.Patient(number))));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("7")]
    public void The_number_of_workers_changes_no_byte(string parallel)
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(80));
        _tool.Run(input, "-o", _tool.PathOf("one.ndjson"), "--parallel", "1");

        _tool.Run(input, "-o", _tool.PathOf("many.ndjson"), "--parallel", parallel);

        File.ReadAllBytes(_tool.PathOf("many.ndjson")).Should().Equal(File.ReadAllBytes(_tool.PathOf("one.ndjson")));
    }

    [Fact]
    public void A_broken_line_becomes_an_error_line_in_its_place_and_the_rest_goes_on()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patient(1) + "\n{ broken\n\n" + BatchTool.Patient(2) + "\n");

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson")).Should().Be(0);

        var lines = _tool.Lines("out.ndjson");
        lines.Should().HaveCount(3, "a blank line is no patient");
        lines[1].Should().Contain("\"conclusion\":\"not-assessed\"").And.Contain("malformed-json");
        lines[2].Should().Be(BatchTool.Alone(BatchTool.Patient(2)));
        _tool.Error.Should().Contain("3 patients, 1 not assessed because of errors");
    }

    [Fact]
    public void The_last_line_needs_no_line_end_and_the_first_may_have_a_byte_order_mark()
    {
        var input = _tool.File("patients.ndjson", "\uFEFF" + BatchTool.Patient(1) + "\r\n" + BatchTool.Patient(2));

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson")).Should().Be(0);

        _tool.Lines("out.ndjson").Should().Equal(BatchTool.Alone(BatchTool.Patient(1)), BatchTool.Alone(BatchTool.Patient(2)));
    }

    [Fact]
    public void Reads_standard_input_and_writes_standard_output_for_pipes()
    {
        _tool.RunWith(BatchTool.Patients(3), "-").Should().Be(0);

        Encoding.UTF8.GetString(_tool.StandardOutput).Should().Be(string.Concat(Enumerable.Range(0, 3).Select(number => BatchTool.Alone(BatchTool.Patient(number)) + "\n")));
    }

    [Fact]
    public void Reads_and_writes_gzip_by_the_name_of_the_file()
    {
        var input = _tool.Gzip("patients.ndjson.gz", BatchTool.Patients(5));

        _tool.Run(input, "-o", _tool.PathOf("out.ndjson.gz")).Should().Be(0);

        _tool.Lines("out.ndjson.gz").Should().HaveCount(5);
    }

    [Fact]
    public void The_summary_counts_answers_and_red_flags()
    {
        _tool.Run(_tool.File("patients.ndjson", BatchTool.Patients(4)), "-o", _tool.PathOf("out.ndjson"));

        _tool.Error.Should().Contain("4 patients, 0 not assessed").And.Contain("dystrophic, ").And.Contain("patients a second");
    }

    [Fact]
    public void Reads_FHIR_bundles_a_line_and_gives_a_line_a_patient()
    {
        const string bundle =
            """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a","gender":"female","birthDate":"1970-01-01"}},{"resource":{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/a"},"code":{"text":"CREST syndrome"}}}]}""";

        _tool.Run(_tool.File("bundles.ndjson", bundle + "\n" + BatchTool.Patient(1) + "\n"), "-o", _tool.PathOf("out.ndjson")).Should().Be(0);

        var lines = _tool.Lines("out.ndjson");
        lines.Should().HaveCount(2);
        lines[0].Should().Contain("\"id\":\"a\"");
        lines[1].Should().Be(BatchTool.Alone(BatchTool.Patient(1)), "each line says itself what it is");
    }

    [Theory]
    [InlineData("no such file", "missing.ndjson")]
    [InlineData("Parquet needs a file", "patients.ndjson", "--format", "parquet")]
    [InlineData("only a file can be resumed", "patients.ndjson", "--resume")]
    [InlineData("--parallel must be 1 or more", "patients.ndjson", "--parallel", "0")]
    public void Arguments_that_cannot_be_met_are_told_with_what_to_do(string message, string input, params string[] more)
    {
        _tool.File("patients.ndjson", BatchTool.Patients(1));

        _tool.Run([_tool.PathOf(input), .. more]).Should().Be(2);

        _tool.Error.Should().Contain(message);
    }

    [Fact]
    public void The_input_is_never_overwritten()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(1));

        _tool.Run(input, "-o", input).Should().Be(2);

        File.ReadAllText(input).Should().Be(BatchTool.Patients(1));
    }
}
