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
/// test settles, the cause of the types that stand and what guards a treatment. Found by evaluating every answer.
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
        Try(_knowledge.Settled, beyondLevels: true);
        Try(_knowledge.AskableBesides, beyondLevels: false);
        foreach (var changes in _changes)
            changes.Sort((one, other) => one.Finding.CompareTo(other.Finding));
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

    /// <summary>Tries both answers to the unknown ones of some findings, as many side by side as there are places.</summary>
    private void Try(int[] all, bool beyondLevels)
    {
        var variations = _verdict.Workbench.Variations;
        var consequences = new List<(int Finding, FindingState State)>();
        Span<int> findings = stackalloc int[Variations.Places / 2];
        var count = 0;
        foreach (var finding in all)
        {
            if (_picture[finding] != FindingState.Unknown)
                continue;
            if (count == 0)
                variations.Load(_verdict);
            _picture.Consequences(finding, FindingState.Present, consequences);
            variations.Answer(count * 2, consequences);
            _picture.Consequences(finding, FindingState.Absent, consequences);
            variations.Answer((count * 2) + 1, consequences);
            findings[count++] = finding;
            if (count * 2 < Variations.Places)
                continue;
            Note(variations, findings, beyondLevels);
            count = 0;
        }

        if (count > 0)
            Note(variations, findings[..count], beyondLevels);
    }

    private void Note(Variations variations, ReadOnlySpan<int> findings, bool beyondLevels)
    {
        variations.Run();
        var places = new List<int>();
        foreach (var type in TypeOrder.Types)
        {
            variations.NotAt(type, _verdict.LevelOf(type), findings.Length * 2, places);
            NoteLevels(variations, type, findings, places);
        }

        if (!beyondLevels)
            return;
        variations.RunBeyondLevels();
        foreach (var type in TypeOrder.Types)
        {
            if (_verdict.LevelOf(type) < Certainty.Possible)
                continue;
            foreach (var finding in Where(OtherCause(variations, type), findings))
            {
                ref var effect = ref Effect(finding);
                effect.Causes = effect.Causes.With(type);
            }
        }

        foreach (var finding in Where(OtherGuard(variations), findings))
            Effect(finding).Guards = true;
    }

    private void NoteLevels(Variations variations, CalcinosisType type, ReadOnlySpan<int> findings, List<int> places)
    {
        var level = _verdict.LevelOf(type);
        var changes = _changes[(int)type];
        foreach (var place in places)
        {
            var finding = findings[place / 2];
            if (!_knowledge.IsAskable(finding))
                continue;
            var after = variations.LevelOf(type, place);
            var answer = changes.Count > 0 && changes[^1].Finding == finding ? changes[^1] : new Answer(finding, level, level);
            answer = place % 2 == 0 ? answer with { Present = after } : answer with { Absent = after };
            if (changes.Count > 0 && changes[^1].Finding == finding)
                changes[^1] = answer;
            else
                changes.Add(answer);
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
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in _knowledge.Program.OfKind(RuleKind.Treatment))
        {
            if (_verdict.Evaluation.IsMet(option.Node))
                offered.Add(option.Rule.Key!);
        }

        foreach (var block in _knowledge.Program.OfKind(RuleKind.Block))
        {
            var differs = Differs(block.Node);
            if (differs != Vector512<ulong>.Zero && block.Rule.Targets.Any(offered.Contains))
                other |= differs;
        }

        return other;

        Vector512<ulong> Differs(int node) => _verdict.Evaluation.IsMet(node) ? ~variations.Met(node) : variations.Met(node);
    }

    /// <summary>The findings of which one or both answers lie in some places.</summary>
    private static List<int> Where(Vector512<ulong> places, ReadOnlySpan<int> findings)
    {
        var found = new List<int>();
        for (var word = 0; word < Vector512<ulong>.Count && word * 32 < findings.Length; word++)
        {
            var bits = places.GetElement(word);
            for (var pairs = (bits | (bits >> 1)) & 0x5555_5555_5555_5555; pairs != 0; pairs &= pairs - 1)
            {
                var index = (word * 32) + (BitOperations.TrailingZeroCount(pairs) / 2);
                if (index < findings.Length)
                    found.Add(findings[index]);
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
