using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// What is missing: every unknown whose answer alone changes the level and, where none raises it, one smallest set of
/// answers that does. Each promise was kept once already: it is what the evaluation said.
/// </summary>
internal sealed class MissingFindings(LesionVerdict verdict, WhatIf whatIf)
{
    private const int LargestSet = 4;
    private readonly SmallestAnswer _smallest = new(verdict);

    public IReadOnlyList<MissingFinding> Find(CalcinosisType type)
    {
        var level = verdict.LevelOf(type);
        var answers = whatIf.Changes(type);
        var lines = new List<MissingFinding>(answers.Count);
        var raises = false;
        foreach (var answer in InOrder(answers, level))
        {
            lines.Add(Single(answer.Finding, level, answer.Present, answer.Absent));
            raises |= TypeOrder.Height(answer.Present) > TypeOrder.Height(level) || TypeOrder.Height(answer.Absent) > TypeOrder.Height(level);
        }

        if (level != Certainty.Excluded && !raises)
            lines.AddRange(Together(type, level));
        return lines;
    }

    /// <summary>What moves the level farthest first, then what a test settles, then by finding.</summary>
    private Answer[] InOrder(IReadOnlyList<Answer> answers, Certainty level)
    {
        var catalogue = verdict.Picture.Catalogue;
        var order = answers.ToArray();
        Array.Sort(order, (a, b) =>
        {
            var by = Farthest(b).CompareTo(Farthest(a));
            if (by == 0)
                by = (catalogue[a.Finding].Test is null).CompareTo(catalogue[b.Finding].Test is null);
            return by != 0 ? by : string.CompareOrdinal(catalogue[a.Finding].Id, catalogue[b.Finding].Id);
        });
        return order;

        int Farthest(Answer answer) => Math.Max(Distance(answer.Present, level), Distance(answer.Absent, level));
    }

    private static int Distance(Certainty to, Certainty from) => Math.Abs(TypeOrder.Height(to) - TypeOrder.Height(from));

    private MissingFinding Single(int finding, Certainty level, Certainty present, Certainty absent)
    {
        var definition = verdict.Picture.Catalogue[finding];
        return new MissingFinding
        {
            Finding = definition.Id,
            IfPresent = present != level ? present : null,
            IfAbsent = absent != level ? absent : null,
            Text = definition.Label,
        };
    }

    private List<MissingFinding> Together(CalcinosisType type, Certainty level)
    {
        foreach (var target in new[] { Certainty.Possible, Certainty.Probable, Certainty.Established })
        {
            if (target <= level || verdict.Knowledge.Program[type].Rungs[(int)target] is not { } rung || !verdict.Evaluation.IsUnknown(rung.Node))
                continue;
            var needs = _smallest.For(rung.Node);
            if (needs is null || needs.Count is < 2 or > LargestSet)
                continue;
            var reached = verdict.PassingOfSimilar(verdict.Picture.With(needs)).LevelOf(type);
            if (TypeOrder.Height(reached) <= TypeOrder.Height(level))
                continue;
            var all = needs.Select(need => (verdict.Picture.Catalogue[need.Finding], need.State)).OrderBy(need => need.Item1.Id, StringComparer.Ordinal).ToArray();
            return [.. all.Select(need => new MissingFinding
            {
                Finding = need.Item1.Id,
                Needed = need.State,
                IfPresent = need.State == FindingState.Present ? reached : null,
                IfAbsent = need.State == FindingState.Absent ? reached : null,
                Together = [.. all.Where(other => other.Item1.Id != need.Item1.Id).Select(other => other.Item1.Id)],
                Text = EvidenceText.Label(need.Item1, need.State),
            })];
        }

        return [];
    }
}
