using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Inference;

public sealed class The_evaluator_agrees_with_the_plain_one
{
    [Fact]
    public void On_ten_thousand_random_patients_every_level_and_every_rule_is_the_same()
    {
        var knowledge = new CalcinosisClassifier().Knowledge;
        var pictures = new RandomPictures(knowledge, seed: 20261031);
        var seen = new HashSet<(CalcinosisType, Certainty)>();
        for (var i = 0; i < 10_000; i++)
        {
            var picture = pictures.Next();
            var verdict = LesionVerdict.Of(knowledge, picture);
            var reference = new ReferenceEvaluator(knowledge, picture);
            foreach (var type in TypeOrder.All)
            {
                seen.Add((type, verdict.LevelOf(type)));
                if (verdict.LevelOf(type) != reference.LevelOf(type))
                    Assert.Fail($"patient {i}: {type} is {verdict.LevelOf(type)}, the plain evaluator says {reference.LevelOf(type)}");
            }

            // Every rule on every hundredth patient; the levels above already rest on most of them.
            if (i % 100 != 0)
                continue;
            foreach (var rule in knowledge.Rules)
            {
                var expected = reference.Outcome(rule.Id);
                if (verdict.IsMet(rule.Id) != (expected == true))
                    Assert.Fail($"patient {i}: {rule.Id} met is {verdict.IsMet(rule.Id)}, the plain evaluator says {expected}");
            }
        }

        seen.Should().HaveCountGreaterThan(24, "the random patients must reach nearly every level of every type");
    }
}
