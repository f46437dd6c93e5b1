using System.Text.Json;
using System.Text.Json.Nodes;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Quality.Tests.Documentation;

public sealed class Json_of_the_pages_is_sound
{
    public static TheoryData<string> PagesWithJson => new(Pages.Blocks().Where(IsJson).Select(block => block.Page).Distinct());

    [Theory]
    [MemberData(nameof(PagesWithJson))]
    public void Every_block_of_a_page_is_JSON_that_fits_its_schema(string page)
    {
        foreach (var block in Pages.BlocksOf(page).Where(IsJson))
        {
            using var json = JsonDocument.Parse(block.Text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                continue;
            var bytes = System.Text.Encoding.UTF8.GetBytes(block.Text);
            if (root.TryGetProperty("schema", out var schema))
            {
                var node = JsonNode.Parse(Repository.Read($"docs/schema/{schema.GetString()!.Replace('/', '-')}.schema.json"))!;
                var problems = new List<string>();
                SchemaCheck.Fits(root, node, node, "", problems);
                problems.Should().BeEmpty("{0} shows a document", block);
                if (schema.GetString() == FindingsDocument.SchemaId)
                {
                    var assessment = new CalcinosisClassifier().Classify(FindingsJson.Read(bytes));
                    assessment.Issues.Should().BeEmpty("{0} is an example to follow", block);
                    assessment.NotUnderstood.Should().BeEmpty("{0} is an example to follow", block);
                }
            }
            else if (root.TryGetProperty("resourceType", out _))
            {
                FhirFindings.Read(bytes).Issues.Where(issue => issue.Severity == IssueSeverity.Error).Should().BeEmpty("{0} shows FHIR", block);
            }
        }
    }

    private static bool IsJson(CodeBlock block) => block.Language == "json";
}
