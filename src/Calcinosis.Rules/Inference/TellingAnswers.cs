using System.Numerics;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Inference;

/// <summary>
/// Which single answers to unknown findings could change what one asks for: found by walking down from what is asked for
/// and leaving aside whatever the picture has already decided. A bound from above: an answer that is left out changes
/// nothing, one that is named has still to be tried. Not thread-safe: one instance a thread.
/// </summary>
internal sealed class TellingAnswers
{
    private readonly RuleProgram _program;
    private readonly NodeTable _table;

    /// <summary>What was asked of a node already: whether its being met could change, whether its being unmet could.</summary>
    private readonly Marks _asked;

    /// <summary>One bit an answer: twice the finding, plus one for "absent".</summary>
    private readonly ulong[] _telling;

    /// <summary>The same answers, from which what implies them is looked up.</summary>
    private readonly List<int> _found = [];
    private readonly List<int> _answers = [];
    private readonly bool[] _reachAsked = new bool[TypeOrder.Count];
    private LesionVerdict? _verdict;
    private Evaluation? _evaluation;

    public TellingAnswers(RuleProgram program)
    {
        _program = program;
        _table = program.Table;
        _asked = new Marks(_table.Count * 2);
        _telling = new ulong[((program.Catalogue.Count * 2) + 63) / 64];
    }

    /// <summary>Begins with the picture of a verdict; nothing is asked yet.</summary>
    public void Begin(LesionVerdict verdict)
    {
        (_verdict, _evaluation) = (verdict, verdict.Evaluation);
        _asked.Clear();
        Array.Clear(_telling);
        _found.Clear();
        _answers.Clear();
        Array.Clear(_reachAsked);
    }

    /// <summary>Lets go of the picture.</summary>
    public void Forget() => (_verdict, _evaluation) = (null, null);

    /// <summary>Asks for the level of every type.</summary>
    public void AskLevels()
    {
        foreach (var type in TypeOrder.Types)
        {
            var rules = _program[type];
            var level = _verdict!.UncappedLevelOf(type);
            // The first rung that is met decides, so that those behind it do not matter.
            foreach (var tried in TypeOrder.TriedLevels)
            {
                if (rules.Rungs[(int)tried] is { } rung)
                    AskMet(rung.Node);
                if (tried == level)
                    break;
            }

            foreach (var cap in rules.Caps)
            {
                if (cap.Rule.Effect == CapEffect.Exactly || level > (cap.Rule.Effect == CapEffect.OneLower ? Certainty.Possible : cap.Rule.Level!.Value))
                    AskMet(cap.Node);
            }
        }
    }

    /// <summary>Asks for whether a node is met. The levels of types that it reads have to be asked for as well.</summary>
    public void AskMet(int node) => Ask(node, met: true);

    /// <summary>
    /// The answers that could matter, each as twice the finding plus one for "absent", in ascending order. What a finding
    /// implies counts as its answer; a finding that was stated both ways always matters, because answering settles it.
    /// </summary>
    public List<int> Answers()
    {
        var picture = _verdict!.Picture;
        var catalogue = _program.Catalogue;
        for (var next = 0; next < _found.Count; next++)
        {
            var (finding, state) = AnswerCode.Decode(_found[next]);
            // What was stated both ways is settled by its own answer alone.
            if (picture.IsContradicted(finding))
                continue;
            foreach (var (source, said) in catalogue.Implying(finding, state))
            {
                if (picture[source] == FindingState.Unknown)
                    Note(source, said);
            }
        }

        if (picture.AnyContradicted)
        {
            for (var finding = 0; finding < catalogue.Count; finding++)
            {
                if (!picture.IsContradicted(finding))
                    continue;
                Note(finding, FindingState.Present);
                Note(finding, FindingState.Absent);
            }
        }

        for (var word = 0; word < _telling.Length; word++)
        {
            for (var bits = _telling[word]; bits != 0; bits &= bits - 1)
                _answers.Add((word * 64) + BitOperations.TrailingZeroCount(bits));
        }

        return _answers;
    }

    private void Note(int finding, FindingState state)
    {
        var answer = AnswerCode.Of(finding, state);
        ref var word = ref _telling[answer / 64];
        var bit = 1UL << (answer % 64);
        if ((word & bit) != 0)
            return;
        word |= bit;
        _found.Add(answer);
    }

    /// <summary>Could a node's being met (or being unmet) change by one answer: whichever way it stands now.</summary>
    private void Ask(int node, bool met)
    {
        if (IsDecided(node) || !_asked.Add((node << 1) | (met ? 1 : 0)))
            return;
        var compiled = _program.Nodes[node];
        switch (compiled.Op)
        {
            case Op.Fact:
                Note(compiled.Number, met ? FindingState.Present : FindingState.Absent);
                break;
            case Op.Not:
                Ask(compiled.Children[0], !met);
                break;
            case Op.Holds:
                Ask(compiled.Children[0], met);
                break;
            case Op.Unless:
                Ask(compiled.Children[0], met: true);
                break;
            case Op.All:
                AskOf(compiled.Children, met, every: met);
                break;
            case Op.Any:
                AskOf(compiled.Children, met, every: !met);
                break;
            case Op.AtLeast:
                foreach (var child in compiled.Children)
                    Ask(child, met);
                break;
            case Op.Reaches when !met:
                AskOutOfReach(compiled.Type);
                break;
        }
    }

    /// <summary>
    /// Children of which every one (or some one) has to be met or unmet. If that holds for want of an exception, or fails for
    /// want of several, each of them would have to change; it is enough to ask for the narrowest.
    /// </summary>
    private void AskOf(int[] children, bool met, bool every)
    {
        var narrowest = -1;
        foreach (var child in children)
        {
            if (Has(child, met) == every)
                continue;
            if (IsDecided(child))
                return;
            if (narrowest < 0 || _table.Breadth[child] < _table.Breadth[narrowest])
                narrowest = child;
        }

        if (narrowest >= 0)
        {
            Ask(narrowest, met);
            return;
        }

        foreach (var child in children)
            Ask(child, met);
    }

    /// <summary>What a type can still reach rests on all its rungs that are not unmet, and on its caps.</summary>
    private void AskOutOfReach(CalcinosisType type)
    {
        if (_reachAsked[(int)type])
            return;
        _reachAsked[(int)type] = true;
        foreach (var rung in _program[type].Rungs)
        {
            if (rung is null)
                continue;
            Ask(rung.Node, met: false);
            Ask(rung.Node, met: true);
        }

        foreach (var cap in _program[type].Caps)
            Ask(cap.Node, met: true);
    }

    private bool Has(int node, bool met) => met ? _evaluation!.IsMet(node) : _evaluation!.IsUnmet(node);

    /// <summary>Known, and nothing below it could take that back.</summary>
    private bool IsDecided(int node) => !_evaluation!.IsUnknown(node) && !_table.MayTurn[node];
}
