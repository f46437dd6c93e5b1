using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Tests and questions that can change the answer: those whose result, tried out, moves the level of some type, names
/// another cause of one that stands, or, for tests that guard a treatment, changes a red flag or what speaks against it.
/// </summary>
internal sealed class WorkupAdvice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions)
{
    private readonly Dictionary<LesionVerdict, List<int>> _guarding = [];

    public IReadOnlyList<WorkupItem> Items()
    {
        var items = new List<WorkupItem>();
        foreach (var fired in FiredRule.Of(RuleKind.Test, knowledge, lesions))
        {
            var rule = fired.Rule;
            var raises = new SortedSet<CalcinosisType>();
            var lowers = new SortedSet<CalcinosisType>();
            var names = new SortedSet<CalcinosisType>();
            var guards = false;
            foreach (var lesion in fired.Lesions)
            {
                Answers(rule, lesion, raises, lowers);
                Overturns(rule, lesion, raises, lowers);
                if (raises.Count + lowers.Count == 0)
                    Causes(rule, lesion, names);
                guards |= rule.ForSafety && raises.Count + lowers.Count + names.Count == 0 && Guards(rule, lesion);
            }

            if (raises.Count + lowers.Count + names.Count == 0 && !guards)
                continue;
            items.Add(new WorkupItem(rule.Id, rule.Key!, rule.Priority, rule.Text, [.. raises], [.. lowers], [.. raises.Union(lowers).Union(names).Order()], rule.Remark, rule.Sources, rule.Status));
        }

        return [.. items.GroupBy(item => item.Test, StringComparer.Ordinal).Select(group => group.OrderBy(item => item.Priority).First())
            .OrderBy(item => item.Priority).ThenBy(item => item.Test, StringComparer.Ordinal)];
    }

    private void Answers(Rule rule, LesionResult lesion, SortedSet<CalcinosisType> raises, SortedSet<CalcinosisType> lowers)
    {
        foreach (var target in rule.Targets)
        {
            if (!knowledge.Catalogue.TryIndexOf(target, out var finding) || !lesion.WhatIf.IsOpen(finding))
                continue;
            foreach (var type in TypeOrder.All)
            {
                foreach (var state in new[] { FindingState.Present, FindingState.Absent })
                    Note(type, lesion.Verdict.LevelOf(type), lesion.WhatIf.LevelOf(type, finding, state), raises, lowers);
            }
        }
    }

    /// <summary>A better test may overrule what is known now.</summary>
    private void Overturns(Rule rule, LesionResult lesion, SortedSet<CalcinosisType> raises, SortedSet<CalcinosisType> lowers)
    {
        foreach (var answer in rule.Overturns)
        {
            var after = lesion.Verdict.PassingOfSimilar(lesion.Verdict.Picture.With(answer.Select(state => (knowledge.Catalogue.IndexOf(state.Finding), state.State))));
            foreach (var type in TypeOrder.All)
                Note(type, lesion.Verdict.LevelOf(type), after.LevelOf(type), raises, lowers);
        }
    }

    /// <summary>Types that stand and would be put down to another cause.</summary>
    private void Causes(Rule rule, LesionResult lesion, SortedSet<CalcinosisType> names)
    {
        foreach (var after in Answered(rule, lesion))
        {
            foreach (var type in TypeOrder.All.Where(type => lesion.Verdict.LevelOf(type) >= Certainty.Possible))
            {
                if (after.SubtypeOf(type)?.Key != lesion.Verdict.SubtypeOf(type)?.Key)
                    names.Add(type);
            }
        }
    }

    /// <summary>What would be if one unknown target were present, or absent; each verdict is valid until the next.</summary>
    private IEnumerable<LesionVerdict> Answered(Rule rule, LesionResult lesion)
    {
        foreach (var target in rule.Targets)
        {
            if (!knowledge.Catalogue.TryIndexOf(target, out var finding) || lesion.Verdict.Picture[finding] != FindingState.Unknown)
                continue;
            foreach (var state in new[] { FindingState.Present, FindingState.Absent })
                yield return lesion.Verdict.PassingOfSimilar(lesion.Verdict.Picture.With(finding, state));
        }
    }

    private bool Guards(Rule rule, LesionResult lesion) =>
        Answered(rule, lesion).Any(after => Guarding(lesion.Verdict).Exists(node => after.Evaluation.IsMet(node) != lesion.Verdict.Evaluation.IsMet(node)));

    /// <summary>Red flags always matter; a block only when its treatment is offered.</summary>
    private List<int> Guarding(LesionVerdict verdict)
    {
        if (_guarding.TryGetValue(verdict, out var known))
            return known;
        var offered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in knowledge.Program.OfKind(RuleKind.Treatment))
        {
            if (verdict.Evaluation.IsMet(option.Node))
                offered.Add(option.Rule.Key!);
        }

        var nodes = new List<int>();
        foreach (var flag in knowledge.Program.OfKind(RuleKind.RedFlag))
            nodes.Add(flag.Node);
        foreach (var block in knowledge.Program.OfKind(RuleKind.Block))
        {
            if (block.Rule.Targets.Any(offered.Contains))
                nodes.Add(block.Node);
        }

        return _guarding[verdict] = nodes;
    }

    private static void Note(CalcinosisType type, Certainty before, Certainty after, SortedSet<CalcinosisType> raises, SortedSet<CalcinosisType> lowers)
    {
        if (Height(after) > Height(before))
            raises.Add(type);
        else if (Height(after) < Height(before))
            lowers.Add(type);
    }

    private static int Height(Certainty level) => level == Certainty.Excluded ? -1 : (int)level;
}
