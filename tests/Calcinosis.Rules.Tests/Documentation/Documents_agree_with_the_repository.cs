using System.Xml.Linq;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Documentation;

public sealed class Documents_agree_with_the_repository
{
    [Fact]
    public void Every_package_is_explained_and_every_explained_package_is_used()
    {
        var used = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        var explained = Repository.Read("docs/dependencies.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim())
            .Where(cell => cell is not "package" and not "---");

        explained.Should().BeEquivalentTo(used);
    }

    [Fact]
    public void The_example_input_of_the_readme_is_the_sample_that_its_first_command_classifies()
    {
        var readme = Repository.Read("README.md");
        const string sample = "samples/patients/systemic-sclerosis-fingers.json";

        readme.Should().Contain($"<!-- example:input -->\n```json\n{Repository.Read(sample)}```\n<!-- /example:input -->");
        CommandAfter(readme, "first").Should().EndWith(sample);
    }

    [Fact]
    public void The_example_output_of_the_readme_is_what_its_first_command_says()
    {
        const string start = "<!-- example:output -->\n";
        const string end = "<!-- /example:output -->";
        var readme = Repository.Read("README.md");
        var text = new CalcinosisClassifier().ClassifyJson(Repository.ReadBytes("samples/patients/systemic-sclerosis-fingers.json")).ToText();
        var expected = $"```text\n{text.ReplaceLineEndings("\n").TrimEnd()}\n```\n";
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            readme = readme[..(readme.IndexOf(start, StringComparison.Ordinal) + start.Length)] + expected + readme[readme.IndexOf(end, StringComparison.Ordinal)..];
            File.WriteAllText(Repository.PathOf("README.md"), readme);
        }

        readme.Should().Contain(start + expected + end, "the example is renewed with UPDATE_APPROVED=1");
    }

    [Fact] // .ci/run reads the commands from the same two places.
    public void The_readme_holds_the_two_commands_where_the_check_looks_for_them()
    {
        var readme = Repository.Read("README.md");

        CommandAfter(readme, "first").Should().StartWith("dotnet run ");
        CommandAfter(readme, "test").Should().Be("dotnet test Calcinosis.Rules.sln");
    }

    private static string CommandAfter(string readme, string name)
    {
        var lines = readme.Split('\n');
        var marker = Array.IndexOf(lines, $"<!-- command:{name} -->");
        marker.Should().BeGreaterThan(0);
        lines[marker + 1].Should().Be("```sh");
        return lines[marker + 2];
    }
}
