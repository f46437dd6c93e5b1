using System.Globalization;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Inference;

/// <summary>
/// Both evaluators of the product, the one that explains and the circuit, against the plain one. With
/// <c>CALCINOSIS_RANDOM_PATIENTS=1000000</c> in the environment they are held to as many patients.
/// </summary>
public sealed class The_evaluator_agrees_with_the_plain_one
{
    private const int Batch = 1000;
    private static readonly KnowledgeBase Knowledge = new CalcinosisClassifier().Knowledge;
    private readonly HashSet<(CalcinosisType, Certainty)> _seen = [];

    [Fact]
    public void On_ten_thousand_random_patients_every_level_and_every_rule_is_the_same()
    {
        var patients = int.TryParse(Environment.GetEnvironmentVariable("CALCINOSIS_RANDOM_PATIENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wished) ? wished : 10_000;
        // Batches of their own seed, so that cores can share them and a disagreement is found again.
        Parallel.For(0, patients / Batch, batch =>
        {
            var problem = FirstDisagreement(seed: 20261031 + batch, Batch);
            if (problem is not null)
                Assert.Fail($"batch {batch}: {problem}");
        });
        _seen.Should().HaveCountGreaterThan(24, "the random patients must reach nearly every level of every type");
    }

    [Fact]
    public void Eight_patients_in_one_circuit_do_not_disturb_each_other()
    {
        var random = new RandomPictures(Knowledge, seed: 8);
        var pictures = Enumerable.Range(0, CircuitRun.Lanes).Select(_ => random.Next()).ToArray();
        var together = new CircuitRun(Knowledge.Circuit);
        together.Clear();
        for (var lane = 0; lane < pictures.Length; lane++)
            together.Load(lane, pictures[lane]);
        together.Run();
        for (var lane = 0; lane < pictures.Length; lane++)
        {
            var alone = RunAlone(pictures[lane]);
            for (var rule = 0; rule < Knowledge.Rules.Count; rule++)
                together.IsMet(rule, lane).Should().Be(alone.IsMet(rule, lane: 0), "of {0} in lane {1}", Knowledge.Rules[rule].Id, lane);
        }
    }

    [Fact]
    public void A_circuit_that_is_cleared_knows_nothing_of_the_patient_before()
    {
        var random = new RandomPictures(Knowledge, seed: 9);
        var used = RunAlone(random.Complete(random.Next()));
        used.Clear();
        used.Load(0, Picture.Empty(Knowledge.Catalogue));
        used.Run();
        var fresh = RunAlone(Picture.Empty(Knowledge.Catalogue));
        for (var rule = 0; rule < Knowledge.Rules.Count; rule++)
            used.IsMet(rule, lane: 0).Should().Be(fresh.IsMet(rule, lane: 0), "of {0}", Knowledge.Rules[rule].Id);
    }

    private static CircuitRun RunAlone(Picture picture)
    {
        var run = new CircuitRun(Knowledge.Circuit);
        run.Clear();
        run.Load(0, picture);
        run.Run();
        return run;
    }

    private string? FirstDisagreement(int seed, int patients)
    {
        var pictures = new RandomPictures(Knowledge, seed);
        var run = new CircuitRun(Knowledge.Circuit);
        for (var i = 0; i < patients; i++)
        {
            var picture = pictures.Next();
            var verdict = LesionVerdict.Of(Knowledge, picture);
            var reference = new ReferenceEvaluator(Knowledge, picture);
            run.Clear();
            run.Load(0, picture);
            run.Run();
            foreach (var type in TypeOrder.All)
            {
                var expected = reference.LevelOf(type);
                lock (_seen)
                    _seen.Add((type, expected));
                if (verdict.LevelOf(type) != expected || run.LevelOf(type, lane: 0) != expected)
                    return $"patient {i}: {type} is {verdict.LevelOf(type)}, by the circuit {run.LevelOf(type, lane: 0)}; the plain evaluator says {expected}";
            }

            // Every rule on every hundredth patient; the levels above already rest on most of them.
            if (i % 100 != 0)
                continue;
            for (var rule = 0; rule < Knowledge.Rules.Count; rule++)
            {
                var expected = reference.Outcome(Knowledge.Rules[rule].Id) == true;
                if (verdict.IsMet(rule) != expected || run.IsMet(rule, lane: 0) != expected)
                    return $"patient {i}: {Knowledge.Rules[rule].Id} met is {verdict.IsMet(rule)}, by the circuit {run.IsMet(rule, lane: 0)}; the plain evaluator says {expected}";
            }
        }

        return null;
    }
}
