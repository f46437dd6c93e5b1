using DuckDB.NET.Data;

namespace Calcinosis.Rules.Cli.Tests;

public sealed class Batch_of_a_bulk_export : IDisposable
{
    private readonly BatchTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Joins_the_resources_of_each_patient_over_all_files_in_the_order_of_the_patients()
    {
        Export();

        _tool.Run(_tool.PathOf("export"), "-o", _tool.PathOf("out.ndjson")).Should().Be(0);

        var lines = _tool.Lines("out.ndjson");
        lines.Should().HaveCount(3);
        lines[0].Should().Contain("\"id\":\"b\"").And.Contain("unheard-of");
        lines[1].Should().Contain("\"id\":\"a\"").And.NotContain("unheard-of");
        lines[2].Should().Contain("another unheard-of", "a patient of whom no Patient resource was exported comes last");
    }

    [Fact]
    public void Says_the_same_of_a_patient_as_one_bundle_of_the_same_resources()
    {
        Export();
        _tool.Run(_tool.PathOf("export"), "-o", _tool.PathOf("folder.ndjson"));
        var bundle = $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{ConditionOfB}}},{"resource":{{PatientB}}}]}""";

        _tool.Run(_tool.File("bundle.ndjson", bundle), "-o", _tool.PathOf("bundle-out.ndjson"));

        _tool.Lines("folder.ndjson")[0].Should().Be(_tool.Lines("bundle-out.ndjson")[0]);
    }

    [Fact]
    public void A_line_that_is_no_resource_becomes_an_error_line_with_its_file_and_number()
    {
        Export();
        _tool.File("export/Observation.ndjson", "{ \"resourceType\":\n");

        _tool.Run(_tool.PathOf("export"), "-o", _tool.PathOf("out.ndjson")).Should().Be(0);

        _tool.Lines("out.ndjson").Should().ContainSingle(line => line.Contains("Observation.ndjson, line 1"));
        _tool.Error.Should().Contain("1 not assessed because of errors");
    }

    [Fact]
    public void A_folder_without_exported_files_is_told()
    {
        Directory.CreateDirectory(_tool.PathOf("empty"));

        _tool.Run(_tool.PathOf("empty"), "-o", _tool.PathOf("out.ndjson")).Should().Be(2);

        _tool.Error.Should().Contain("holds no .ndjson files");
    }

    [Fact]
    public void Parquet_holds_one_flat_row_a_patient_in_order()
    {
        var input = _tool.File("patients.ndjson", BatchTool.Patients(70));

        _tool.Run(input, "-o", _tool.PathOf("out.parquet"), "--format", "parquet").Should().Be(0);

        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var query = database.CreateCommand();
        query.CommandText = $"SELECT id, leading_type, dystrophic FROM read_parquet('{_tool.PathOf("out.parquet")}')";
        using var rows = query.ExecuteReader();
        var number = 0;
        while (rows.Read())
        {
            rows.GetString(0).Should().Be($"p{number++}");
            rows.GetString(1).Should().Be("dystrophic");
            rows.IsDBNull(2).Should().BeFalse();
        }

        number.Should().Be(70);
        Directory.GetFiles(Path.GetDirectoryName(input)!).Select(Path.GetFileName).Should().BeEquivalentTo("patients.ndjson", "out.parquet");
    }

    private const string PatientB = """{"resourceType":"Patient","id":"b","gender":"female","birthDate":"1970-01-01"}""";
    private const string ConditionOfB = """{"resourceType":"Condition","id":"c1","subject":{"reference":"https://example.org/fhir/Patient/b"},"code":{"text":"an unheard-of syndrome"}}""";

    private void Export()
    {
        _tool.File("export/Condition.ndjson", ConditionOfB + "\n" + """{"resourceType":"Condition","id":"c2","subject":{"reference":"Patient/unknown"},"code":{"text":"another unheard-of syndrome"}}""" + "\n");
        _tool.File("export/Patient.ndjson", PatientB + "\n" + """{"resourceType":"Patient","id":"a","gender":"male"}""" + "\n");
    }
}
