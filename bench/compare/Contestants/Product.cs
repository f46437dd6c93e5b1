using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference.Circuits;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Compare.Contestants;

/// <summary>The circuit of this library: how <c>Summarise</c> evaluates the rules.</summary>
internal sealed class Product(KnowledgeBase knowledge, Picture[] pictures) : Contestant
{
    private readonly CircuitRun _run = new(knowledge.Circuit);

    public override string Name => "Calcinosis.Rules, types and certainties";

    public override void Run(int patient)
    {
        _run.Clear();
        _run.Load(0, pictures[patient]);
        _run.Run();
    }

    public override bool Agrees(LesionVerdict verdict, IReadOnlyList<Rule> rules)
    {
        if (!TypeOrder.All.All(type => _run.LevelOf(type, lane: 0) == verdict.LevelOf(type)))
            return false;
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if (_run.IsMet(rule, lane: 0) != verdict.IsMet(rule))
                return false;
        }

        return true;
    }
}
