using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// Constructs pictures in which clauses come out as wanted, by walking the clause and answering as little as possible;
/// where one way fails the next is tried. Every picture that is handed out was evaluated: it does what it promises.
/// Not thread-safe.
/// </summary>
internal sealed class CaseFinder
{
    private const int MostSteps = 3_000;
    private const int Narrow = 3;
    private readonly KnowledgeBase _knowledge;
    private readonly RuleProgram _program;
    private readonly Evaluation _evaluation;
    private readonly Func<Picture, bool> _possible;
    private int _steps;
    private bool _backwards;
    private int _width;

    /// <param name="knowledge">The rules.</param>
    /// <param name="possible">False for pictures that no patient can have, whatever the single findings are.</param>
    public CaseFinder(KnowledgeBase knowledge, Func<Picture, bool> possible)
    {
        _possible = possible;
        _knowledge = knowledge;
        _program = knowledge.Program;
        _evaluation = new Evaluation(_program);
    }

    /// <summary>A picture in which the rule comes out as wanted; null when none was found.</summary>
    public Picture? Find(string rule, Outcome wanted) => Find([(_program.NodeOf(rule), wanted)], []);

    /// <summary>A picture in which all nodes come out as wanted, none of the others is met, and the further condition holds; null when none was found.</summary>
    public Picture? Find(IReadOnlyList<(int Node, Outcome Wanted)> goals, IReadOnlyList<int> notMet, Func<LesionVerdict, bool>? also = null)
    {
        // Broad passes first: few ways for each alternative, from either end. The last pass tries every way.
        foreach (var (backwards, width) in ((bool, int)[])[(false, Narrow), (true, Narrow), (false, int.MaxValue)])
        {
            _steps = 0;
            (_backwards, _width) = (backwards, width);
            IEnumerable<Picture> pictures = [Picture.Empty(_knowledge.Catalogue)];
            for (var i = 0; i < goals.Count; i++)
            {
                var (goal, reached) = (goals[i], goals.Take(i + 1).ToArray());
                pictures = pictures.SelectMany(picture => Make(picture, goal.Node, goal.Wanted)).Where(picture => Are(picture, reached));
            }

            var found = pictures.SelectMany(picture => Without(picture, notMet)).FirstOrDefault(picture =>
                _possible(picture) && Are(picture, goals) && notMet.All(node => !_evaluation.IsMet(node)) && (also is null || also(LesionVerdict.Of(_knowledge, picture))));
            if (found is not null)
                return found;
        }

        return null;
    }

    private bool Are(Picture picture, IEnumerable<(int Node, Outcome Wanted)> goals)
    {
        Evaluate(picture);
        return goals.All(goal => _evaluation.ResultOf(goal.Node) == goal.Wanted);
    }

    private IEnumerable<Picture> Chain(Picture picture, IEnumerable<(int Node, Outcome Wanted)> goals) =>
        goals.Aggregate<(int Node, Outcome Wanted), IEnumerable<Picture>>([picture], (pictures, goal) => pictures.SelectMany(known => Make(known, goal.Node, goal.Wanted)));

    /// <summary>The picture with what must not be met made unmet, where it is met so far.</summary>
    private IEnumerable<Picture> Without(Picture picture, IReadOnlyList<int> notMet)
    {
        if (notMet.Count == 0)
            return [picture];
        Evaluate(picture);
        return Chain(picture, notMet.Where(node => _evaluation.IsMet(node)).Select(node => (node, Outcome.Unmet)).ToArray());
    }

    private IEnumerable<Picture> Make(Picture picture, int node, Outcome wanted)
    {
        if (++_steps > MostSteps)
            return [];
        if (wanted == Outcome.Unknown)
            return Unknown(picture, _program.Nodes[node]);
        var met = wanted == Outcome.Met;
        var compiled = _program.Nodes[node];
        var children = compiled.Children;
        return compiled.Op switch
        {
            Op.Fact => Answer(picture, compiled.Number, met ? FindingState.Present : FindingState.Absent),
            Op.Not => Make(picture, children[0], met ? Outcome.Unmet : Outcome.Met),
            Op.Holds => Make(picture, children[0], wanted),
            Op.All => met ? Chain(picture, children.Select(child => (child, wanted))) : EachFirstKnown(picture, children, wanted),
            Op.Any => met ? EachFirstKnown(picture, children, wanted) : Chain(picture, children.Select(child => (child, wanted))),
            Op.AtLeast => Some(picture, children, met ? compiled.Number : children.Length - compiled.Number + 1, wanted),
            Op.Unless => met ? NotMet(picture, children[0]) : Make(picture, children[0], Outcome.Met),
            Op.Reaches => met ? Reaching(picture, compiled) : NotReaching(picture, compiled),
            _ => met ? _program[compiled.Type].Reads.Where(finding => picture[finding] == FindingState.Unknown).Take(40).Select(picture.Contradict) : [picture],
        };
    }

    /// <summary>The finding in that state with all that follows; nothing when it is known otherwise or something that follows is.</summary>
    private IEnumerable<Picture> Answer(Picture picture, int finding, FindingState state)
    {
        if (picture[finding] == state)
            return [picture];
        if (picture[finding] != FindingState.Unknown || picture.IsContradicted(finding))
            return [];
        var queue = new Queue<(int Finding, FindingState State)>([(finding, state)]);
        var seen = new HashSet<(int, FindingState)>();
        while (queue.TryDequeue(out var next))
        {
            foreach (var (implied, implies) in _knowledge.Catalogue.Implied(next.Finding, next.State))
            {
                if (picture[implied] != FindingState.Unknown && picture[implied] != implies)
                    return [];
                if (seen.Add((implied, implies)))
                    queue.Enqueue((implied, implies));
            }
        }

        return [picture.With(finding, state)];
    }

    /// <summary>One child after the other, those that are so already first.</summary>
    private IEnumerable<Picture> EachFirstKnown(Picture picture, int[] children, Outcome wanted)
    {
        Evaluate(picture);
        var order = (_backwards ? children.Reverse() : children).OrderBy(child => _evaluation.ResultOf(child) == wanted ? 0 : 1).ToArray();
        return order.SelectMany(child => Make(picture, child, wanted).Take(_width));
    }

    private IEnumerable<Picture> Some(Picture picture, int[] children, int count, Outcome wanted) =>
        Combinations(children, count).SelectMany(chosen => Chain(picture, chosen.Select(child => (child, wanted))));

    private IEnumerable<Picture> NotMet(Picture picture, int inner)
    {
        Evaluate(picture);
        return _evaluation.IsMet(inner) ? [] : new[] { picture }.Concat(Make(picture, inner, Outcome.Unmet).Take(1));
    }

    private IEnumerable<Picture> Reaching(Picture picture, Node node) =>
        TypeOrder.Rungs.Where(level => level >= node.Level && level != Certainty.Excluded)
            .Select(level => _program[node.Type].Rungs[(int)level]).OfType<Rung>()
            .OrderBy(rung => rung.Rule.Level)
            .SelectMany(rung => Make(picture, rung.Node, Outcome.Met));

    private IEnumerable<Picture> NotReaching(Picture picture, Node node)
    {
        var rules = _program[node.Type];
        var excluded = rules.Rungs[(int)Certainty.Excluded] is { } rung ? Make(picture, rung.Node, Outcome.Met) : [];
        var capped = rules.Caps.Where(cap => cap.Rule.Effect != CapEffect.OneLower && cap.Rule.Level < node.Level).SelectMany(cap => Make(picture, cap.Node, Outcome.Met));
        var unmet = Chain(picture, TypeOrder.Rungs.Where(level => level >= node.Level && level != Certainty.Excluded).Select(level => rules.Rungs[(int)level]).OfType<Rung>().Select(higher => (higher.Node, Outcome.Unmet)));
        return unmet.Concat(excluded).Concat(capped);
    }

    private IEnumerable<Picture> Unknown(Picture picture, Node node)
    {
        switch (node.Op)
        {
            case Op.Fact:
                return picture[node.Number] == FindingState.Unknown ? [picture] : [];
            case Op.Not or Op.Holds:
                return Make(picture, node.Children[0], Outcome.Unknown);
            case Op.Reaches:
                return [picture];
            case Op.Unless or Op.Contradicted:
                return [];
            default:
                return (_backwards ? node.Children.Reverse() : node.Children).SelectMany(child => Make(picture, child, Outcome.Unknown).SelectMany(known => Undecided(known, node, child)));
        }
    }

    /// <summary>The other children must not decide: what is met in an "any" is made unmet, what is unmet in an "all" met.</summary>
    private IEnumerable<Picture> Undecided(Picture picture, Node node, int open)
    {
        Evaluate(picture);
        var others = node.Children.Where(child => child != open).ToArray();
        var deciding = node.Op == Op.All
            ? others.Where(child => _evaluation.IsUnmet(child)).Select(child => (child, Outcome.Met))
            : others.Where(child => _evaluation.IsMet(child)).Select(child => (child, Outcome.Unmet));
        return Chain(picture, deciding.ToArray());
    }

    private void Evaluate(Picture picture) => _evaluation.Run(picture);

    private static IEnumerable<int[]> Combinations(int[] items, int count)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = 0; i <= items.Length - count; i++)
        {
            foreach (var rest in Combinations(items[(i + 1)..], count - 1))
                yield return [items[i], .. rest];
        }
    }
}
