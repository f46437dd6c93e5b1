using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Tests and questions that can change the answer: those whose result, tried out, moves the level of some type, or, for
/// tests that guard a treatment, changes a red flag or what speaks against a treatment.
/// </summary>
internal sealed class WorkupAdvice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions)
{
    public IReadOnlyList<WorkupItem> Items()
    {
        var items = new List<WorkupItem>();
        var tried = lesions.Select(lesion => (lesion, whatIf: new WhatIf(knowledge, lesion.Verdict.Picture))).ToArray();
        foreach (var rule in knowledge.Rules.Where(rule => rule.Kind == RuleKind.Test))
        {
            var raises = new SortedSet<CalcinosisType>();
            var lowers = new SortedSet<CalcinosisType>();
            var guards = false;
            foreach (var (lesion, whatIf) in tried.Where(entry => entry.lesion.Verdict.IsMet(rule.Id)))
            {
                Answers(rule, lesion, whatIf, raises, lowers);
                Overturns(rule, lesion, raises, lowers);
                guards |= rule.ForSafety && raises.Count + lowers.Count == 0 && Guards(rule, lesion);
            }

            if (raises.Count + lowers.Count == 0 && !guards)
                continue;
            items.Add(new WorkupItem(rule.Id, rule.Key!, rule.Priority, rule.Text, [.. raises], [.. lowers], [.. raises.Union(lowers).Order()], rule.Remark, rule.Sources, rule.Status));
        }

        return [.. items.GroupBy(item => item.Test, StringComparer.Ordinal).Select(group => group.OrderBy(item => item.Priority).First())
            .OrderBy(item => item.Priority).ThenBy(item => item.Test, StringComparer.Ordinal)];
    }

    private void Answers(Rule rule, LesionResult lesion, WhatIf whatIf, SortedSet<CalcinosisType> raises, SortedSet<CalcinosisType> lowers)
    {
        foreach (var target in rule.Targets)
        {
            if (!knowledge.Catalogue.TryIndexOf(target, out var finding) || !whatIf.Open.Contains(finding))
                continue;
            foreach (var type in TypeOrder.All)
            {
                foreach (var state in new[] { FindingState.Present, FindingState.Absent })
                    Note(type, lesion.Verdict.LevelOf(type), whatIf.LevelOf(type, finding, state), raises, lowers);
            }
        }
    }

    /// <summary>A better test may overrule what is known now.</summary>
    private void Overturns(Rule rule, LesionResult lesion, SortedSet<CalcinosisType> raises, SortedSet<CalcinosisType> lowers)
    {
        foreach (var answer in rule.Overturns)
        {
            var after = LesionVerdict.Of(knowledge, lesion.Verdict.Picture.With(answer.Select(state => (knowledge.Catalogue.IndexOf(state.Finding), state.State))));
            foreach (var type in TypeOrder.All)
                Note(type, lesion.Verdict.LevelOf(type), after.LevelOf(type), raises, lowers);
        }
    }

    private bool Guards(Rule rule, LesionResult lesion)
    {
        foreach (var target in rule.Targets)
        {
            if (!knowledge.Catalogue.TryIndexOf(target, out var finding) || lesion.Verdict.Picture[finding] != FindingState.Unknown)
                continue;
            foreach (var state in new[] { FindingState.Present, FindingState.Absent })
            {
                var after = LesionVerdict.Of(knowledge, lesion.Verdict.Picture.With(finding, state));
                if (knowledge.Rules.Any(other => Matters(other, lesion.Verdict) && after.IsMet(other.Id) != lesion.Verdict.IsMet(other.Id)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Red flags always matter; a block only when its treatment is offered.</summary>
    private bool Matters(Rule rule, LesionVerdict verdict) =>
        rule.Kind == RuleKind.RedFlag
        || (rule.Kind == RuleKind.Block && knowledge.Rules.Any(option => option.Kind == RuleKind.Treatment && rule.Targets.Contains(option.Key!) && verdict.IsMet(option.Id)));

    private static void Note(CalcinosisType type, Certainty before, Certainty after, SortedSet<CalcinosisType> raises, SortedSet<CalcinosisType> lowers)
    {
        if (Height(after) > Height(before))
            raises.Add(type);
        else if (Height(after) < Height(before))
            lowers.Add(type);
    }

    private static int Height(Certainty level) => level == Certainty.Excluded ? -1 : (int)level;
}
