namespace Calcinosis.Rules.NRules.Tests;

/// <summary>Stands for the whole suite where NRules is not there, so that its absence shows in the numbers.</summary>
public sealed class Without_NRules
{
    private const string HowToRun =
        "NRules conformance suite skipped: NRules is off. To run it: dotnet test Calcinosis.Rules.sln -p:UseNRules=true, with NRules in a package source or in the folder that NRulesFeed names";

    [Fact(DisplayName = HowToRun, Skip = HowToRun)]
    public void The_conformance_suite_is_skipped() => Assert.Fail("Skipped tests do not run.");
}
