using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.NRules.Catalogue;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.NRules.Tests.Conformance;

/// <summary>Below the assessments: met, unmet and unknown of every clause, and the levels, on pictures that reach far into the rules.</summary>
public sealed class Every_clause_is_the_same
{
    private const int Pictures = 500;

    [Fact]
    public void On_random_pictures_contradictions_included()
    {
        var knowledge = ClassifierUnderTest.Core.Knowledge;
        var engine = ClassifierUnderTest.NRules.Knowledge.Engine!;
        var random = new RandomPictures(knowledge, seed: 7);
        var pictures = Enumerable.Range(0, Pictures).Select(_ => random.Next()).Prepend(Picture.Empty(knowledge.Catalogue)).ToArray();
        var outcomes = new HashSet<(Op, Outcome)>();
        var levels = new HashSet<(CalcinosisType, Certainty)>();

        Parallel.For(0, pictures.Length, number =>
        {
            var expected = new Evaluation(knowledge.Program);
            expected.Run(pictures[number]);
            var result = engine.Run(pictures[number]);
            foreach (var node in knowledge.Program.Nodes)
            {
                if (result.Nodes[node.Index] != expected.ResultOf(node.Index))
                    Assert.Fail($"picture {number}: clause {node.Index} ({node.Op}) is {result.Nodes[node.Index]}, the core says {expected.ResultOf(node.Index)}");
                lock (outcomes)
                    outcomes.Add((node.Op, result.Nodes[node.Index]));
            }

            foreach (var type in TypeOrder.All)
            {
                var level = result.Types[(int)type];
                if (level.Level != expected.LevelOf(type) || level.Uncapped != expected.UncappedLevelOf(type))
                    Assert.Fail($"picture {number}: {type} is {level}, the core says {expected.LevelOf(type)} before caps {expected.UncappedLevelOf(type)}");
                lock (levels)
                    levels.Add((type, level.Level));
            }
        });

        outcomes.Should().HaveCountGreaterThan(24, "nearly every kind of clause must be seen met, unmet and unknown");
        levels.Should().HaveCountGreaterThan(22, "nearly every level of every type must be reached");
    }

    [Fact]
    public void Each_rule_of_the_catalogue_comes_out_in_NRules_as_in_the_core()
    {
        var knowledge = ClassifierUnderTest.Core.Knowledge;
        var random = new RandomPictures(knowledge, seed: 8);
        var verdicts = new Dictionary<string, bool>(StringComparer.Ordinal);
        var engine = new NRulesEngine(knowledge, session => session.Events.FactInsertedEvent += (_, inserted) =>
        {
            if (inserted.Fact.Value is RuleFact fact)
                verdicts.Add(fact.Rule.Id, fact.Met); // added twice it would throw: a rule comes out once
        });
        for (var i = 0; i < 40; i++)
        {
            var picture = random.Next();
            verdicts.Clear();

            engine.Run(picture);

            var expected = new Evaluation(knowledge.Program);
            expected.Run(picture);
            foreach (var rule in knowledge.Rules)
            {
                var outcome = verdicts.TryGetValue(rule.Id, out var met) ? met ? Outcome.Met : Outcome.Unmet : Outcome.Unknown;
                outcome.Should().Be(expected.ResultOf(knowledge.Program.NodeOf(rule.Id)), rule.Id);
            }
        }
    }
}
