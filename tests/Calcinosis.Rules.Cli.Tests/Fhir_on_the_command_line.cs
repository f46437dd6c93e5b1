using System.Text.Json;

namespace Calcinosis.Rules.Cli.Tests;

/// <summary>The tool tells FHIR from a findings document by itself, with the real library behind it.</summary>
public sealed class Fhir_on_the_command_line : IDisposable
{
    private const string Patient = """{"resource":{"resourceType":"Patient","id":"p","gender":"female","birthDate":"1970-05-01"}}""";
    private const string Calcinosis = """{"resource":{"resourceType":"Condition","id":"c","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"L94.2"}]},"bodySite":[{"text":"finger"}],"subject":{"reference":"Patient/p"}}}""";
    private const string Sclerosis = """{"resource":{"resourceType":"Condition","id":"s","code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"M34.1"}]},"subject":{"reference":"Patient/p"}}}""";
    private readonly Tool _tool = new() { Real = new ClassifierAssessor() };

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_Bundle_is_classified_like_a_document()
    {
        var status = _tool.Run("classify", _tool.File("bundle.json", Bundle(Patient, Calcinosis)), "--format", "json");

        status.Should().Be(ExitStatus.Done);
        JsonDocument.Parse(_tool.Output).RootElement.GetProperty("lesions").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public void Several_patients_in_one_Bundle_give_one_assessment_each()
    {
        var status = _tool.Run("classify", _tool.File("bundle.json", Bundle(Patient, Calcinosis, Patient.Replace("\"p\"", "\"q\"", StringComparison.Ordinal))), "--format", "json");

        status.Should().Be(ExitStatus.Done);
        _tool.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).Should().Equal("p", "q");
    }

    [Fact]
    public void The_answer_can_be_FHIR()
    {
        var status = _tool.Run("classify", _tool.File("bundle.json", Bundle(Patient, Calcinosis)), "--format", "fhir");

        status.Should().Be(ExitStatus.Done);
        JsonDocument.Parse(_tool.Output).RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource").GetProperty("resourceType").GetString()).Should().Contain(["ClinicalImpression", "Device", "Provenance"]);
    }

    [Fact]
    public void An_explanation_names_resource_and_element()
    {
        var status = _tool.Run("explain", _tool.File("bundle.json", Bundle(Patient, Calcinosis, Sclerosis)), "--type", "dystrophic");

        status.Should().Be(ExitStatus.Done);
        string.Join(' ', _tool.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Should().Contain("from Condition/s");
    }

    [Fact]
    public void An_explanation_of_several_patients_asks_for_one()
    {
        var status = _tool.Run("explain", _tool.File("bundle.json", Bundle(Patient, Patient.Replace("\"p\"", "\"q\"", StringComparison.Ordinal))), "--type", "dystrophic");

        status.Should().Be(ExitStatus.WrongInput);
        _tool.Error.Should().Contain("2 patients");
    }

    [Theory]
    [InlineData("<Bundle xmlns=\"http://hl7.org/fhir\"/>", "xml-not-supported")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[", "malformed-json")]
    public void What_cannot_be_read_is_told(string text, string code)
    {
        var status = _tool.Run("classify", _tool.File("bundle.json", text));

        status.Should().Be(ExitStatus.WrongInput);
        _tool.Error.Should().Contain(code);
    }

    private static string Bundle(params string[] entries) => $$"""{"resourceType":"Bundle","type":"collection","timestamp":"2026-10-31T08:00:00Z","entry":[{{string.Join(',', entries)}}]}""";
}
