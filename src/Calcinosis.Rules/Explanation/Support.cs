using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>One finding that carries a clause, with the innermost rule that speaks of it.</summary>
internal sealed record Ground(int Finding, FindingState State, Rule Rule)
{
    /// <summary>Whether some ground speaks of the same finding.</summary>
    public bool IsAmong(List<Ground> grounds)
    {
        foreach (var ground in grounds)
        {
            if (ground.Finding == Finding)
                return true;
        }

        return false;
    }
}

/// <summary>An unknown that a clause takes as absent: the node below the "unless", and the rule in which it stands.</summary>
internal sealed record OpenQuestion(int Node, string? Name, Rule Rule);

/// <summary>What makes a clause so.</summary>
/// <param name="Grounds">Findings that belong to some minimal ground, each once.</param>
/// <param name="Open">What is taken as absent on the way.</param>
/// <param name="Types">Earlier types whose level is read.</param>
internal sealed record UnionOfGrounds(List<Ground> Grounds, List<OpenQuestion> Open, List<CalcinosisType> Types);

/// <summary>
/// Collects from the logic itself what makes a clause met or unmet: <em>every</em> finding that belongs to some minimal
/// ground, or one smallest ground.
/// </summary>
internal sealed class Support
{
    private readonly LesionVerdict _verdict;
    private readonly RuleProgram _program;
    private readonly Evaluation _evaluation;
    private readonly Dictionary<int, (Rule Rule, UnionOfGrounds Union)> _unions = [];
    private Notes<Ground[]>? _smallest;

    public Support(LesionVerdict verdict)
    {
        _verdict = verdict;
        _program = verdict.Knowledge.Program;
        _evaluation = verdict.Evaluation;
    }

    /// <summary>The same, having forgotten which rule spoke first of a clause that several share.</summary>
    public Support Anew()
    {
        _smallest?.Clear();
        _unions.Clear();
        return this;
    }

    /// <summary>All findings that belong to some minimal ground of the clause, each once, and what it takes as absent.</summary>
    public UnionOfGrounds Union(int node, bool met, Rule rule)
    {
        if (_unions.TryGetValue(Key(node, met), out var known) && ReferenceEquals(known.Rule, rule))
            return known.Union;
        var collector = new Collector(this);
        collector.Collect(node, met, rule);
        _unions[Key(node, met)] = (rule, collector.Union);
        return collector.Union;
    }

    /// <summary>One smallest ground; ties go to the heavier rule, then to the smaller rule id and finding id.</summary>
    public Ground[] Smallest(int node, bool met, Rule rule)
    {
        var notes = _smallest ??= _verdict.Workbench.TakeGrounds();
        if (notes.TryGet(Key(node, met), out var known))
            return known;
        var compiled = _program.Nodes[node];
        var result = compiled.Op switch
        {
            Op.Fact => [new Ground(compiled.Number, met ? FindingState.Present : FindingState.Absent, rule)],
            Op.Not => Smallest(compiled.Children[0], !met, rule),
            Op.Holds => Smallest(compiled.Children[0], met, compiled.Rule!),
            Op.Unless => met ? [] : Smallest(compiled.Children[0], met: true, rule),
            Op.Reaches => met && _verdict.RungOf(compiled.Type) is { } rung ? Smallest(rung.Node, met: true, rung.Rule) : [],
            Op.Contradicted => met ? Contradictions(compiled, rule) : [],
            Op.All => met ? AllOf(compiled.Children, met, rule) : Best(compiled.Children, met, rule, 1),
            Op.Any => met ? Best(compiled.Children, met, rule, 1) : AllOf(compiled.Children, met, rule),
            _ => Best(compiled.Children, met, rule, met ? compiled.Number : compiled.Children.Length - compiled.Number + 1),
        };
        return notes.Set(Key(node, met), result);
    }

    private static int Key(int node, bool met) => (node << 1) | (met ? 1 : 0);

    private bool Has(int node, bool met) => met ? _evaluation.IsMet(node) : _evaluation.IsUnmet(node);

    private Ground[] AllOf(int[] children, bool met, Rule rule)
    {
        Ground[] only = [];
        List<Ground>? several = null;
        foreach (var child in children)
        {
            var more = Smallest(child, met, rule);
            if (more.Length == 0)
                continue;
            if (only.Length == 0)
                only = more;
            else
                AddNew(several ??= [.. only], more);
        }

        return several is null ? only : [.. several];
    }

    private Ground[] Best(int[] children, bool met, Rule rule, int count)
    {
        Ground[]? only = null;
        List<Ground[]>? several = null;
        foreach (var child in children)
        {
            if (!Has(child, met))
                continue;
            var ground = Smallest(child, met, rule);
            if (several is not null)
                several.Add(ground);
            else if (only is null)
                only = ground;
            else if (count == 1)
                only = Compare(ground, only) < 0 ? ground : only;
            else
                several = [only, ground];
        }

        if (several is null)
            return only is null || count <= 0 ? [] : only;
        var result = new List<Ground>();
        foreach (var ground in several.Order(Comparer<Ground[]>.Create(Compare)).Take(count))
            AddNew(result, ground);
        return [.. result];
    }

    /// <summary>Fewer findings first, then the heavier rule, then by rule id and finding id.</summary>
    private int Compare(Ground[] a, Ground[] b)
    {
        var order = a.Length.CompareTo(b.Length);
        if (order != 0 || a.Length == 0)
            return order;
        order = Heaviest(b).CompareTo(Heaviest(a));
        if (order == 0)
            order = string.CompareOrdinal(a[0].Rule.Id, b[0].Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(_program.Catalogue[a[0].Finding].Id, _program.Catalogue[b[0].Finding].Id);
    }

    private static EvidenceWeight Heaviest(Ground[] grounds)
    {
        var heaviest = EvidenceWeight.Weak;
        foreach (var ground in grounds)
        {
            if (ground.Rule.Weight is { } weight && weight > heaviest)
                heaviest = weight;
        }

        return heaviest;
    }

    private Ground[] Contradictions(Node node, Rule rule)
    {
        var result = new List<Ground>();
        foreach (var finding in _program[node.Type].Reads)
        {
            if (_verdict.Picture.IsContradicted(finding))
                result.Add(new Ground(finding, FindingState.Unknown, rule));
        }

        return [.. result];
    }

    private static void AddNew(List<Ground> result, Ground[] more)
    {
        foreach (var ground in more)
        {
            if (!ground.IsAmong(result))
                result.Add(ground);
        }
    }

    /// <summary>Walks down from a clause, each node once for each outcome, and gathers what carries it.</summary>
    private readonly struct Collector
    {
        private readonly Support _support;
        private readonly Marks _seen;
        private readonly Marks _findings;
        private readonly Marks _questions;

        public Collector(Support support)
        {
            _support = support;
            var workbench = support._verdict.Workbench;
            (_seen, _findings, _questions) = (workbench.Nodes, workbench.Findings, workbench.Questions);
            _seen.Clear();
            _findings.Clear();
            _questions.Clear();
        }

        public UnionOfGrounds Union { get; } = new([], [], []);

        /// <summary>When quiet, only what is taken as absent on the way is gathered: a finding that merely fails to oppose is no ground.</summary>
        public void Collect(int node, bool met, Rule rule, bool quiet = false)
        {
            if (!_seen.Add((Key(node, met) << 1) | (quiet ? 1 : 0)))
                return;
            var compiled = _support._program.Nodes[node];
            switch (compiled.Op)
            {
                case Op.Fact:
                    if (!quiet)
                        Add(new Ground(compiled.Number, met ? FindingState.Present : FindingState.Absent, rule));
                    break;
                case Op.Not:
                    Collect(compiled.Children[0], !met, rule, quiet);
                    break;
                case Op.Holds:
                    Collect(compiled.Children[0], met, compiled.Rule!, quiet);
                    break;
                case Op.Unless when met:
                    if (!_support._evaluation.IsUnknown(compiled.Children[0]))
                        Collect(compiled.Children[0], met: false, rule, quiet: true);
                    else if (_questions.Add(compiled.Children[0]))
                        Union.Open.Add(new OpenQuestion(compiled.Children[0], ((Unless)compiled.Clause).Name, rule));
                    break;
                case Op.Unless:
                    Collect(compiled.Children[0], met: true, rule, quiet);
                    break;
                case Op.Reaches:
                    Reached(compiled, met, quiet);
                    break;
                case Op.Contradicted:
                    if (met && !quiet)
                    {
                        foreach (var ground in _support.Contradictions(compiled, rule))
                            Add(ground);
                    }

                    break;
                default:
                    foreach (var child in compiled.Children)
                    {
                        if (_support.Has(child, met))
                            Collect(child, met, rule, quiet);
                    }

                    break;
            }
        }

        /// <summary>
        /// Every rung that reaches the level by itself belongs to the ground: without one the other still holds it. A level that
        /// is out of reach is so by all the rungs that do not hold.
        /// </summary>
        private void Reached(Node level, bool met, bool quiet)
        {
            if (!Union.Types.Contains(level.Type))
                Union.Types.Add(level.Type);
            foreach (var rung in _support._program[level.Type].Rungs)
            {
                if (rung is null || (rung.Rule.Level < level.Level && rung.Rule.Level != Certainty.Excluded))
                    continue;
                if (rung.Rule.Level == Certainty.Excluded)
                {
                    if (_support._evaluation.IsMet(rung.Node) != met && (_support._evaluation.IsMet(rung.Node) || _support._evaluation.IsUnmet(rung.Node)))
                        Collect(rung.Node, !met, rung.Rule, quiet: true);
                    continue;
                }

                if (met && _support._evaluation.IsMet(rung.Node))
                    Collect(rung.Node, met: true, rung.Rule, quiet);
                else if (!met && _support._evaluation.IsUnmet(rung.Node))
                    Collect(rung.Node, met: false, rung.Rule, quiet: true);
            }
        }

        private void Add(Ground ground)
        {
            if (_findings.Add(ground.Finding))
                Union.Grounds.Add(ground);
        }
    }
}
