using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>The two facts of every clause, made once and shared by all sessions, and what a clause comes down to. Immutable.</summary>
internal sealed class ClauseFacts
{
    private readonly IReadOnlyList<Node> _nodes;
    private readonly ClauseFact[] _facts;

    public ClauseFacts(IReadOnlyList<Node> nodes)
    {
        _nodes = nodes;
        _facts = [.. Enumerable.Range(0, nodes.Count * 2).Select(number => new ClauseFact(number >> 1, (number & 1) == 1))];
    }

    public ClauseFact Of(int node, bool met) => _facts[ClauseFact.NumberOf(node, met)];

    /// <summary>
    /// The fact that says that a node is met (or unmet). "The other rule holds" is that rule's own clause, and "not" is the
    /// same clause the other way round: neither needs facts of its own.
    /// </summary>
    public ClauseFact Saying(int node, bool met)
    {
        while (true)
        {
            switch (_nodes[node].Op)
            {
                case Op.Holds:
                    node = _nodes[node].Children[0];
                    break;
                case Op.Not:
                    node = _nodes[node].Children[0];
                    met = !met;
                    break;
                default:
                    return Of(node, met);
            }
        }
    }
}
