using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// Another engine that runs the compiled rule base. It decides every clause and every level of a recorded picture; the
/// core asks its own evaluator only what would be if something else were known. Thread-safe.
/// </summary>
internal interface IRuleEngine
{
    EngineResult Run(Picture picture);
}

/// <summary>What another engine worked out.</summary>
/// <param name="Nodes">The outcome of every node, by its number.</param>
/// <param name="Types">The levels, by type.</param>
internal sealed record EngineResult(Outcome[] Nodes, TypeLevels[] Types);

/// <summary>The level of a type, the level before caps, and the highest level that is still open (-1: none).</summary>
internal readonly record struct TypeLevels(Certainty Level, Certainty Uncapped, int HighestOpen)
{
    public bool CanReach(Certainty level) => HighestOpen >= (int)level;
}
