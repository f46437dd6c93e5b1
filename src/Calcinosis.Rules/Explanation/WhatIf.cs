using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// What would be if one unknown finding turned out present, or absent: the level of every type and, for findings that some
/// test settles, the cause of the types that stand and what guards a treatment. Found by evaluating every answer that could
/// matter, many side by side.
/// </summary>
internal sealed class WhatIf
{
    private readonly LesionVerdict _verdict;
    private readonly Picture _picture;
    private readonly KnowledgeBase _knowledge;
    private readonly List<Answer>[] _changes = [.. TypeOrder.All.Select(_ => new List<Answer>())];
    private readonly Dictionary<int, Effect> _effects = [];

    public WhatIf(KnowledgeBase knowledge, Picture picture)
        : this(LesionVerdict.Of(knowledge, picture))
    {
    }

    public WhatIf(LesionVerdict verdict)
    {
        _verdict = verdict;
        _picture = verdict.Picture;
        _knowledge = verdict.Knowledge;
        var telling = verdict.Workbench.TellingAnswers;
        telling.Begin(verdict);
        telling.AskLevels();
        AskBeyondLevels(telling);
        Try(telling.Answers());
    }

    /// <summary>Whether the finding is unknown and some rule reads it.</summary>
    public bool IsOpen(int finding) => _picture[finding] == FindingState.Unknown && _knowledge.IsAskable(finding);

    /// <summary>The open findings of which an answer would change the type's level, in catalogue order.</summary>
    public IReadOnlyList<Answer> Changes(CalcinosisType type) => _changes[(int)type];

    /// <summary>What an answer to an unknown finding, whichever it is, could do; nothing for a finding that is known or that no test settles.</summary>
    public Effect EffectOf(int finding) => _effects.GetValueOrDefault(finding);

    /// <summary>The type's level after an answer to an open finding.</summary>
    public Certainty LevelOf(CalcinosisType type, int finding, FindingState state)
    {
        foreach (var change in _changes[(int)type])
        {
            if (change.Finding == finding)
                return state == FindingState.Present ? change.Present : change.Absent;
        }

        return _verdict.LevelOf(type);
    }

    private void AskBeyondLevels(TellingAnswers telling)
    {
        foreach (var type in TypeOrder.Types)
        {
            if (_verdict.LevelOf(type) < Certainty.Possible)
                continue;
            foreach (var subtype in _knowledge.Program[type].Subtypes)
            {
                telling.AskMet(subtype.Node);
                if (_verdict.Evaluation.IsMet(subtype.Node))
                    break;
            }
        }

        foreach (var flag in _knowledge.Program.OfKind(RuleKind.RedFlag))
            telling.AskMet(flag.Node);
        foreach (var block in _knowledge.Program.OfKind(RuleKind.Block))
        {
            if (IsAgainstAnOffer(block))
                telling.AskMet(block.Node);
        }
    }

    /// <summary>Tries answers, as many side by side as there are places.</summary>
    private void Try(List<int> answers)
    {
        var variations = _verdict.Workbench.Variations;
        var consequences = new List<(int Finding, FindingState State)>();
        Span<int> tried = stackalloc int[Variations.Places];
        var count = 0;
        foreach (var answer in answers)
        {
            var (finding, state) = AnswerCode.Decode(answer);
            if (!_knowledge.IsAskable(finding) && !_knowledge.IsSettled(finding))
                continue;
            if (count == 0)
                variations.Load(_verdict);
            _picture.Consequences(finding, state, consequences);
            variations.Answer(count, consequences);
            tried[count++] = answer;
            if (count < Variations.Places)
                continue;
            Note(variations, tried);
            count = 0;
        }

        if (count > 0)
            Note(variations, tried[..count]);
    }

    private void Note(Variations variations, ReadOnlySpan<int> answers)
    {
        variations.Run();
        var places = new List<int>();
        foreach (var type in TypeOrder.Types)
        {
            variations.NotAt(type, _verdict.LevelOf(type), answers.Length, places);
            NoteLevels(variations, type, answers, places);
        }

        variations.RunBeyondLevels();
        foreach (var type in TypeOrder.Types)
        {
            if (_verdict.LevelOf(type) < Certainty.Possible)
                continue;
            foreach (var finding in Settled(OtherCause(variations, type), answers))
            {
                ref var effect = ref Effect(finding);
                effect.Causes = effect.Causes.With(type);
            }
        }

        foreach (var finding in Settled(OtherGuard(variations), answers))
            Effect(finding).Guards = true;
    }

    private void NoteLevels(Variations variations, CalcinosisType type, ReadOnlySpan<int> answers, List<int> places)
    {
        var level = _verdict.LevelOf(type);
        var changes = _changes[(int)type];
        foreach (var place in places)
        {
            var (finding, state) = AnswerCode.Decode(answers[place]);
            if (!_knowledge.IsAskable(finding))
                continue;
            var after = variations.LevelOf(type, place);
            if (changes.Count == 0 || changes[^1].Finding != finding)
                changes.Add(new Answer(finding, level, level));
            changes[^1] = state == FindingState.Present ? changes[^1] with { Present = after } : changes[^1] with { Absent = after };
            if (_knowledge.IsSettled(finding))
                Effect(finding).Move(type, level, after);
        }
    }

    private ref Effect Effect(int finding) => ref CollectionsMarshal.GetValueRefOrAddDefault(_effects, finding, out _)!;

    /// <summary>The places in which a type would be put down to another cause.</summary>
    private Vector512<ulong> OtherCause(Variations variations, CalcinosisType type)
    {
        var now = _verdict.SubtypeOf(type)?.Key;
        var left = Vector512<ulong>.AllBitsSet;
        var other = Vector512<ulong>.Zero;
        foreach (var subtype in _knowledge.Program[type].Subtypes)
        {
            var first = variations.Met(subtype.Node) & left;
            left &= ~first;
            if (!string.Equals(subtype.Rule.Key, now, StringComparison.Ordinal))
                other |= first;
            if (left == Vector512<ulong>.Zero)
                break;
        }

        return now is null ? other : other | left;
    }

    /// <summary>The places in which a red flag, or what speaks against a treatment that is offered, would come out otherwise.</summary>
    private Vector512<ulong> OtherGuard(Variations variations)
    {
        var other = Vector512<ulong>.Zero;
        foreach (var flag in _knowledge.Program.OfKind(RuleKind.RedFlag))
            other |= Differs(flag.Node);
        foreach (var block in _knowledge.Program.OfKind(RuleKind.Block))
        {
            if (IsAgainstAnOffer(block))
                other |= Differs(block.Node);
        }

        return other;

        Vector512<ulong> Differs(int node) => _verdict.Evaluation.IsMet(node) ? ~variations.Met(node) : variations.Met(node);
    }

    private bool IsAgainstAnOffer(CompiledRule block)
    {
        foreach (var treatment in block.Against)
        {
            if (_verdict.Evaluation.IsMet(treatment))
                return true;
        }

        return false;
    }

    /// <summary>The findings that a test settles and of which one or both answers lie in some places; those of both come twice.</summary>
    private List<int> Settled(Vector512<ulong> places, ReadOnlySpan<int> answers)
    {
        var found = new List<int>();
        for (var word = 0; word < Vector512<ulong>.Count && word * 64 < answers.Length; word++)
        {
            for (var bits = places.GetElement(word); bits != 0; bits &= bits - 1)
            {
                var place = (word * 64) + BitOperations.TrailingZeroCount(bits);
                if (place < answers.Length && AnswerCode.Decode(answers[place]).Finding is var finding && _knowledge.IsSettled(finding))
                    found.Add(finding);
            }
        }

        return found;
    }
}

/// <summary>What two answers to one open finding would do to the level of a type.</summary>
/// <param name="Finding">The open finding.</param>
/// <param name="Present">The level if it turned out present.</param>
/// <param name="Absent">The level if it turned out absent.</param>
internal readonly record struct Answer(int Finding, Certainty Present, Certainty Absent);

/// <summary>What answers to one unknown finding could do.</summary>
internal record struct Effect
{
    /// <summary>Types that one of the answers raises.</summary>
    public TypeSet Raises { get; set; }

    /// <summary>Types that one of the answers lowers.</summary>
    public TypeSet Lowers { get; set; }

    /// <summary>Types that stand and would be put down to another cause; known only for findings that a test settles.</summary>
    public TypeSet Causes { get; set; }

    /// <summary>Whether a red flag, or what speaks against a treatment, would come out otherwise; known only for findings that a test settles.</summary>
    public bool Guards { get; set; }

    public static Effect operator |(Effect one, Effect other) =>
        new() { Raises = one.Raises | other.Raises, Lowers = one.Lowers | other.Lowers, Causes = one.Causes | other.Causes, Guards = one.Guards || other.Guards };

    /// <summary>Notes that an answer takes a type from one level to another.</summary>
    public void Move(CalcinosisType type, Certainty from, Certainty to)
    {
        if (TypeOrder.Height(to) > TypeOrder.Height(from))
            Raises = Raises.With(type);
        else if (TypeOrder.Height(to) < TypeOrder.Height(from))
            Lowers = Lowers.With(type);
    }
}
