using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Documentation;

/// <summary>The page shows code that is compiled with the sample, and runs where NRules is not there to compile it.</summary>
public sealed class The_NRules_page_shows_the_sample
{
    [Fact]
    public void The_rules_of_the_page_are_those_of_the_sample()
    {
        var rules = Repository.Read("samples/SiteRules/HospitalRules.cs");
        var shown = rules[rules.IndexOf("/// <summary>This hospital", StringComparison.Ordinal)..];

        Repository.Read("docs/nrules.md").Should().Contain($"```csharp\n{shown}```\n");
    }

    [Fact]
    public void The_version_of_the_page_is_the_one_that_is_built_with()
    {
        var props = Repository.Read("Directory.Build.props");
        var version = props.Split("<NRulesVersion>")[1].Split("</NRulesVersion>")[0];

        Repository.Read("docs/nrules.md").Should().Contain($"NRules {version}");
    }
}
