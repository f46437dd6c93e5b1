using System.Text.Json;
using System.Text.Json.Nodes;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.RuleBook.Export;
using Calcinosis.Rules.Tests.PublishedCases;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Documentation;

public sealed class Schemas_agree_with_the_types
{
    private const string Base = "https://calcinosis-rules.example/schema/";

    [Theory]
    [InlineData("calcinosis-findings-1.schema.json", typeof(FindingsDocument), FindingsDocument.SchemaId)]
    [InlineData("calcinosis-assessment-1.schema.json", typeof(Assessment), Assessment.SchemaId)]
    [InlineData("calcinosis-rules-1.schema.json", typeof(RuleBaseDocument), RuleBaseDocument.SchemaId)]
    public void The_published_schema_is_generated_from_the_types(string file, Type root, string schema)
    {
        var expected = SchemaGenerator.Of(root, Base + file, schema);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            File.WriteAllText(Repository.PathOf("docs/schema/" + file), expected);
        Repository.Read("docs/schema/" + file).Should().Be(expected, "the schema is generated; renew it with UPDATE_APPROVED=1");
    }

    [Fact]
    public void The_reader_accepts_exactly_the_properties_of_the_schema()
    {
        Same(Shapes.Document.Names.Except(["schema"]), typeof(FindingsDocument));
        Same(Shapes.Patient.Names, typeof(Patient));
        Same(Shapes.Lab.Names, typeof(LabResult));
        Same(Shapes.Condition.Names, typeof(Condition));
        Same(Shapes.Exposure.Names, typeof(Exposure));
        Same(Shapes.Lesion.Names, typeof(Lesion));
        Same(Shapes.Imaging.Names, typeof(ImagingStudy));
        Same(Shapes.Histology.Names, typeof(HistologyReport));
        Same(Shapes.ReportFinding.Names, typeof(ReportFinding));
        Same(Shapes.Family.Names, typeof(FamilyHistoryEntry));
        Same(Shapes.Measurement.Names, typeof(BedsideMeasurement));
        Same(Shapes.Spectroscopy.Names, typeof(SpectroscopyResult));
        Same(Shapes.Genetic.Names, typeof(GeneticResult));
        Same(Shapes.Differential.Names, typeof(DifferentialEntry));
    }

    [Fact]
    public void Every_assessment_that_is_written_fits_the_schema()
    {
        var schema = JsonNode.Parse(Repository.Read("docs/schema/calcinosis-assessment-1.schema.json"))!;
        var classifier = new CalcinosisClassifier();
        foreach (var published in PublishedCase.All())
        {
            var problems = new List<string>();
            using var written = JsonDocument.Parse(classifier.ClassifyJson(published.Json).ToJson());
            SchemaCheck.Fits(written.RootElement, schema, schema, "", problems);
            problems.Should().BeEmpty(published.Id);
        }
    }

    [Fact]
    public void The_exported_rules_fit_their_schema()
    {
        var schema = JsonNode.Parse(Repository.Read("docs/schema/calcinosis-rules-1.schema.json"))!;
        var problems = new List<string>();
        using var written = JsonDocument.Parse(RuleBaseJson.ToJson(RuleBaseExport.Of(new CalcinosisClassifier().Knowledge)));

        SchemaCheck.Fits(written.RootElement, schema, schema, "", problems);

        problems.Should().BeEmpty();
    }

    [Fact]
    public void Every_property_of_the_rules_schema_is_written()
    {
        var json = RuleBaseJson.ToJson(RuleBaseExport.Of(new CalcinosisClassifier().Knowledge));
        foreach (var type in new[] { typeof(RuleBaseDocument), typeof(RuleEntry), typeof(ClauseEntry), typeof(FindingEntry), typeof(ThresholdEntry), typeof(RangeEntry), typeof(SourceEntry) })
        {
            foreach (var (name, _) in SchemaGenerator.PropertiesOf(type))
                json.Should().Contain($"\"{name}\":", type.Name);
        }
    }

    private static void Same(IEnumerable<string> read, Type type) =>
        read.Should().BeEquivalentTo(SchemaGenerator.PropertiesOf(type).Select(property => property.Name), type.Name);
}
