using System.Numerics;
using System.Runtime.InteropServices;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// Works out every clause for one picture. It starts from the outcome of the picture of which nothing is known and follows
/// only what the known findings change, each node once and after everything below it; what a patient's record does not
/// touch costs nothing. A variation of an evaluated picture is worked out the same way from that picture's outcome.
/// Not thread-safe: one instance a thread.
/// </summary>
internal sealed class Evaluation
{
    private const byte Unknown = (byte)Outcome.Unknown;
    private const byte Met = (byte)Outcome.Met;
    private const byte Unmet = (byte)Outcome.Unmet;
    private readonly RuleProgram _program;
    private readonly NodeTable _table;
    private readonly byte[] _outcomes;

    /// <summary>How many of the edges below a node are met, and how many are unmet.</summary>
    private readonly Counts[] _counts;

    /// <summary>One bit a node that has to be looked at again.</summary>
    private readonly ulong[] _due;
    private readonly TypeLevels[] _levels = new TypeLevels[TypeOrder.Count];

    public Evaluation(RuleProgram program)
    {
        _program = program;
        _table = program.Table;
        _outcomes = new byte[_table.Count];
        _counts = new Counts[_table.Count];
        _due = new ulong[(_table.Count + 63) / 64];
    }

    /// <summary>The outcome of the picture of which nothing is known, the start of all others.</summary>
    public static Evaluation OfNothing(RuleProgram program)
    {
        var evaluation = new Evaluation(program);
        for (var node = 0; node < evaluation._table.Count; node++)
            evaluation.SetDue(node);
        evaluation.Work();
        return evaluation;
    }

    /// <summary>Works a picture out.</summary>
    public void Run(Picture picture)
    {
        CopyFrom(_program.OfNothing);
        var states = picture.States;
        var facts = _table.FactNodes;
        for (var finding = NextKnown(states, 0); finding >= 0; finding = NextKnown(states, finding + 1))
        {
            if (facts[finding] is >= 0 and var node)
                Set(node, OutcomeOf(states[finding]));
        }

        if (picture.AnyContradicted)
            Contradict(picture);
        Work();
    }

    /// <summary>Works a picture out from the outcome of a similar one.</summary>
    public void Run(Picture picture, Evaluation similar, Picture similarPicture)
    {
        CopyFrom(similar);
        var states = MemoryMarshal.AsBytes(picture.States);
        var known = MemoryMarshal.AsBytes(similarPicture.States);
        var facts = _table.FactNodes;
        for (var finding = states.CommonPrefixLength(known); finding < states.Length; finding += 1 + states[(finding + 1)..].CommonPrefixLength(known[(finding + 1)..]))
        {
            if (facts[finding] is >= 0 and var node)
                Set(node, OutcomeOf((FindingState)states[finding]));
        }

        if (picture.AnyContradicted || similarPicture.AnyContradicted)
            Contradict(picture);
        Work();
    }

    /// <summary>Takes over what another engine worked out; variations then start from its outcomes.</summary>
    public void Adopt(EngineResult result)
    {
        CopyFrom(_program.OfNothing);
        for (var node = 0; node < _outcomes.Length; node++)
            Set(node, (byte)result.Nodes[node]);

        result.Types.AsSpan().CopyTo(_levels);
        // Nothing is left to work out: what the engine said stands.
        Array.Clear(_due);
    }

    public bool IsMet(int node) => _outcomes[node] == Met;

    public bool IsUnmet(int node) => _outcomes[node] == Unmet;

    public bool IsUnknown(int node) => _outcomes[node] == Unknown;

    public Outcome ResultOf(int node) => (Outcome)_outcomes[node];

    /// <summary>Every node's <see cref="Outcome"/>, a byte each.</summary>
    public ReadOnlySpan<byte> Outcomes => _outcomes;

    /// <summary>The level with caps.</summary>
    public Certainty LevelOf(CalcinosisType type) => _levels[(int)type].Level;

    /// <summary>The level of the first rung that is met, before caps.</summary>
    public Certainty UncappedLevelOf(CalcinosisType type) => _levels[(int)type].Uncapped;

    private static int NextKnown(ReadOnlySpan<FindingState> states, int from)
    {
        var next = MemoryMarshal.AsBytes(states)[from..].IndexOfAnyExcept((byte)FindingState.Unknown);
        return next < 0 ? -1 : from + next;
    }

    private static byte OutcomeOf(FindingState state) => state switch
    {
        FindingState.Present => Met,
        FindingState.Absent => Unmet,
        _ => Unknown,
    };

    private void CopyFrom(Evaluation other)
    {
        other._outcomes.AsSpan().CopyTo(_outcomes);
        other._counts.AsSpan().CopyTo(_counts);
        other._levels.AsSpan().CopyTo(_levels);
    }

    private void Contradict(Picture picture)
    {
        foreach (var type in TypeOrder.Types)
        {
            var contradicted = picture.AnyContradictedOf(_program[type].Reads);
            foreach (var node in _table.ContradictionReaders[(int)type])
                Set(node, contradicted ? Met : Unmet);
        }
    }

    private void SetDue(int node) => _due[node >> 6] |= 1UL << (node & 63);

    /// <summary>Gives a node an outcome and counts it above; only where that changes an outcome the node above is due.</summary>
    private void Set(int node, byte outcome)
    {
        var before = _outcomes[node];
        if (before == outcome)
            return;
        _outcomes[node] = outcome;
        var met = (outcome == Met ? 1 : 0) - (before == Met ? 1 : 0);
        var unmet = (outcome == Unmet ? 1 : 0) - (before == Unmet ? 1 : 0);
        var counts = _counts;
        var needs = _table.Needs;
        var outcomes = _outcomes;
        foreach (var edge in _table.Parents(node))
        {
            var parent = edge >> 1;
            var known = counts[parent];
            var now = (edge & 1) == 0
                ? new Counts(unchecked((short)(known.Met + met)), unchecked((short)(known.Unmet + unmet)))
                : new Counts(unchecked((short)(known.Met + unmet)), unchecked((short)(known.Unmet + met)));
            counts[parent] = now;
            if (OutcomeOf(now, needs[parent]) != outcomes[parent])
                SetDue(parent);
        }
    }

    private static byte OutcomeOf(Counts counts, Counts needs) =>
        counts.Unmet >= needs.Unmet ? Unmet : counts.Met >= needs.Met ? Met : Unknown;

    /// <summary>Looks at the nodes that are due, smallest number first; nodes above have greater numbers.</summary>
    private void Work()
    {
        var from = 0;
        foreach (var (firstNode, type) in _program.LevelsReadyBefore)
        {
            Work(from, firstNode);
            from = firstNode;
            Decide(type);
        }

        Work(from, _table.Count);
    }

    private void Work(int from, int to)
    {
        if (from >= to)
            return;
        for (var word = from >> 6; word <= (to - 1) >> 6; word++)
        {
            var ours = Below(to - (word << 6)) & ~Below(from - (word << 6));
            for (var due = _due[word] & ours; due != 0; due = _due[word] & ours)
            {
                var node = (word << 6) + BitOperations.TrailingZeroCount(due);
                _due[word] &= ~(1UL << (node & 63));
                Set(node, OutcomeOf(node));
            }
        }
    }

    /// <summary>Ones below a bit.</summary>
    private static ulong Below(int bit) => bit <= 0 ? 0 : bit >= 64 ? ulong.MaxValue : (1UL << bit) - 1;

    private byte OutcomeOf(int node)
    {
        switch (_table.Ops[node])
        {
            case Op.Fact:
                return _outcomes[node];
            case Op.Contradicted:
                return _outcomes[node] == Met ? Met : Unmet;
            case Op.Reaches:
                var read = _program.Nodes[node];
                return _levels[(int)read.Type].Level >= read.Level ? Met : _levels[(int)read.Type].CanReach(read.Level) ? Unknown : Unmet;
            default:
                return OutcomeOf(_counts[node], _table.Needs[node]);
        }
    }

    private void Decide(CalcinosisType type)
    {
        var rules = _program[type];
        var uncapped = Certainty.NotAssessable;
        var highestOpen = Certainty.NotAssessable;
        foreach (var level in TypeOrder.TriedLevels)
        {
            if (rules.Rungs[(int)level] is not { } rung)
                continue;
            if (uncapped == Certainty.NotAssessable && IsMet(rung.Node))
                uncapped = level;
            if (level > highestOpen && !IsUnmet(rung.Node))
                highestOpen = level;
        }

        // A level is out of reach where its rung and all higher ones are unmet, where the type is excluded, or where a cap
        // forbids it. Caps keep the order of levels, so that the highest open one stays the highest.
        var reachable = uncapped == Certainty.Excluded || highestOpen == Certainty.NotAssessable ? 0 : (int)Capped(rules, highestOpen);
        var decided = new TypeLevels(Capped(rules, uncapped), uncapped, reachable == 0 ? -1 : reachable);
        if (decided == _levels[(int)type])
            return;
        _levels[(int)type] = decided;
        foreach (var node in _table.LevelReaders[(int)type])
            SetDue(node);
    }

    /// <summary>Relative caps first, then upper limits, then "exactly".</summary>
    private Certainty Capped(TypeRules rules, Certainty level)
    {
        foreach (var cap in rules.RelativeCaps)
        {
            if (level > Certainty.Possible && IsMet(cap.Node))
                level--;
        }

        foreach (var cap in rules.AbsoluteCaps)
        {
            if (!IsMet(cap.Node))
                continue;
            var limit = cap.Rule.Level!.Value;
            if (level > limit || cap.Rule.Effect == CapEffect.Exactly)
                level = limit;
        }

        return level;
    }
}
