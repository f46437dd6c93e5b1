using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Inference;

public sealed class Variations_agree_with_single_evaluations
{
    [Fact]
    public void Every_single_answer_of_random_patients_gives_the_level_that_the_whole_picture_gives()
    {
        var knowledge = new CalcinosisClassifier().Knowledge;
        var pictures = new RandomPictures(knowledge, seed: 7);
        for (var i = 0; i < 12; i++)
        {
            var picture = pictures.Next();
            var whatIf = new WhatIf(knowledge, picture);
            foreach (var finding in knowledge.Askable.Where(whatIf.IsOpen))
            {
                foreach (var state in new[] { FindingState.Present, FindingState.Absent })
                {
                    var whole = LesionVerdict.Of(knowledge, picture.With(finding, state));
                    foreach (var type in TypeOrder.All)
                    {
                        if (whatIf.LevelOf(type, finding, state) != whole.LevelOf(type))
                            Assert.Fail($"patient {i}: {type} with {knowledge.Catalogue[finding].Id} {state} is {whole.LevelOf(type)}, the variation says {whatIf.LevelOf(type, finding, state)}");
                    }
                }
            }
        }
    }

    [Fact]
    public void A_picture_worked_out_from_a_similar_one_gives_the_same_outcome_of_every_clause()
    {
        var knowledge = new CalcinosisClassifier().Knowledge;
        var pictures = new RandomPictures(knowledge, seed: 8);
        for (var i = 0; i < 300; i++)
        {
            var first = LesionVerdict.Of(knowledge, pictures.Next());
            var second = pictures.AnswerSome(first.Picture);
            var fresh = new Evaluation(knowledge.Program);
            fresh.Run(second);

            var passing = first.PassingOfSimilar(second).Evaluation;

            foreach (var node in knowledge.Program.Nodes)
            {
                if (fresh.IsMet(node.Index) != passing.IsMet(node.Index) || fresh.IsUnmet(node.Index) != passing.IsUnmet(node.Index))
                    Assert.Fail($"patient {i}: node {node.Index} ({node.Op}) differs");
            }
        }
    }
}
