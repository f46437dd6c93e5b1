using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>One finding that carries a clause, with the innermost rule that speaks of it.</summary>
internal sealed record Ground(int Finding, FindingState State, Rule Rule);

/// <summary>An unknown that a clause takes as absent: the node below the "unless", and the rule in which it stands.</summary>
internal sealed record OpenQuestion(int Node, string? Name, Rule Rule);

/// <summary>What makes a clause so.</summary>
/// <param name="Grounds">Findings that belong to some minimal ground, each once.</param>
/// <param name="Open">What is taken as absent on the way.</param>
/// <param name="Types">Earlier types whose level is read.</param>
internal sealed record UnionOfGrounds(IReadOnlyList<Ground> Grounds, IReadOnlyList<OpenQuestion> Open, IReadOnlySet<CalcinosisType> Types);

/// <summary>
/// Collects from the logic itself what makes a clause met or unmet: <em>every</em> finding that belongs to some minimal
/// ground, or one smallest ground.
/// </summary>
internal sealed class Support
{
    private readonly RuleProgram _program;
    private readonly Evaluation _evaluation;
    private readonly Picture _picture;
    private readonly Func<CalcinosisType, Rung?> _rungOf;
    private readonly Dictionary<(int Node, bool Met), IReadOnlyList<Ground>> _smallest = [];

    public Support(RuleProgram program, Evaluation evaluation, Picture picture, Func<CalcinosisType, Rung?> rungOf)
    {
        _program = program;
        _evaluation = evaluation;
        _picture = picture;
        _rungOf = rungOf;
    }

    /// <summary>All findings that belong to some minimal ground of the clause, each once, and what it takes as absent.</summary>
    public UnionOfGrounds Union(int node, bool met, Rule rule)
    {
        var grounds = new List<Ground>();
        var open = new List<OpenQuestion>();
        var types = new HashSet<CalcinosisType>();
        Collect(node, met, rule, grounds, open, types, []);
        return new UnionOfGrounds([.. grounds.DistinctBy(ground => ground.Finding)], [.. open.DistinctBy(question => question.Node)], types);
    }

    /// <summary>One smallest ground; ties go to the heavier rule, then to the smaller rule id and finding id.</summary>
    public IReadOnlyList<Ground> Smallest(int node, bool met, Rule rule)
    {
        if (_smallest.TryGetValue((node, met), out var known))
            return known;
        var compiled = _program.Nodes[node];
        IReadOnlyList<Ground> result = compiled.Op switch
        {
            Op.Fact => [new Ground(compiled.Number, met ? FindingState.Present : FindingState.Absent, rule)],
            Op.Not => Smallest(compiled.Children[0], !met, rule),
            Op.Holds => Smallest(compiled.Children[0], met, compiled.Rule!),
            Op.Unless => met ? [] : Smallest(compiled.Children[0], met: true, rule),
            Op.Reaches => met ? OfLevel(compiled.Type, (n, r) => Smallest(n, met: true, r)) : [],
            Op.Contradicted => met ? Contradictions(compiled, rule) : [],
            Op.All => met ? AllOf(compiled.Children, met, rule) : Best(compiled.Children, met, rule, 1),
            Op.Any => met ? Best(compiled.Children, met, rule, 1) : AllOf(compiled.Children, met, rule),
            _ => Best(compiled.Children, met, rule, met ? compiled.Number : compiled.Children.Length - compiled.Number + 1),
        };
        return _smallest[(node, met)] = result;
    }

    private void Collect(int node, bool met, Rule rule, List<Ground> grounds, List<OpenQuestion> open, HashSet<CalcinosisType> types, HashSet<(int, bool)> seen)
    {
        if (!seen.Add((node, met)))
            return;
        var compiled = _program.Nodes[node];
        switch (compiled.Op)
        {
            case Op.Fact:
                grounds.Add(new Ground(compiled.Number, met ? FindingState.Present : FindingState.Absent, rule));
                break;
            case Op.Not:
                Collect(compiled.Children[0], !met, rule, grounds, open, types, seen);
                break;
            case Op.Holds:
                Collect(compiled.Children[0], met, compiled.Rule!, grounds, open, types, seen);
                break;
            case Op.Unless when met:
                if (_evaluation.IsUnknown(compiled.Children[0]))
                    open.Add(new OpenQuestion(compiled.Children[0], ((Unless)compiled.Clause).Name, rule));
                break;
            case Op.Unless:
                Collect(compiled.Children[0], met: true, rule, grounds, open, types, seen);
                break;
            case Op.Reaches:
                // Every rung that reaches the level by itself belongs to the ground: without one the other still holds it.
                types.Add(compiled.Type);
                foreach (var rung in _program[compiled.Type].Rungs)
                {
                    if (met && rung is not null && rung.Rule.Level >= compiled.Level && _evaluation.IsMet(rung.Node))
                        Collect(rung.Node, met: true, rung.Rule, grounds, open, types, seen);
                }

                break;
            case Op.Contradicted:
                if (met)
                    grounds.AddRange(Contradictions(compiled, rule));
                break;
            default:
                foreach (var child in compiled.Children)
                {
                    if (met ? _evaluation.IsMet(child) : _evaluation.IsUnmet(child))
                        Collect(child, met, rule, grounds, open, types, seen);
                }

                break;
        }
    }

    private List<Ground> AllOf(int[] children, bool met, Rule rule)
    {
        var result = new List<Ground>();
        foreach (var ground in children.SelectMany(child => Smallest(child, met, rule)))
        {
            if (result.TrueForAll(known => known.Finding != ground.Finding))
                result.Add(ground);
        }

        return result;
    }

    private List<Ground> Best(int[] children, bool met, Rule rule, int count) =>
        [.. children
            .Where(child => met ? _evaluation.IsMet(child) : _evaluation.IsUnmet(child))
            .Select(child => Smallest(child, met, rule))
            .OrderBy(grounds => grounds.Count)
            .ThenByDescending(grounds => grounds.Count == 0 ? EvidenceWeight.Required : grounds.Max(ground => ground.Rule.Weight ?? EvidenceWeight.Weak))
            .ThenBy(grounds => grounds.Count == 0 ? "" : grounds[0].Rule.Id, StringComparer.Ordinal)
            .ThenBy(grounds => grounds.Count == 0 ? "" : _program.Catalogue[grounds[0].Finding].Id, StringComparer.Ordinal)
            .Take(count)
            .SelectMany(grounds => grounds)
            .DistinctBy(ground => ground.Finding)];

    private IReadOnlyList<Ground> OfLevel(CalcinosisType type, Func<int, Rule, IReadOnlyList<Ground>> ground) =>
        _rungOf(type) is { } rung ? ground(rung.Node, rung.Rule) : [];

    private List<Ground> Contradictions(Node node, Rule rule) =>
        [.. _program[node.Type].Reads.Where(_picture.IsContradicted).Select(finding => new Ground(finding, FindingState.Unknown, rule))];
}
