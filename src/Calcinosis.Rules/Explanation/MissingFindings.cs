using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// What is missing: every unknown whose answer alone changes the level and, where none raises it, one smallest set of
/// answers that does. Each promise was kept once already: it is what the evaluation said.
/// </summary>
internal sealed class MissingFindings(LesionVerdict verdict, WhatIf whatIf)
{
    private static readonly Certainty[] Targets = [Certainty.Possible, Certainty.Probable, Certainty.Established];
    private const int NoTest = byte.MaxValue;
    private readonly FindingCatalogue _catalogue = verdict.Picture.Catalogue;
    private SmallestAnswer? _smallest;

    public IReadOnlyList<MissingFinding> Find(CalcinosisType type)
    {
        var level = verdict.LevelOf(type);
        var answers = whatIf.Changes(type);
        var lines = new List<MissingFinding>(answers.Count);
        var raises = AddInOrder(answers, level, lines);
        if (level != Certainty.Excluded && !raises)
            lines.AddRange(Together(type, level));
        return lines;
    }

    /// <summary>
    /// What moves the level farthest first, then what the most urgent work-up of this patient would tell, then by finding, the order in
    /// which they come. True when one of them raises the level.
    /// </summary>
    private bool AddInOrder(IReadOnlyList<Answer> answers, Certainty level, List<MissingFinding> lines)
    {
        var order = new int[answers.Count];
        var keys = new long[answers.Count];
        var raises = false;
        for (var i = 0; i < order.Length; i++)
        {
            var answer = answers[i];
            order[i] = i;
            keys[i] = (((((long)TypeOrder.LevelCount - Farthest(answer, level)) << 8) | (long)PriorityOf(answer.Finding)) << 32) | (uint)i;
            raises |= TypeOrder.Height(answer.Present) > TypeOrder.Height(level) || TypeOrder.Height(answer.Absent) > TypeOrder.Height(level);
        }

        Array.Sort(keys, order);
        foreach (var i in order)
            lines.Add(verdict.Knowledge.Lines.Missing(answers[i].Finding, answers[i].Present != level ? answers[i].Present : null, answers[i].Absent != level ? answers[i].Absent : null));
        return raises;
    }

    /// <summary>Priority of the first test or question that applies to this patient and would tell; after all of them when there is none.</summary>
    private int PriorityOf(int finding)
    {
        var first = NoTest;
        foreach (var test in verdict.Knowledge.TestsFor(finding))
        {
            if (test.Rule.Priority < first && verdict.Evaluation.IsMet(test.Node))
                first = test.Rule.Priority;
        }

        return first;
    }

    private static int Farthest(Answer answer, Certainty level) => Math.Max(Distance(answer.Present, level), Distance(answer.Absent, level));

    private static int Distance(Certainty to, Certainty from) => Math.Abs(TypeOrder.Height(to) - TypeOrder.Height(from));

    private List<MissingFinding> Together(CalcinosisType type, Certainty level)
    {
        foreach (var target in Targets)
        {
            if (target <= level || verdict.Knowledge.Program[type].Rungs[(int)target] is not { } rung || !verdict.Evaluation.IsUnknown(rung.Node))
                continue;
            var needs = (_smallest ??= new SmallestAnswer(verdict)).For(rung.Node);
            if (needs.Count < 2)
                continue;
            var reached = LevelWith(needs, type);
            if (TypeOrder.Height(reached) > TypeOrder.Height(level))
                return Lines(needs, reached);
        }

        return [];
    }

    private Certainty LevelWith(FewAnswers needs, CalcinosisType type)
    {
        var trials = verdict.Workbench.LevelTrials;
        trials.Begin();
        var with = trials.With(verdict.Picture, needs.ToArray());
        trials.Run();
        return trials.LevelOf(type, with);
    }

    private List<MissingFinding> Lines(FewAnswers needs, Certainty reached)
    {
        var all = new (FindingDefinition Finding, FindingState State)[needs.Count];
        for (var place = 0; place < all.Length; place++)
            all[place] = (_catalogue[needs[place].Finding], needs[place].State);
        Array.Sort(all, (one, other) => string.CompareOrdinal(one.Finding.Id, other.Finding.Id));
        return [.. all.Select(need => new MissingFinding
        {
            Finding = need.Finding.Id,
            Needed = need.State,
            IfPresent = need.State == FindingState.Present ? reached : null,
            IfAbsent = need.State == FindingState.Absent ? reached : null,
            Together = [.. all.Where(other => other.Finding != need.Finding).Select(other => other.Finding.Id)],
            Text = EvidenceText.Label(need.Finding, need.State),
        })];
    }
}
