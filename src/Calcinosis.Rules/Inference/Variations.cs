using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// The types' levels for up to 256 variations of one evaluated picture at once: bit <c>n</c> of every word belongs to
/// variation <c>n</c>. One word says where a clause is met, one where it is unmet; neither is unknown. Only what some
/// variation changes is worked out, so that "what if" questions, 256 at a time, cost little more than one answer.
/// Not thread-safe: one instance a thread.
/// </summary>
internal sealed class Variations
{
    /// <summary>Variations that are worked out at once.</summary>
    public const int Places = 256;

    private const int WordBits = 64;
    private readonly RuleProgram _program;
    private readonly NodeTable _table;
    private readonly Vector256<ulong>[] _met;
    private readonly Vector256<ulong>[] _unmet;
    private readonly Vector256<ulong>[] _forced;
    private readonly Vector256<ulong>[] _doubted;

    /// <summary>One bit a node that has to be looked at again.</summary>
    private readonly ulong[] _due;

    /// <summary>Nodes that differ from the loaded picture somewhere.</summary>
    private readonly List<int> _changed = [];
    private readonly List<int> _forcedNodes = [];
    private readonly List<int> _doubtedNodes = [];
    private readonly Vector256<ulong>[] _contradicted = new Vector256<ulong>[TypeOrder.Count];

    // Words by type and level: where the final level is exactly this one; whether this one or a higher one is still open.
    private readonly Vector256<ulong>[] _levels = new Vector256<ulong>[TypeOrder.Count * TypeOrder.LevelCount];
    private readonly Vector256<ulong>[] _canReach = new Vector256<ulong>[TypeOrder.Count * TypeOrder.LevelCount];
    private readonly bool[] _decideAgain = new bool[TypeOrder.Count];
    private readonly bool[] _decided = new bool[TypeOrder.Count];

    /// <summary>Places in which something is doubted.</summary>
    private Vector256<ulong> _doubtful;
    private LesionVerdict? _base;

    public Variations(RuleProgram program)
    {
        _program = program;
        _table = program.Table;
        _met = new Vector256<ulong>[program.LevelNodes];
        _unmet = new Vector256<ulong>[program.LevelNodes];
        _forced = new Vector256<ulong>[program.LevelNodes];
        _doubted = new Vector256<ulong>[program.LevelNodes];
        _due = new ulong[(program.LevelNodes + WordBits - 1) / WordBits];
    }

    /// <summary>All places get the picture of the verdict.</summary>
    public void Load(LesionVerdict verdict)
    {
        if (ReferenceEquals(verdict, _base))
        {
            foreach (var node in _changed)
                LoadNode(node, verdict.Evaluation);
        }
        else
        {
            for (var node = 0; node < _met.Length; node++)
                LoadNode(node, verdict.Evaluation);
            Array.Fill(_decided, true);
            _base = verdict;
        }

        foreach (var node in _doubtedNodes)
            _doubted[node] = default;
        _doubtedNodes.Clear();
        _doubtful = default;
        foreach (var type in TypeOrder.Types)
        {
            _contradicted[(int)type] = verdict.Picture.AnyContradictedOf(_program[type].Reads) ? Vector256<ulong>.AllBitsSet : default;
            if (_decided[(int)type])
                Decide(type);
            _decided[(int)type] = false;
        }

        foreach (var node in _forcedNodes)
            _forced[node] = default;
        _forcedNodes.Clear();
        _changed.Clear();
        Array.Clear(_due);
    }

    /// <summary>Lets go of the loaded picture.</summary>
    public void Forget() => _base = null;

    /// <summary>Puts the loaded picture with one more answer, and all that follows from it, into one place.</summary>
    public void Answer(int place, List<(int Finding, FindingState State)> changes)
    {
        foreach (var (finding, state) in changes)
        {
            if (_table.FactNodes[finding] is not (>= 0 and var node) || node >= _met.Length)
                continue;
            Bit(_met, node, place, state == FindingState.Present);
            Bit(_unmet, node, place, state == FindingState.Absent);
            TellAbove(node);
        }

        var picture = _base!.Picture;
        if (!picture.AnyContradicted || !picture.IsContradicted(changes[0].Finding))
            return;
        foreach (var type in TypeOrder.Types)
        {
            if (picture.AnyContradictedOf(_program[type].Reads, except: changes[0].Finding))
                continue;
            Bit(_contradicted, (int)type, place, value: false);
            foreach (var node in _table.ContradictionReaders[(int)type])
                SetDue(node);
        }
    }

    /// <summary>Takes a node as met in one place, whatever its findings say.</summary>
    public void Force(int place, int node)
    {
        Bit(_forced, node, place, value: true);
        _forcedNodes.Add(node);
        SetDue(node);
    }

    /// <summary>
    /// Does not take an unknown node as absent in one place. The level of a type there is the lowest that any answer to
    /// what is doubted can leave it at: a clause counts as met only if it is met whatever the answer.
    /// </summary>
    public void Doubt(int place, int node)
    {
        Bit(_doubted, node, place, value: true);
        _doubtedNodes.Add(node);
        _doubtful |= Vector256.Create(0UL).WithElement(place / WordBits, 1UL << (place % WordBits));
        TellAbove(node);
    }

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
        var words = MemoryMarshal.Cast<Vector256<ulong>, ulong>(_levels.AsSpan(((int)type * TypeOrder.LevelCount) + (int)level, 1));
        for (var start = 0; start < count; start += WordBits)
        {
            var differs = ~words[start / WordBits];
            if (count - start < WordBits)
                differs &= (1UL << (count - start)) - 1;
            for (; differs != 0; differs &= differs - 1)
                places.Add(start + BitOperations.TrailingZeroCount(differs));
        }
    }

    private static bool IsSet(Vector256<ulong> words, int place) => (words.GetElement(place / WordBits) >> (place % WordBits) & 1) != 0;

    private static void Bit(Vector256<ulong>[] words, int index, int place, bool value)
    {
        ref var word = ref MemoryMarshal.Cast<Vector256<ulong>, ulong>(words.AsSpan(index, 1))[place / WordBits];
        var bit = 1UL << (place % WordBits);
        word = value ? word | bit : word & ~bit;
    }

    private static Vector256<ulong> All(bool value) => value ? Vector256<ulong>.AllBitsSet : default;

    private void LoadNode(int node, Evaluation evaluation)
    {
        _met[node] = All(evaluation.IsMet(node));
        _unmet[node] = All(evaluation.IsUnmet(node));
    }

    private void SetDue(int node)
    {
        if (node < _met.Length)
            _due[node / WordBits] |= 1UL << (node % WordBits);
    }

    private void TellAbove(int node)
    {
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
        Vector256<ulong> met, unmet;
        var children = _table.Children(index);
        switch (_table.Ops[index])
        {
            case Op.Fact:
                met = _met[index];
                unmet = _unmet[index];
                break;
            case Op.Not:
                met = _unmet[children[0]];
                unmet = _met[children[0]];
                break;
            case Op.All:
                met = Vector256<ulong>.AllBitsSet;
                unmet = default;
                foreach (var child in children)
                {
                    met &= _met[child];
                    unmet |= _unmet[child];
                }

                break;
            case Op.Any:
                met = default;
                unmet = Vector256<ulong>.AllBitsSet;
                foreach (var child in children)
                {
                    met |= _met[child];
                    unmet &= _unmet[child];
                }

                break;
            case Op.AtLeast:
                met = CountAtLeast(children, _met, _program.Nodes[index].Number);
                unmet = CountAtLeast(children, _unmet, children.Length - _program.Nodes[index].Number + 1);
                break;
            case Op.Unless:
                met = ~PossiblyMet(children[0]);
                unmet = _met[children[0]];
                break;
            case Op.Holds:
                met = _met[children[0]];
                unmet = _unmet[children[0]];
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

        met |= _forced[index];
        unmet &= ~_forced[index];
        if (met == _met[index] && unmet == _unmet[index])
            return;
        _met[index] = met;
        _unmet[index] = unmet;
        TellAbove(index);
    }

    /// <summary>Where a node is met or, in a doubtful place, could become so: it is doubted, or it is unmet only by what is doubted.</summary>
    private Vector256<ulong> PossiblyMet(int node)
    {
        if (_doubtful == default)
            return _met[node];
        var doubted = _base!.Evaluation.IsUnmet(node) ? _doubtful : _doubted[node];
        return _met[node] | (doubted & ~_unmet[node]);
    }

    /// <summary>Where at least <paramref name="count"/> of the words have their bit set: a bit-sliced tally.</summary>
    private static Vector256<ulong> CountAtLeast(ReadOnlySpan<int> children, Vector256<ulong>[] words, int count)
    {
        if (count <= 0)
            return Vector256<ulong>.AllBitsSet;
        if (count > children.Length)
            return default;
        Span<Vector256<ulong>> tally = stackalloc Vector256<ulong>[count];
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
        var levels = _levels.AsSpan(row, TypeOrder.LevelCount);
        levels.Clear();
        var left = Vector256<ulong>.AllBitsSet;
        foreach (var level in TypeOrder.TriedLevels)
        {
            if (rules.Rungs[(int)level] is not { } rung)
                continue;
            var word = (level == Certainty.Excluded ? PossiblyMet(rung.Node) : _met[rung.Node]) & left;
            levels[(int)level] = word;
            left &= ~word;
        }

        levels[(int)Certainty.NotAssessable] = left;

        // What is still open: a level is out of reach where its rung and all higher ones are unmet, or a cap forbids it.
        Span<Vector256<ulong>> open = stackalloc Vector256<ulong>[TypeOrder.LevelCount];
        open.Clear();
        var excluded = rules.Rungs[(int)Certainty.Excluded] is { } top ? _met[top.Node] : default;
        foreach (var level in TypeOrder.TriedLevels)
        {
            if (rules.Rungs[(int)level] is { } rung)
                open[(int)level] = ~(_unmet[rung.Node] | excluded);
        }

        ApplyCaps(rules, levels, lowest: true);
        ApplyCaps(rules, open, lowest: false);
        var above = default(Vector256<ulong>);
        for (var level = TypeOrder.LevelCount - 1; level >= 0; level--)
        {
            above |= open[level];
            _canReach[row + level] = above;
        }
    }

    /// <summary>Relative caps first, then upper limits, then "exactly".</summary>
    private void ApplyCaps(TypeRules rules, Span<Vector256<ulong>> levels, bool lowest)
    {
        foreach (var cap in rules.RelativeCaps)
        {
            var word = lowest ? PossiblyMet(cap.Node) : _met[cap.Node];
            levels[(int)Certainty.Possible] |= levels[(int)Certainty.Probable] & word;
            levels[(int)Certainty.Probable] = (levels[(int)Certainty.Probable] & ~word) | (levels[(int)Certainty.Established] & word);
            levels[(int)Certainty.Established] &= ~word;
        }

        foreach (var cap in rules.AbsoluteCaps)
        {
            var word = lowest ? PossiblyMet(cap.Node) : _met[cap.Node];
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
}
