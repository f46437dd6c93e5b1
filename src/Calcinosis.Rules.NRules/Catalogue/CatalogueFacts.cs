using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>Starts every session: what needs no finding at all hangs on it.</summary>
internal sealed class PictureFact
{
    public static readonly PictureFact Instance = new();
}

/// <summary>
/// One clause of the rule base is met, or is unmet; an unknown clause has no fact. A finding is such a clause, so there
/// is one fact a finding, however many entries of the record speak of it. Compared by reference and made once: the same
/// conclusion drawn twice is the same fact.
/// </summary>
internal sealed class ClauseFact(int node, bool met)
{
    public int Node { get; } = node;

    public bool Met { get; } = met;

    /// <summary>
    /// The clause and its outcome in one number. A pattern asks for room, shelf, row and number in this order, so that a fact
    /// meets some forty conditions and not thousands.
    /// </summary>
    public int Number { get; } = NumberOf(node, met);

    public int Row { get; } = NumberOf(node, met) >> 3;

    public int Shelf { get; } = NumberOf(node, met) >> 6;

    public int Room { get; } = NumberOf(node, met) >> 9;

    public static int NumberOf(int node, bool met) => (node << 1) | (met ? 1 : 0);
}

/// <summary>A rule of the catalogue is met, or is unmet.</summary>
internal sealed class RuleFact(Rule rule, bool met)
{
    public Rule Rule { get; } = rule;

    public bool Met { get; } = met;
}

/// <summary>The decision on one type.</summary>
internal sealed class DecisionFact(Classification.CalcinosisType type, TypeLevels levels)
{
    public Classification.CalcinosisType Type { get; } = type;

    public TypeLevels Levels { get; } = levels;
}
