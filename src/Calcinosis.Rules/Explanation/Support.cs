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
internal sealed record UnionOfGrounds(List<Ground> Grounds, List<OpenQuestion> Open, List<CalcinosisType> Types);

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
    private readonly Dictionary<int, List<Ground>> _smallest = [];
    private (int Node, bool Met, Rule? Rule, UnionOfGrounds Union) _last = (-1, false, null, new UnionOfGrounds([], [], []));

    public Support(LesionVerdict verdict)
        : this(verdict.Knowledge.Program, verdict.Evaluation, verdict.Picture, verdict.RungOf)
    {
    }

    public Support(RuleProgram program, Evaluation evaluation, Picture picture, Func<CalcinosisType, Rung?> rungOf)
    {
        _program = program;
        _evaluation = evaluation;
        _picture = picture;
        _rungOf = rungOf;
    }

    /// <summary>The same, having forgotten which rule spoke first of a clause that several share.</summary>
    public Support Anew()
    {
        _smallest.Clear();
        _last.Node = -1;
        return this;
    }

    /// <summary>All findings that belong to some minimal ground of the clause, each once, and what it takes as absent.</summary>
    public UnionOfGrounds Union(int node, bool met, Rule rule)
    {
        if (_last.Node == node && _last.Met == met && ReferenceEquals(_last.Rule, rule))
            return _last.Union;
        var collector = new Collector(this);
        collector.Collect(node, met, rule);
        _last = (node, met, rule, collector.Union);
        return collector.Union;
    }

    /// <summary>One smallest ground; ties go to the heavier rule, then to the smaller rule id and finding id.</summary>
    public List<Ground> Smallest(int node, bool met, Rule rule)
    {
        if (_smallest.TryGetValue(Key(node, met), out var known))
            return known;
        var compiled = _program.Nodes[node];
        var result = compiled.Op switch
        {
            Op.Fact => [new Ground(compiled.Number, met ? FindingState.Present : FindingState.Absent, rule)],
            Op.Not => Smallest(compiled.Children[0], !met, rule),
            Op.Holds => Smallest(compiled.Children[0], met, compiled.Rule!),
            Op.Unless => met ? [] : Smallest(compiled.Children[0], met: true, rule),
            Op.Reaches => met && _rungOf(compiled.Type) is { } rung ? Smallest(rung.Node, met: true, rung.Rule) : [],
            Op.Contradicted => met ? Contradictions(compiled, rule) : [],
            Op.All => met ? AllOf(compiled.Children, met, rule) : Best(compiled.Children, met, rule, 1),
            Op.Any => met ? Best(compiled.Children, met, rule, 1) : AllOf(compiled.Children, met, rule),
            _ => Best(compiled.Children, met, rule, met ? compiled.Number : compiled.Children.Length - compiled.Number + 1),
        };
        return _smallest[Key(node, met)] = result;
    }

    private static int Key(int node, bool met) => (node << 1) | (met ? 1 : 0);

    private bool Has(int node, bool met) => met ? _evaluation.IsMet(node) : _evaluation.IsUnmet(node);

    private List<Ground> AllOf(int[] children, bool met, Rule rule)
    {
        var result = new List<Ground>();
        foreach (var child in children)
            AddNew(result, Smallest(child, met, rule));
        return result;
    }

    private List<Ground> Best(int[] children, bool met, Rule rule, int count)
    {
        List<Ground>? only = null;
        List<List<Ground>>? several = null;
        foreach (var child in children)
        {
            if (!Has(child, met))
                continue;
            var ground = Smallest(child, met, rule);
            if (several is not null)
                several.Add(ground);
            else if (only is null)
                only = ground;
            else
                several = [only, ground];
        }

        if (several is null)
            return only is null || count <= 0 ? [] : only;
        if (count == 1)
        {
            var best = several[0];
            for (var i = 1; i < several.Count; i++)
            {
                if (Compare(several[i], best) < 0)
                    best = several[i];
            }

            return best;
        }

        var result = new List<Ground>();
        foreach (var ground in several.Order(Comparer<List<Ground>>.Create(Compare)).Take(count))
            AddNew(result, ground);
        return result;
    }

    /// <summary>Fewer findings first, then the heavier rule, then by rule id and finding id.</summary>
    private int Compare(List<Ground> a, List<Ground> b)
    {
        var order = a.Count.CompareTo(b.Count);
        if (order != 0 || a.Count == 0)
            return order;
        order = Heaviest(b).CompareTo(Heaviest(a));
        if (order == 0)
            order = string.CompareOrdinal(a[0].Rule.Id, b[0].Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(_program.Catalogue[a[0].Finding].Id, _program.Catalogue[b[0].Finding].Id);
    }

    private static EvidenceWeight Heaviest(List<Ground> grounds)
    {
        var heaviest = EvidenceWeight.Weak;
        foreach (var ground in grounds)
        {
            if (ground.Rule.Weight is { } weight && weight > heaviest)
                heaviest = weight;
        }

        return heaviest;
    }

    private List<Ground> Contradictions(Node node, Rule rule)
    {
        var result = new List<Ground>();
        foreach (var finding in _program[node.Type].Reads)
        {
            if (_picture.IsContradicted(finding))
                result.Add(new Ground(finding, FindingState.Unknown, rule));
        }

        return result;
    }

    private static void AddNew(List<Ground> result, List<Ground> more)
    {
        foreach (var ground in more)
        {
            if (!result.Exists(known => known.Finding == ground.Finding))
                result.Add(ground);
        }
    }

    /// <summary>Walks down from a clause, each node once for each outcome, and gathers what carries it.</summary>
    private readonly struct Collector(Support support)
    {
        private readonly ulong[] _seen = new ulong[Words(support._program.Table.Count * 4)];
        private readonly ulong[] _findings = new ulong[Words(support._program.Catalogue.Count)];
        private readonly ulong[] _questions = new ulong[Words(support._program.Table.Count)];

        public UnionOfGrounds Union { get; } = new([], [], []);

        /// <summary>When quiet, only what is taken as absent on the way is gathered: a finding that merely fails to oppose is no ground.</summary>
        public void Collect(int node, bool met, Rule rule, bool quiet = false)
        {
            if (!AddTo(_seen, (Key(node, met) << 1) | (quiet ? 1 : 0)))
                return;
            var compiled = support._program.Nodes[node];
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
                    if (!support._evaluation.IsUnknown(compiled.Children[0]))
                        Collect(compiled.Children[0], met: false, rule, quiet: true);
                    else if (AddTo(_questions, compiled.Children[0]))
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
                        foreach (var ground in support.Contradictions(compiled, rule))
                            Add(ground);
                    }

                    break;
                default:
                    foreach (var child in compiled.Children)
                    {
                        if (support.Has(child, met))
                            Collect(child, met, rule, quiet);
                    }

                    break;
            }
        }

        private static int Words(int bits) => (bits + 63) / 64;

        private static bool AddTo(ulong[] set, int member)
        {
            var bit = 1UL << (member & 63);
            if ((set[member >> 6] & bit) != 0)
                return false;
            set[member >> 6] |= bit;
            return true;
        }

        /// <summary>
        /// Every rung that reaches the level by itself belongs to the ground: without one the other still holds it. A level that
        /// is out of reach is so by all the rungs that do not hold.
        /// </summary>
        private void Reached(Node level, bool met, bool quiet)
        {
            if (!Union.Types.Contains(level.Type))
                Union.Types.Add(level.Type);
            foreach (var rung in support._program[level.Type].Rungs)
            {
                if (rung is null || (rung.Rule.Level < level.Level && rung.Rule.Level != Certainty.Excluded))
                    continue;
                if (rung.Rule.Level == Certainty.Excluded)
                {
                    if (support._evaluation.IsMet(rung.Node) != met && (support._evaluation.IsMet(rung.Node) || support._evaluation.IsUnmet(rung.Node)))
                        Collect(rung.Node, !met, rung.Rule, quiet: true);
                    continue;
                }

                if (met && support._evaluation.IsMet(rung.Node))
                    Collect(rung.Node, met: true, rung.Rule, quiet);
                else if (!met && support._evaluation.IsUnmet(rung.Node))
                    Collect(rung.Node, met: false, rung.Rule, quiet: true);
            }
        }

        private void Add(Ground ground)
        {
            if (AddTo(_findings, ground.Finding))
                Union.Grounds.Add(ground);
        }
    }
}
