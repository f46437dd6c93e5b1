using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Compare.Contestants;

/// <summary>The evaluator of this library.</summary>
internal sealed class Product(KnowledgeBase knowledge, Picture[] pictures) : Contestant
{
    private readonly Evaluation _evaluation = new(knowledge.Program);

    public override string Name => "Calcinosis.Rules";

    public override void Run(int patient) => _evaluation.Run(pictures[patient]);

    public override bool Agrees(LesionVerdict verdict, IReadOnlyList<Rule> rules) => true;
}
