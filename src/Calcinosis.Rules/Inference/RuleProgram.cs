using System.Collections.Concurrent;
using System.Collections.Frozen;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// A rule base compiled into one list of shared nodes in an order in which everything is known before it is read. The
/// rungs and caps of a type come before the clauses that read the type's level. Immutable; shared by all threads.
/// </summary>
internal sealed class RuleProgram
{
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, int>? _nodeOf;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int[] _nodeOfNumber;
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Clause, int> _shared = new(ClauseComparer.Instance);
    private readonly Dictionary<string, Rule> _byId;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly List<(int FirstNode, CalcinosisType Type)> _levelsReadyBefore = [];
    private readonly TypeRules[] _types = new TypeRules[TypeOrder.Count];
    private readonly CalcinosisType[][] _decidedBy;
    private readonly ConcurrentDictionary<int, int[]> _factsBelow = new();
    private int _typesDone;

    public RuleProgram(FindingCatalogue catalogue, IReadOnlyList<Rule> rules)
    {
        Catalogue = catalogue;
        Rules = rules;
        _byId = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!_byId.TryAdd(rule.Id, rule))
                throw new ArgumentException($"Rule '{rule.Id}' is defined twice.", nameof(rules));
            _numbers.Add(rule.Id, _numbers.Count);
        }

        foreach (var type in TypeOrder.All)
            CompileType(type);
        LevelNodes = _nodes.Count;
        foreach (var rule in rules)
            Compile(rule);
        foreach (var type in TypeOrder.All)
            _types[(int)type] = _types[(int)type] with { Subtypes = About(type, RuleKind.Subtype), AlternativeLabels = About(type, RuleKind.AlternativeLabel), Against = About(type, RuleKind.Against), For = [.. rules.Where(rule => rule.Kind == RuleKind.For && rule.Types.Contains(type)).Select(Compiled)] };
        _nodeOf = _rules.ToFrozenDictionary(StringComparer.Ordinal);
        _nodeOfNumber = [.. rules.Select(rule => _rules[rule.Id])];
        _decidedBy = [.. _nodes.Select(node => (CalcinosisType[])[.. TypeOrder.All.Where(type => _types[(int)type].Rungs.Concat(_types[(int)type].Caps).Any(rung => rung?.Node == node.Index))])];
        Nodes = [.. _nodes];
        Table = new NodeTable(_nodes, catalogue.Count);
        ByKind = [.. Enum.GetValues<RuleKind>().Select(kind => (CompiledRule[])[.. rules.Where(rule => rule.Kind == kind).Select(Compiled)])];
        OfNothing = Evaluation.OfNothing(this);
    }

    public FindingCatalogue Catalogue { get; }

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>By number; only read.</summary>
    public Node[] Nodes { get; }

    /// <summary>The node before which a type's level has to be known.</summary>
    public ReadOnlySpan<(int FirstNode, CalcinosisType Type)> LevelsReadyBefore => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_levelsReadyBefore);

    /// <summary>The nodes as flat arrays.</summary>
    public NodeTable Table { get; }

    /// <summary>The nodes below this number are all that the levels of the types rest on.</summary>
    public int LevelNodes { get; }

    /// <summary>The types of whose decision table a node is a rung or a cap.</summary>
    public ReadOnlySpan<CalcinosisType> DecidedBy(int node) => _decidedBy[node];

    /// <summary>The outcome of the picture of which nothing is known. It is only read.</summary>
    public Evaluation OfNothing { get; }

    private CompiledRule[][] ByKind { get; }

    /// <summary>The rules of a kind, in the order of the rule base.</summary>
    public ReadOnlySpan<CompiledRule> OfKind(RuleKind kind) => ByKind[(int)kind];

    public TypeRules this[CalcinosisType type] => _types[(int)type];

    public int NodeOf(string rule) => _nodeOf is { } frozen ? frozen[rule] : _rules[rule];

    /// <summary>The number of a rule: its place among <see cref="Rules"/>.</summary>
    public int IndexOf(string rule) => _numbers[rule];

    /// <summary>The node of a rule by its number.</summary>
    public int NodeOf(int rule) => _nodeOfNumber[rule];

    public Rule Rule(string id) => _byId[id];

    /// <summary>Rules of a kind whose first type this is.</summary>
    private CompiledRule[] About(CalcinosisType type, RuleKind kind) =>
        [.. Rules.Where(rule => rule.Kind == kind && rule.Types[0] == type).Select(Compiled)];

    private CompiledRule Compiled(Rule rule) =>
        new(rule, NodeOf(rule.Id))
        {
            Settles = rule.Kind != RuleKind.Test ? [] : [.. rule.Targets.Where(Catalogue.Contains).Select(Catalogue.IndexOf)],
            Overturns = [.. rule.Overturns.Select(answer => ((int, FindingState)[])[.. answer.Select(state => (Catalogue.IndexOf(state.Finding), state.State))])],
            Drugs = rule.Kind != RuleKind.Block ? [] : [.. TreatmentDrugs.All.Where(pair => rule.Targets.Contains(pair.Treatment) && Catalogue.Contains("exposure." + pair.Drug)).Select(pair => (pair.Drug, Catalogue.IndexOf("exposure." + pair.Drug)))],
            Against = rule.Kind != RuleKind.Block ? [] : [.. Rules.Where(other => other.Kind == RuleKind.Treatment && rule.Targets.Contains(other.Key!)).Select(other => NodeOf(other.Id))],
        };

    private void CompileType(CalcinosisType type)
    {
        var rungs = new Rung?[TypeOrder.LevelCount];
        var caps = new List<Rung>();
        foreach (var rule in Rules)
        {
            if (!rule.Types.Contains(type))
                continue;
            if (rule.Kind == RuleKind.Level)
                rungs[(int)rule.Level!] = rungs[(int)rule.Level] is null
                    ? new Rung(rule, Compile(rule))
                    : throw new InvalidOperationException($"{rule.Id}: {type} has two rules for {rule.Level}.");
            else if (rule.Kind == RuleKind.Cap)
                caps.Add(new Rung(rule, Compile(rule)));
        }

        var roots = rungs.Where(rung => rung is not null).Concat(caps).Select(rung => rung!.Node);
        var reads = ReachableFacts(roots);
        _types[(int)type] = new TypeRules(rungs, [.. caps], reads);
        _levelsReadyBefore.Add((_nodes.Count, type));
        _typesDone = (int)type + 1;
    }

    /// <summary>The findings below a node, not through the levels of types; looked up once.</summary>
    public int[] FactsBelow(int node) => _factsBelow.GetOrAdd(node, static (node, program) => program.ReachableFacts([node]), this);

    /// <summary>The findings below some nodes, not through the levels of other types.</summary>
    public int[] ReachableFacts(IEnumerable<int> roots)
    {
        var facts = new SortedSet<int>();
        var seen = new HashSet<int>();
        var stack = new Stack<int>(roots);
        while (stack.TryPop(out var index))
        {
            if (!seen.Add(index))
                continue;
            var node = _nodes[index];
            if (node.Op == Op.Fact)
                facts.Add(node.Number);
            foreach (var child in node.Children)
                stack.Push(child);
        }

        return [.. facts];
    }

    private int Compile(Rule rule)
    {
        if (_rules.TryGetValue(rule.Id, out var known))
            return known;
        if (!_open.Add(rule.Id))
            throw new InvalidOperationException($"{rule.Id} refers to itself.");
        try
        {
            return _rules[rule.Id] = Compile(rule.When);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new InvalidOperationException($"{rule.Id}: {error.Message}", error);
        }
        finally
        {
            _open.Remove(rule.Id);
        }
    }

    private int Compile(Clause clause)
    {
        if (_shared.TryGetValue(clause, out var known))
            return known;
        int[] children = clause is Holds holds
            ? [Compile(_byId.TryGetValue(holds.Rule, out var rule) ? rule : throw new InvalidOperationException($"No rule is called '{holds.Rule}'."))]
            : [.. clause.Children.Select(Compile)];
        var node = clause switch
        {
            Fact fact => new Node { Index = _nodes.Count, Clause = clause, Op = Op.Fact, Number = Catalogue.IndexOf(fact.Finding) },
            Not => new Node { Index = _nodes.Count, Clause = clause, Op = Op.Not, Children = children },
            All => new Node { Index = _nodes.Count, Clause = clause, Op = Op.All, Children = children },
            Any => new Node { Index = _nodes.Count, Clause = clause, Op = Op.Any, Children = children },
            AtLeast some => new Node { Index = _nodes.Count, Clause = clause, Op = Op.AtLeast, Children = children, Number = some.Count },
            Unless => new Node { Index = _nodes.Count, Clause = clause, Op = Op.Unless, Children = children },
            Holds other => new Node { Index = _nodes.Count, Clause = clause, Op = Op.Holds, Children = children, Rule = _byId[other.Rule] },
            Reaches level => (int)level.Type < _typesDone
                ? new Node { Index = _nodes.Count, Clause = clause, Op = Op.Reaches, Type = level.Type, Level = level.Level }
                : throw new InvalidOperationException($"The level of {level.Type} is read before it is known."),
            Contradicted contradicted => new Node { Index = _nodes.Count, Clause = clause, Op = Op.Contradicted, Type = contradicted.Type },
            _ => throw new InvalidOperationException($"A clause of kind {clause.GetType().Name} cannot be compiled."),
        };
        _nodes.Add(node);
        return _shared[clause] = node.Index;
    }
}

/// <summary>A rule of a type's decision table with its node.</summary>
internal sealed record Rung(Rule Rule, int Node);

/// <summary>The decision table of one type.</summary>
/// <param name="Rungs">By level; null where a type has no rule for it.</param>
/// <param name="Caps">Upper limits.</param>
/// <param name="Reads">Findings that the type's own rules read.</param>
internal sealed record TypeRules(Rung?[] Rungs, Rung[] Caps, int[] Reads)
{
    /// <summary>Subtype rules; the first that is met names the suggestion.</summary>
    public CompiledRule[] Subtypes { get; init; } = [];

    /// <summary>Names that other authors would give.</summary>
    public CompiledRule[] AlternativeLabels { get; init; } = [];

    /// <summary>What speaks against the type.</summary>
    public CompiledRule[] Against { get; init; } = [];

    /// <summary>What speaks for the type and moves no level.</summary>
    public CompiledRule[] For { get; init; } = [];

    /// <summary>Caps that lower by one level, in their order.</summary>
    public Rung[] RelativeCaps { get; } = [.. Caps.Where(cap => cap.Rule.Effect == CapEffect.OneLower)];

    /// <summary>Caps that name a level, in their order.</summary>
    public Rung[] AbsoluteCaps { get; } = [.. Caps.Where(cap => cap.Rule.Effect != CapEffect.OneLower)];
}

/// <summary>A rule with its node.</summary>
internal sealed record CompiledRule(Rule Rule, int Node)
{
    /// <summary>For a <see cref="RuleKind.Test"/>: the numbers of the findings that it would settle.</summary>
    public int[] Settles { get; init; } = [];

    /// <summary>For a <see cref="RuleKind.Test"/>: answers of it that may put states in the place of known ones.</summary>
    public (int Finding, FindingState State)[][] Overturns { get; init; } = [];

    /// <summary>For a <see cref="RuleKind.Block"/>: the drugs that are such a treatment, with the finding that one is taken.</summary>
    public (string Drug, int Finding)[] Drugs { get; init; } = [];

    /// <summary>For a <see cref="RuleKind.Block"/>: the nodes of the treatments against which it speaks.</summary>
    public int[] Against { get; init; } = [];
}
