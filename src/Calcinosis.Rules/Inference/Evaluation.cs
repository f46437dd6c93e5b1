using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// Works out every clause for up to 64 pictures at once: bit <c>n</c> of every word belongs to picture <c>n</c>. One
/// word says where a clause is met, one where it is unmet; neither is unknown. "What if" questions, 64 at a time, cost
/// no more than one answer. Not thread-safe: one instance a thread.
/// </summary>
internal sealed class Evaluation
{
    private readonly RuleProgram _program;
    private readonly ulong[] _met;
    private readonly ulong[] _unmet;
    private readonly ulong[] _present;
    private readonly ulong[] _absent;
    private readonly ulong[] _contradicted = new ulong[TypeOrder.Count];

    // Words by type and level: where the final level is exactly this one; where the level before caps was.
    private readonly ulong[] _levels = new ulong[TypeOrder.Count * TypeOrder.LevelCount];
    private readonly ulong[] _uncapped = new ulong[TypeOrder.Count * TypeOrder.LevelCount];
    private readonly ulong[] _canReach = new ulong[TypeOrder.Count * TypeOrder.LevelCount];
    private readonly ulong[]? _forced;
    private Picture? _base;

    public Evaluation(RuleProgram program, bool withForcing = false)
    {
        _program = program;
        _met = new ulong[program.Nodes.Count];
        _unmet = new ulong[program.Nodes.Count];
        _present = new ulong[program.Catalogue.Count];
        _absent = new ulong[program.Catalogue.Count];
        _forced = withForcing ? new ulong[program.Nodes.Count] : null;
    }

    /// <summary>All 64 places get the same picture.</summary>
    public void Load(Picture picture)
    {
        _base = picture;
        var states = picture.States;
        for (var i = 0; i < states.Length; i++)
        {
            _present[i] = states[i] == FindingState.Present ? ulong.MaxValue : 0;
            _absent[i] = states[i] == FindingState.Absent ? ulong.MaxValue : 0;
        }

        Array.Clear(_contradicted);
        if (picture.AnyContradicted)
        {
            foreach (var type in TypeOrder.All)
                _contradicted[(int)type] = _program[type].Reads.Any(picture.IsContradicted) ? ulong.MaxValue : 0;
        }

        if (_forced is not null)
            Array.Clear(_forced);
    }

    /// <summary>Puts the loaded picture with one more answer, and all that follows from it, into one place.</summary>
    public void Answer(int place, IReadOnlyList<(int Finding, FindingState State)> changes)
    {
        var bit = 1UL << place;
        foreach (var (finding, state) in changes)
            Set(finding, bit, state);
        if (!_base!.AnyContradicted || !_base.IsContradicted(changes[0].Finding))
            return;
        foreach (var type in TypeOrder.All)
        {
            if (!_program[type].Reads.Any(finding => finding != changes[0].Finding && _base.IsContradicted(finding)))
                _contradicted[(int)type] &= ~bit;
        }
    }

    /// <summary>Takes a node as met in one place, whatever its findings say.</summary>
    public void Force(int place, int node) => _forced![node] |= 1UL << place;

    public void Run()
    {
        var nodes = _program.Nodes;
        var ready = 0;
        for (var i = 0; i < nodes.Count; i++)
        {
            while (ready < TypeOrder.Count && _program.LevelsReadyBefore[ready].FirstNode <= i)
                Decide(_program.LevelsReadyBefore[ready++].Type);
            Work(nodes[i], i);
            if (_forced is not null && _forced[i] != 0)
            {
                _met[i] |= _forced[i];
                _unmet[i] &= ~_forced[i];
            }
        }

        while (ready < TypeOrder.Count)
            Decide(_program.LevelsReadyBefore[ready++].Type);
    }

    public bool IsMet(int node, int place = 0) => (_met[node] >> place & 1) != 0;

    public bool IsUnmet(int node, int place = 0) => (_unmet[node] >> place & 1) != 0;

    public bool IsUnknown(int node, int place = 0) => !IsMet(node, place) && !IsUnmet(node, place);

    public Certainty LevelOf(CalcinosisType type, int place = 0) => Read(_levels, type, place);

    public Certainty UncappedLevelOf(CalcinosisType type, int place = 0) => Read(_uncapped, type, place);

    private static Certainty Read(ulong[] words, CalcinosisType type, int place)
    {
        for (var level = 0; level < TypeOrder.LevelCount; level++)
        {
            if ((words[((int)type * TypeOrder.LevelCount) + level] >> place & 1) != 0)
                return (Certainty)level;
        }

        return Certainty.NotAssessable;
    }

    private void Set(int finding, ulong bit, FindingState state)
    {
        _present[finding] = state == FindingState.Present ? _present[finding] | bit : _present[finding] & ~bit;
        _absent[finding] = state == FindingState.Absent ? _absent[finding] | bit : _absent[finding] & ~bit;
    }

    private void Work(Node node, int index)
    {
        ulong met, unmet;
        var children = node.Children;
        switch (node.Op)
        {
            case Op.Fact:
                met = _present[node.Number];
                unmet = _absent[node.Number];
                break;
            case Op.Not:
                met = _unmet[children[0]];
                unmet = _met[children[0]];
                break;
            case Op.All:
                met = ulong.MaxValue;
                unmet = 0;
                foreach (var child in children)
                {
                    met &= _met[child];
                    unmet |= _unmet[child];
                }

                break;
            case Op.Any:
                met = 0;
                unmet = ulong.MaxValue;
                foreach (var child in children)
                {
                    met |= _met[child];
                    unmet &= _unmet[child];
                }

                break;
            case Op.AtLeast:
                met = CountAtLeast(children, _met, node.Number);
                unmet = CountAtLeast(children, _unmet, children.Length - node.Number + 1);
                break;
            case Op.Unless:
                met = ~_met[children[0]];
                unmet = _met[children[0]];
                break;
            case Op.Holds:
                met = _met[children[0]];
                unmet = _unmet[children[0]];
                break;
            case Op.Reaches:
                met = 0;
                for (var level = (int)node.Level; level < TypeOrder.LevelCount; level++)
                    met |= _levels[((int)node.Type * TypeOrder.LevelCount) + level];
                unmet = ~met & ~_canReach[((int)node.Type * TypeOrder.LevelCount) + (int)node.Level];
                break;
            default:
                met = _contradicted[(int)node.Type];
                unmet = ~met;
                break;
        }

        _met[index] = met;
        _unmet[index] = unmet;
    }

    /// <summary>Where at least <paramref name="count"/> of the words have their bit set: a bit-sliced tally.</summary>
    private static ulong CountAtLeast(int[] children, ulong[] words, int count)
    {
        if (count <= 0)
            return ulong.MaxValue;
        if (count > children.Length)
            return 0;
        Span<ulong> tally = stackalloc ulong[count];
        tally.Clear();
        foreach (var child in children)
        {
            var word = words[child];
            for (var i = count - 1; i > 0; i--)
                tally[i] |= tally[i - 1] & word;
            tally[0] |= word;
        }

        return tally[count - 1];
    }

    private void Decide(CalcinosisType type)
    {
        var rules = _program[type];
        var row = (int)type * TypeOrder.LevelCount;
        var left = ulong.MaxValue;
        foreach (var level in TypeOrder.Rungs)
        {
            var rung = rules.Rungs[(int)level];
            var word = rung is null ? 0 : _met[rung.Node] & left;
            _uncapped[row + (int)level] = word;
            left &= ~word;
        }

        _uncapped[row + (int)Certainty.NotAssessable] = left;
        _uncapped.AsSpan(row, TypeOrder.LevelCount).CopyTo(_levels.AsSpan(row));
        ApplyCaps(rules, _levels.AsSpan(row, TypeOrder.LevelCount));

        // What is still open: a level is out of reach where its rung and all higher ones are unmet, or a cap forbids it.
        Span<ulong> open = stackalloc ulong[TypeOrder.LevelCount];
        open.Clear();
        var excluded = _uncapped[row + (int)Certainty.Excluded];
        foreach (var level in TypeOrder.Rungs)
        {
            var rung = rules.Rungs[(int)level];
            open[(int)level] = rung is null ? 0 : ~_unmet[rung.Node] & ~excluded;
        }

        ApplyCaps(rules, open);
        var above = 0UL;
        for (var level = TypeOrder.LevelCount - 1; level >= 0; level--)
        {
            above |= open[level];
            _canReach[row + level] = above;
        }
    }

    /// <summary>Relative caps first, then upper limits, then "exactly".</summary>
    private void ApplyCaps(TypeRules rules, Span<ulong> levels)
    {
        foreach (var cap in rules.Caps)
        {
            if (cap.Rule.Effect != CapEffect.OneLower)
                continue;
            var word = _met[cap.Node];
            levels[(int)Certainty.Possible] |= levels[(int)Certainty.Probable] & word;
            levels[(int)Certainty.Probable] = (levels[(int)Certainty.Probable] & ~word) | (levels[(int)Certainty.Established] & word);
            levels[(int)Certainty.Established] &= ~word;
        }

        foreach (var cap in rules.Caps)
        {
            if (cap.Rule.Effect == CapEffect.OneLower)
                continue;
            var word = _met[cap.Node];
            var limit = (int)cap.Rule.Level!;
            var exactly = cap.Rule.Effect == CapEffect.Exactly;
            for (var level = 0; level < TypeOrder.LevelCount; level++)
            {
                if (level == limit || (level < limit && !exactly))
                    continue;
                levels[limit] |= levels[level] & word;
                levels[level] &= ~word;
            }
        }
    }
}
