using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>Kinds of nodes of a compiled rule base.</summary>
internal enum Op : byte
{
    Fact,
    Not,
    All,
    Any,
    AtLeast,
    Unless,
    Holds,
    Reaches,
    Contradicted,
}

/// <summary>
/// A clause, numbered. Equal clauses share one node, so that each is worked out once. Children always have smaller
/// numbers than their parent.
/// </summary>
internal sealed class Node
{
    public required int Index { get; init; }

    public required Op Op { get; init; }

    public required Clause Clause { get; init; }

    public int[] Children { get; init; } = [];

    /// <summary>Number of the finding of a <see cref="Op.Fact"/>; count of an <see cref="Op.AtLeast"/>.</summary>
    public int Number { get; init; }

    /// <summary>The rule of a <see cref="Op.Holds"/>.</summary>
    public Rule? Rule { get; init; }

    public CalcinosisType Type { get; init; }

    public Certainty Level { get; init; }
}
