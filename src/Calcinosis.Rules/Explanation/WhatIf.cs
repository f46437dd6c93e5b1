using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>The level of every type if one unknown finding turned out present, or absent. Found by evaluating every answer.</summary>
internal sealed class WhatIf
{
    private readonly Picture _picture;
    private readonly KnowledgeBase _knowledge;
    private readonly List<Answer>[] _changes = [.. TypeOrder.All.Select(_ => new List<Answer>())];
    private readonly Certainty[] _levels;

    public WhatIf(KnowledgeBase knowledge, Picture picture)
        : this(LesionVerdict.Of(knowledge, picture))
    {
    }

    public WhatIf(LesionVerdict verdict)
    {
        _picture = verdict.Picture;
        _knowledge = verdict.Knowledge;
        _levels = [.. TypeOrder.All.Select(verdict.LevelOf)];
        var findings = new List<int>(Variations.Places / 2);
        var consequences = new List<(int Finding, FindingState State)>();
        var variations = verdict.Workbench.Variations;
        foreach (var finding in _knowledge.Askable)
        {
            if (_picture[finding] != FindingState.Unknown)
                continue;
            if (findings.Count == 0)
                variations.Load(verdict);
            foreach (var state in (ReadOnlySpan<FindingState>)[FindingState.Present, FindingState.Absent])
            {
                _picture.Consequences(finding, state, consequences);
                variations.Answer((findings.Count * 2) + (state == FindingState.Present ? 0 : 1), consequences);
            }

            findings.Add(finding);
            if (findings.Count * 2 == Variations.Places)
                Note(variations, findings);
        }

        if (findings.Count > 0)
            Note(variations, findings);
    }

    /// <summary>Whether the finding is unknown and some rule reads it.</summary>
    public bool IsOpen(int finding) => _picture[finding] == FindingState.Unknown && _knowledge.IsAskable(finding);

    /// <summary>The open findings of which an answer would change the type's level, in catalogue order.</summary>
    public IReadOnlyList<Answer> Changes(CalcinosisType type) => _changes[(int)type];

    /// <summary>The type's level after an answer to an open finding.</summary>
    public Certainty LevelOf(CalcinosisType type, int finding, FindingState state)
    {
        foreach (var change in _changes[(int)type])
        {
            if (change.Finding == finding)
                return state == FindingState.Present ? change.Present : change.Absent;
        }

        return _levels[(int)type];
    }

    private void Note(Variations variations, List<int> findings)
    {
        variations.Run();
        var places = new List<int>();
        foreach (var type in TypeOrder.Types)
        {
            var level = _levels[(int)type];
            var changes = _changes[(int)type];
            variations.NotAt(type, level, findings.Count * 2, places);
            foreach (var place in places)
            {
                var finding = findings[place / 2];
                var answer = changes.Count > 0 && changes[^1].Finding == finding ? changes[^1] : new Answer(finding, level, level);
                answer = place % 2 == 0 ? answer with { Present = variations.LevelOf(type, place) } : answer with { Absent = variations.LevelOf(type, place) };
                if (changes.Count > 0 && changes[^1].Finding == finding)
                    changes[^1] = answer;
                else
                    changes.Add(answer);
            }
        }

        findings.Clear();
    }
}

/// <summary>What two answers to one open finding would do to the level of a type.</summary>
/// <param name="Finding">The open finding.</param>
/// <param name="Present">The level if it turned out present.</param>
/// <param name="Absent">The level if it turned out absent.</param>
internal readonly record struct Answer(int Finding, Certainty Present, Certainty Absent);
