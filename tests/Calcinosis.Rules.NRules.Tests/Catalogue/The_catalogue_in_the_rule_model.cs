using Calcinosis.Rules.Inference;
using Calcinosis.Rules.NRules.Catalogue;
using Calcinosis.Rules.Tests.Support;
using NRules.RuleModel;

namespace Calcinosis.Rules.NRules.Tests.Catalogue;

public sealed class The_catalogue_in_the_rule_model
{
    private static readonly Rules.Knowledge.KnowledgeBase Knowledge = ClassifierUnderTest.Core.Knowledge;
    private static readonly CatalogueRules Rules = new(Knowledge);

    [Fact]
    public void Every_rule_is_there_with_its_title_sources_and_status()
    {
        var definitions = Rules.Definitions.ToDictionary(definition => definition.Name, StringComparer.Ordinal);
        foreach (var rule in Knowledge.Rules)
        {
            var definition = definitions.Should().ContainKey(rule.Id).WhoseValue;
            definition.Description.Should().Be(rule.Title);
            definition.Properties["id"].Should().Be(rule.Id);
            definition.Properties["title"].Should().Be(rule.Title);
            definition.Properties["sources"].Should().BeSameAs(rule.Sources);
            definition.Properties["status"].Should().Be(rule.Status);
            definition.Properties["version"].Should().Be(rule.Version);
            definition.Properties["outcome"].Should().Be("met");
            definition.Tags.Should().Contain([rule.Kind.ToString(), .. rule.Types.Select(type => type.ToString().ToLowerInvariant())]);
        }
    }

    [Fact]
    public void Names_are_unique_and_a_part_bears_its_rule_and_its_words()
    {
        Rules.Definitions.Select(definition => definition.Name).Should().OnlyHaveUniqueItems();
        var parts = Rules.Definitions.Where(definition => definition.Name.Contains(" part ", StringComparison.Ordinal)).ToArray();

        parts.Should().NotBeEmpty().And.OnlyContain(part => part.Description.Length > 0 && part.Name.StartsWith((string)part.Properties["id"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_comes_after_all_that_it_reads_so_that_an_assumption_is_made_last()
    {
        var priority = Rules.Definitions.Where(definition => !definition.Name.StartsWith("level of ", StringComparison.Ordinal)).GroupBy(definition => definition.Priority);

        priority.Should().OnlyContain(same => same.Count() <= 2, "only the two outcomes of one clause share a priority, and only one of them fires");
        foreach (var (firstNode, type) in Knowledge.Program.LevelsReadyBefore.ToArray())
        {
            var decision = Rules.Definitions.Single(definition => definition.Name == $"level of {type.ToString().ToLowerInvariant()}").Priority;
            decision.Should().BeLessThan(-2 * (firstNode - 1), "it fires after the last clause below it").And.BeGreaterThan(-2 * firstNode, "and before the first that may read it");
        }
    }

    [Fact]
    public void Nothing_known_leaves_the_assumptions_alone_to_speak()
    {
        var result = new NRulesEngine(Knowledge, observe: null).Run(Interpretation.Picture.Empty(Knowledge.Catalogue));

        Knowledge.Program.Nodes.Where(node => node.Op == Op.Fact).Should().OnlyContain(node => result.Nodes[node.Index] == Outcome.Unknown);
        Knowledge.Program.Nodes.Where(node => node.Op == Op.Unless).Should().Contain(node => result.Nodes[node.Index] == Outcome.Met, "what is not known present is taken as absent");
    }
}
