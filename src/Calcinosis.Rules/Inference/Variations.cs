using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// The types' levels for up to 512 variations of one evaluated picture at once: bit <c>n</c> of every word belongs to
/// variation <c>n</c>. One word says where a clause is met, one where it is unmet; neither is unknown. Only what some
/// variation changes is worked out, so that "what if" questions, 512 at a time, cost little more than one answer.
/// Not thread-safe: one instance a thread.
/// </summary>
internal sealed class Variations
{
    /// <summary>Variations that are worked out at once.</summary>
    public const int Places = 512;

    private const int WordBits = 64;
    private readonly RuleProgram _program;
    private readonly NodeTable _table;
    private readonly Outcomes[] _words;
    private readonly Vector512<ulong>[] _forced;
    private readonly Vector512<ulong>[] _doubted;

    /// <summary>The outcome of every node in the loaded picture.</summary>
    private readonly byte[] _loaded;

    /// <summary>One bit a node that has to be looked at again.</summary>
    private readonly ulong[] _due;

    /// <summary>One bit a node of which the nodes above were told.</summary>
    private readonly ulong[] _told;

    /// <summary>Nodes that differ from the loaded picture somewhere.</summary>
    private readonly List<int> _changed = [];
    private readonly List<int> _forcedNodes = [];
    private readonly List<int> _doubtedNodes = [];
    private readonly Vector512<ulong>[] _contradicted = new Vector512<ulong>[TypeOrder.Count];

    // Words by type and level: where the final level is exactly this one; whether this one or a higher one is still open.
    private readonly Vector512<ulong>[] _levels = new Vector512<ulong>[TypeOrder.Count * TypeOrder.LevelCount];
    private readonly Vector512<ulong>[] _canReach = new Vector512<ulong>[TypeOrder.Count * TypeOrder.LevelCount];
    private readonly bool[] _decideAgain = new bool[TypeOrder.Count];
    private readonly bool[] _decided = new bool[TypeOrder.Count];

    /// <summary>Places in which something is doubted.</summary>
    private Vector512<ulong> _doubtful;
    private LesionVerdict? _base;

    public Variations(RuleProgram program)
    {
        _program = program;
        _table = program.Table;
        _words = new Outcomes[_table.Count];
        _loaded = new byte[_table.Count];
        _forced = new Vector512<ulong>[program.LevelNodes];
        _doubted = new Vector512<ulong>[program.LevelNodes];
        _due = new ulong[(_table.Count + WordBits - 1) / WordBits];
        _told = new ulong[_due.Length];
    }

    /// <summary>All places get the picture of the verdict.</summary>
    public void Load(LesionVerdict verdict)
    {
        foreach (var node in _changed)
            _words[node] = Outcomes.Of((Outcome)_loaded[node]);
        if (!ReferenceEquals(verdict, _base))
        {
            LoadNodes(verdict.Evaluation);
            Array.Fill(_decided, true);
            _base = verdict;
        }

        foreach (var node in _doubtedNodes)
            _doubted[node] = default;
        _doubtedNodes.Clear();
        _doubtful = default;
        foreach (var type in TypeOrder.Types)
        {
            _contradicted[(int)type] = verdict.Picture.AnyContradictedOf(_program[type].Reads) ? Vector512<ulong>.AllBitsSet : default;
            if (_decided[(int)type])
                Decide(type);
            _decided[(int)type] = false;
        }

        foreach (var node in _forcedNodes)
            _forced[node] = default;
        _forcedNodes.Clear();
        _changed.Clear();
        Array.Clear(_due);
        Array.Clear(_told);
    }

    /// <summary>Lets go of the loaded picture.</summary>
    public void Forget() => _base = null;

    /// <summary>Puts the loaded picture with one more answer, and all that follows from it, into one place.</summary>
    public void Answer(int place, List<(int Finding, FindingState State)> changes)
    {
        foreach (var (finding, state) in changes)
        {
            if (_table.FactNodes[finding] is not (>= 0 and var node))
                continue;
            Bit(ref _words[node].Met, place, state == FindingState.Present);
            Bit(ref _words[node].Unmet, place, state == FindingState.Absent);
            TellAbove(node);
        }

        var picture = _base!.Picture;
        if (!picture.AnyContradicted || !picture.IsContradicted(changes[0].Finding))
            return;
        foreach (var type in TypeOrder.Types)
        {
            if (picture.AnyContradictedOf(_program[type].Reads, except: changes[0].Finding))
                continue;
            Bit(ref _contradicted[(int)type], place, value: false);
            foreach (var node in _table.ContradictionReaders[(int)type])
                SetDue(node);
        }
    }

    /// <summary>Takes a node as met in one place, whatever its findings say.</summary>
    public void Force(int place, int node)
    {
        Bit(ref _forced[node], place, value: true);
        _forcedNodes.Add(node);
        SetDue(node);
    }

    /// <summary>
    /// Does not take an unknown node as absent in some places. The level of a type there is the lowest that any answer to
    /// what is doubted can leave it at: a clause counts as met only if it is met whatever the answer.
    /// </summary>
    public void Doubt(int firstPlace, int count, int node)
    {
        for (var place = firstPlace; place < firstPlace + count; place++)
        {
            Bit(ref _doubted[node], place, value: true);
            Bit(ref _doubtful, place, value: true);
        }

        _doubtedNodes.Add(node);
        TellAbove(node);
    }

    /// <summary>Works out all nodes on which the levels rest.</summary>
    public void Run()
    {
        var from = 0;
        foreach (var (firstNode, type) in _program.LevelsReadyBefore)
        {
            Work(from, firstNode);
            from = firstNode;
            if (!_decideAgain[(int)type])
                continue;
            _decideAgain[(int)type] = false;
            _decided[(int)type] = true;
            Decide(type);
            foreach (var node in _table.LevelReaders[(int)type])
                SetDue(node);
        }
    }

    /// <summary>Works out all other nodes, after the levels.</summary>
    public void RunBeyondLevels() => Work(_program.LevelNodes, _table.Count);

    /// <summary>The places in which a node is met.</summary>
    public Vector512<ulong> Met(int node) => _words[node].Met;

    public Certainty LevelOf(CalcinosisType type, int place)
    {
        for (var level = 0; level < TypeOrder.LevelCount; level++)
        {
            if (IsSet(_levels[((int)type * TypeOrder.LevelCount) + level], place))
                return (Certainty)level;
        }

        return Certainty.NotAssessable;
    }

    /// <summary>The places, among the first <paramref name="count"/>, in which the type's level is not this one.</summary>
    public void NotAt(CalcinosisType type, Certainty level, int count, List<int> places)
    {
        places.Clear();
        var words = MemoryMarshal.Cast<Vector512<ulong>, ulong>(_levels.AsSpan(((int)type * TypeOrder.LevelCount) + (int)level, 1));
        for (var start = 0; start < count; start += WordBits)
        {
            var differs = ~words[start / WordBits];
            if (count - start < WordBits)
                differs &= (1UL << (count - start)) - 1;
            for (; differs != 0; differs &= differs - 1)
                places.Add(start + BitOperations.TrailingZeroCount(differs));
        }
    }

    private static bool IsSet(Vector512<ulong> words, int place) => (words.GetElement(place / WordBits) >> (place % WordBits) & 1) != 0;

    private static void Bit(ref Vector512<ulong> words, int place, bool value)
    {
        ref var word = ref Unsafe.Add(ref Unsafe.As<Vector512<ulong>, ulong>(ref words), place / WordBits);
        var bit = 1UL << (place % WordBits);
        word = value ? word | bit : word & ~bit;
    }

    /// <summary>Only the nodes that came out otherwise than in the picture that was loaded before.</summary>
    private void LoadNodes(Evaluation evaluation)
    {
        var outcomes = evaluation.Outcomes;
        for (var node = outcomes.CommonPrefixLength(_loaded); node < _loaded.Length; node += 1 + outcomes[(node + 1)..].CommonPrefixLength(_loaded.AsSpan(node + 1)))
        {
            _loaded[node] = outcomes[node];
            _words[node] = Outcomes.Of((Outcome)outcomes[node]);
        }
    }

    private void SetDue(int node) => _due[node / WordBits] |= 1UL << (node % WordBits);

    private void TellAbove(int node)
    {
        var bit = 1UL << (node % WordBits);
        if ((_told[node / WordBits] & bit) != 0)
            return;
        _told[node / WordBits] |= bit;
        _changed.Add(node);
        foreach (var edge in _table.Parents(node))
            SetDue(edge >> 1);
        foreach (var type in _program.DecidedBy(node))
            _decideAgain[(int)type] = true;
    }

    /// <summary>Looks at the nodes that are due, smallest number first; nodes above have greater numbers.</summary>
    private void Work(int from, int to)
    {
        if (from >= to)
            return;
        for (var word = from / WordBits; word <= (to - 1) / WordBits; word++)
        {
            var ours = Below(to - (word * WordBits)) & ~Below(from - (word * WordBits));
            for (var due = _due[word] & ours; due != 0; due = _due[word] & ours)
            {
                var bit = BitOperations.TrailingZeroCount(due);
                _due[word] &= ~(1UL << bit);
                Work((word * WordBits) + bit);
            }
        }
    }

    /// <summary>Ones below a bit.</summary>
    private static ulong Below(int bit) => bit <= 0 ? 0 : bit >= WordBits ? ulong.MaxValue : (1UL << bit) - 1;

    private void Work(int index)
    {
        Vector512<ulong> met, unmet;
        var children = _table.Children(index);
        switch (_table.Ops[index])
        {
            case Op.Fact:
                met = _words[index].Met;
                unmet = _words[index].Unmet;
                break;
            case Op.Not:
                met = _words[children[0]].Unmet;
                unmet = _words[children[0]].Met;
                break;
            case Op.All:
                met = Vector512<ulong>.AllBitsSet;
                unmet = default;
                foreach (var child in children)
                {
                    ref readonly var below = ref _words[child];
                    met &= below.Met;
                    unmet |= below.Unmet;
                }

                break;
            case Op.Any:
                met = default;
                unmet = Vector512<ulong>.AllBitsSet;
                foreach (var child in children)
                {
                    ref readonly var below = ref _words[child];
                    met |= below.Met;
                    unmet &= below.Unmet;
                }

                break;
            case Op.AtLeast:
                met = CountAtLeast(children, met: true, _program.Nodes[index].Number);
                unmet = CountAtLeast(children, met: false, children.Length - _program.Nodes[index].Number + 1);
                break;
            case Op.Unless:
                met = ~PossiblyMet(children[0]);
                unmet = _words[children[0]].Met;
                break;
            case Op.Holds:
                met = _words[children[0]].Met;
                unmet = _words[children[0]].Unmet;
                break;
            case Op.Reaches:
                var node = _program.Nodes[index];
                met = default;
                for (var level = (int)node.Level; level < TypeOrder.LevelCount; level++)
                    met |= _levels[((int)node.Type * TypeOrder.LevelCount) + level];
                unmet = ~(met | _canReach[((int)node.Type * TypeOrder.LevelCount) + (int)node.Level]);
                break;
            default:
                met = _contradicted[(int)_program.Nodes[index].Type];
                unmet = ~met;
                break;
        }

        if (_forcedNodes.Count > 0 && index < _forced.Length)
        {
            met |= _forced[index];
            unmet &= ~_forced[index];
        }

        ref var words = ref _words[index];
        if (met == words.Met && unmet == words.Unmet)
            return;
        words.Met = met;
        words.Unmet = unmet;
        TellAbove(index);
    }

    /// <summary>Where a node is met or, in a doubtful place, could become so: it is doubted, or it is unmet only by what is doubted.</summary>
    private Vector512<ulong> PossiblyMet(int node)
    {
        if (_doubtful == default)
            return _words[node].Met;
        var doubted = _base!.Evaluation.IsUnmet(node) ? _doubtful : _doubted[node];
        return _words[node].Met | (doubted & ~_words[node].Unmet);
    }

    /// <summary>Where at least <paramref name="count"/> of the words have their bit set: a bit-sliced tally.</summary>
    private Vector512<ulong> CountAtLeast(ReadOnlySpan<int> children, bool met, int count)
    {
        if (count <= 0)
            return Vector512<ulong>.AllBitsSet;
        if (count > children.Length)
            return default;
        Span<Vector512<ulong>> tally = stackalloc Vector512<ulong>[count];
        tally.Clear();
        foreach (var child in children)
        {
            var word = met ? _words[child].Met : _words[child].Unmet;
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
        var levels = _levels.AsSpan(row, TypeOrder.LevelCount);
        levels.Clear();
        var left = Vector512<ulong>.AllBitsSet;
        foreach (var level in TypeOrder.TriedLevels)
        {
            if (rules.Rungs[(int)level] is not { } rung)
                continue;
            var word = (level == Certainty.Excluded ? PossiblyMet(rung.Node) : _words[rung.Node].Met) & left;
            levels[(int)level] = word;
            left &= ~word;
        }

        levels[(int)Certainty.NotAssessable] = left;

        // What is still open: a level is out of reach where its rung and all higher ones are unmet, or a cap forbids it.
        Span<Vector512<ulong>> open = stackalloc Vector512<ulong>[TypeOrder.LevelCount];
        open.Clear();
        var excluded = rules.Rungs[(int)Certainty.Excluded] is { } top ? _words[top.Node].Met : default;
        foreach (var level in TypeOrder.TriedLevels)
        {
            if (rules.Rungs[(int)level] is { } rung)
                open[(int)level] = ~(_words[rung.Node].Unmet | excluded);
        }

        ApplyCaps(rules, levels, lowest: true);
        ApplyCaps(rules, open, lowest: false);
        var above = default(Vector512<ulong>);
        for (var level = TypeOrder.LevelCount - 1; level >= 0; level--)
        {
            above |= open[level];
            _canReach[row + level] = above;
        }
    }

    /// <summary>Relative caps first, then upper limits, then "exactly".</summary>
    private void ApplyCaps(TypeRules rules, Span<Vector512<ulong>> levels, bool lowest)
    {
        foreach (var cap in rules.RelativeCaps)
        {
            var word = lowest ? PossiblyMet(cap.Node) : _words[cap.Node].Met;
            levels[(int)Certainty.Possible] |= levels[(int)Certainty.Probable] & word;
            levels[(int)Certainty.Probable] = (levels[(int)Certainty.Probable] & ~word) | (levels[(int)Certainty.Established] & word);
            levels[(int)Certainty.Established] &= ~word;
        }

        foreach (var cap in rules.AbsoluteCaps)
        {
            var word = lowest ? PossiblyMet(cap.Node) : _words[cap.Node].Met;
            var limit = (int)cap.Rule.Level!.Value;
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

    /// <summary>Where a node is met and where it is unmet.</summary>
    private struct Outcomes
    {
        public Vector512<ulong> Met;
        public Vector512<ulong> Unmet;

        /// <summary>One outcome in all places.</summary>
        public static Outcomes Of(Outcome outcome) => new()
        {
            Met = outcome == Outcome.Met ? Vector512<ulong>.AllBitsSet : default,
            Unmet = outcome == Outcome.Unmet ? Vector512<ulong>.AllBitsSet : default,
        };
    }
}
