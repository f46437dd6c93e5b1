using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Inference;

/// <summary>Which rules are met and where the types stand, for one lesion group: all that an answer without reasons needs.</summary>
internal interface IOutcomes
{
    /// <summary>Whether a rule is met; rules are numbered as in <see cref="RuleProgram.Rules"/>.</summary>
    bool IsMet(int rule);

    /// <summary>The level with caps.</summary>
    Certainty LevelOf(CalcinosisType type);
}
