using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// Proves from the form of two clauses that one cannot be met without the other. Sound, not complete: "true" is certain,
/// "false" says that no proof was found. Not thread-safe.
/// </summary>
internal sealed class Entailment(RuleProgram program)
{
    private readonly Dictionary<(int, int), bool> _entails = [];
    private readonly Dictionary<(int, int), bool> _refutes = [];
    private readonly Dictionary<(int, FindingState), HashSet<(int, FindingState)>> _follows = [];

    private FindingCatalogue Catalogue => program.Catalogue;

    /// <summary>Whenever the first is met, the second is met.</summary>
    public bool Holds(int first, int second)
    {
        if (first == second)
            return true;
        if (_entails.TryGetValue((first, second), out var known))
            return known;
        _entails[(first, second)] = false;
        return _entails[(first, second)] = Entails(program.Nodes[first], program.Nodes[second]);
    }

    /// <summary>Whenever the first is met, the second is unmet.</summary>
    public bool Refutes(int first, int second)
    {
        if (_refutes.TryGetValue((first, second), out var known))
            return known;
        _refutes[(first, second)] = false;
        return _refutes[(first, second)] = Excludes(program.Nodes[first], program.Nodes[second]);
    }

    private bool Entails(Node a, Node b)
    {
        if (a.Op == Op.Holds)
            return Holds(a.Children[0], b.Index);
        if (b.Op == Op.Holds)
            return Holds(a.Index, b.Children[0]);
        if (b.Op == Op.All)
            return b.Children.All(child => Holds(a.Index, child));
        if (a.Op == Op.Any)
            return a.Children.Length > 0 && a.Children.All(child => Holds(child, b.Index));
        return FromForm(a, b) || a.Op switch
        {
            Op.All => a.Children.Any(child => Holds(child, b.Index)),
            Op.AtLeast => a.Children.Count(child => Holds(child, b.Index)) > a.Children.Length - a.Number,
            _ => false,
        };
    }

    private bool FromForm(Node a, Node b) => b.Op switch
    {
        Op.Any => b.Children.Any(child => Holds(a.Index, child)),
        Op.AtLeast => b.Children.Count(child => Holds(a.Index, child)) >= b.Number,
        Op.Unless => Refutes(a.Index, b.Children[0]) || (a.Op == Op.Unless && Holds(b.Children[0], a.Children[0])),
        Op.Reaches => a.Op == Op.Reaches && a.Type == b.Type && a.Level >= b.Level,
        Op.Contradicted => a.Op == Op.Contradicted && a.Type == b.Type,
        _ => StateOf(a) is { } said && StateOf(b) is { } asked && Follows(said).Contains(asked),
    };

    private bool Excludes(Node a, Node b)
    {
        if (a.Op == Op.Holds)
            return Refutes(a.Children[0], b.Index);
        if (b.Op == Op.Holds)
            return Refutes(a.Index, b.Children[0]);
        if (a.Op == Op.Any)
            return a.Children.Length > 0 && a.Children.All(child => Refutes(child, b.Index));
        if (b.Op == Op.Any)
            return b.Children.All(child => Refutes(a.Index, child));
        if (a.Op == Op.All && a.Children.Any(child => Refutes(child, b.Index)))
            return true;
        return b.Op switch
        {
            Op.All => b.Children.Any(child => Refutes(a.Index, child)),
            Op.Unless => Holds(a.Index, b.Children[0]),
            Op.Fact => StateOf(a) is { } said && Follows(said).Contains((b.Number, FindingState.Absent)),
            Op.Not => Holds(a.Index, b.Children[0]),
            _ => a.Op == Op.Not && a.Children[0] == b.Index,
        };
    }

    /// <summary>A clause that is one finding in one state; null otherwise.</summary>
    private (int Finding, FindingState State)? StateOf(Node node) => node.Op switch
    {
        Op.Fact => (node.Number, FindingState.Present),
        Op.Not when program.Nodes[node.Children[0]].Op == Op.Fact => (program.Nodes[node.Children[0]].Number, FindingState.Absent),
        _ => null,
    };

    private HashSet<(int, FindingState)> Follows((int Finding, FindingState State) said)
    {
        if (_follows.TryGetValue(said, out var known))
            return known;
        var all = new HashSet<(int, FindingState)> { said };
        var queue = new Queue<(int Finding, FindingState State)>([said]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var implied in Catalogue.Implied(next.Finding, next.State))
            {
                if (all.Add(implied))
                    queue.Enqueue(implied);
            }
        }

        return _follows[said] = all;
    }
}
