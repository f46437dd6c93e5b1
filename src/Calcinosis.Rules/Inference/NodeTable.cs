using Calcinosis.Rules.Classification;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// The nodes of a compiled rule base as flat arrays, for evaluators. Every node but a fact or a level has one form: it is
/// unmet when enough edges below it are unmet, else met when enough are met ("all": one, every one; "any": every one, one;
/// "not" and "unless" turn their edge). Immutable.
/// </summary>
internal sealed class NodeTable
{
    private readonly int[] _childStart;
    private readonly int[] _children;
    private readonly int[] _parentStart;
    private readonly int[] _parents;

    public NodeTable(IReadOnlyList<Node> nodes, int findings)
    {
        Ops = new Op[nodes.Count];
        Needs = new Counts[nodes.Count];
        FactNodes = new int[findings];
        Array.Fill(FactNodes, -1);
        LevelReaders = [.. TypeOrder.All.Select(_ => new List<int>())];
        ContradictionReaders = [.. TypeOrder.All.Select(_ => new List<int>())];
        _childStart = new int[nodes.Count + 1];
        _parentStart = new int[nodes.Count + 1];
        var children = new List<int>();
        var parents = nodes.Select(_ => new List<int>()).ToArray();
        foreach (var node in nodes)
        {
            Ops[node.Index] = node.Op;
            _childStart[node.Index] = children.Count;
            children.AddRange(node.Children);
            var count = node.Children.Length;
            var (met, unmet) = node.Op switch
            {
                Op.Any => (1, count),
                Op.AtLeast => (node.Number, count - node.Number + 1),
                Op.Unless => (0, 1),
                _ => (count, 1),
            };
            // A count that no number of edges can reach stands for "never"; a count of zero for "always".
            Needs[node.Index] = checked(new Counts((short)Math.Max(0, met), (short)Math.Max(0, unmet)));
            foreach (var child in node.Children)
                parents[child].Add((node.Index << 1) | (node.Op is Op.Not or Op.Unless ? 1 : 0));
            if (node.Op == Op.Fact)
                FactNodes[node.Number] = node.Index;
            else if (node.Op == Op.Reaches)
                LevelReaders[(int)node.Type].Add(node.Index);
            else if (node.Op == Op.Contradicted)
                ContradictionReaders[(int)node.Type].Add(node.Index);
        }

        _childStart[nodes.Count] = children.Count;
        _children = [.. children];
        for (var i = 0; i < nodes.Count; i++)
            _parentStart[i + 1] = _parentStart[i] + parents[i].Count;
        _parents = [.. parents.SelectMany(list => list)];
        (MayTurn, Breadth) = (new bool[nodes.Count], new int[nodes.Count]);
        foreach (var node in nodes)
        {
            MayTurn[node.Index] = node.Op is Op.Unless or Op.Reaches or Op.Contradicted || node.Children.Any(child => MayTurn[child]);
            Breadth[node.Index] = node.Children.Aggregate(1, (sum, child) => Math.Min(int.MaxValue / 2, sum + Breadth[child]));
        }
    }

    public int Count => Ops.Length;

    public Op[] Ops { get; }

    /// <summary>How many edges below a node have to be met, or unmet.</summary>
    public Counts[] Needs { get; }

    /// <summary>The node of each finding; -1 where no rule reads it.</summary>
    public int[] FactNodes { get; }

    /// <summary>
    /// Where more knowledge may take back what was known, because an "unless" or a level lies below; everywhere else what
    /// is met or unmet stays so.
    /// </summary>
    public bool[] MayTurn { get; }

    /// <summary>How much lies below a node, each path counted: only to tell narrow from broad.</summary>
    public int[] Breadth { get; }

    /// <summary>By type: the nodes that read its level.</summary>
    public List<int>[] LevelReaders { get; }

    /// <summary>By type: the nodes that ask whether one of its findings is contradicted.</summary>
    public List<int>[] ContradictionReaders { get; }

    public ReadOnlySpan<int> Children(int node) => _children.AsSpan(_childStart[node], _childStart[node + 1] - _childStart[node]);

    /// <summary>The edges to the nodes above: twice the node, plus one where the edge turns met into unmet.</summary>
    public ReadOnlySpan<int> Parents(int node) => _parents.AsSpan(_parentStart[node], _parentStart[node + 1] - _parentStart[node]);
}

/// <summary>Numbers of met and of unmet edges.</summary>
internal readonly record struct Counts(short Met, short Unmet);
