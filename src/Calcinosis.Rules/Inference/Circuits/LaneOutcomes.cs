using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Inference.Circuits;

/// <summary>What a circuit says of the picture in one lane; valid until the next run.</summary>
internal readonly struct LaneOutcomes(CircuitRun run, int lane) : IOutcomes
{
    public bool IsMet(int rule) => run.IsMet(rule, lane);

    public Certainty LevelOf(CalcinosisType type) => run.LevelOf(type, lane);
}
