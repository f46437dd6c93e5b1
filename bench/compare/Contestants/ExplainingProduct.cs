using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Compare.Contestants;

/// <summary>The evaluator that <c>Classify</c> uses: every clause in three values, so that reasons can be read off.</summary>
internal sealed class ExplainingProduct(KnowledgeBase knowledge, Picture[] pictures) : Contestant
{
    private readonly Evaluation _evaluation = new(knowledge.Program);

    public override string Name => "Calcinosis.Rules, every clause, for reasons";

    public override void Run(int patient) => _evaluation.Run(pictures[patient]);

    public override bool Agrees(LesionVerdict verdict, IReadOnlyList<Rule> rules) =>
        TypeOrder.All.All(type => _evaluation.LevelOf(type) == verdict.LevelOf(type)) && rules.All(rule => _evaluation.IsMet(knowledge.Program.NodeOf(rule.Id)) == verdict.IsMet(rule.Id));
}
