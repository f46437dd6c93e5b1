using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.Explanation;

/// <summary>
/// Tests and questions that can change the answer: those whose result, tried out, moves the level of some type, names
/// another cause of one that stands, or, for tests that guard a treatment, changes a red flag or what speaks against it.
/// </summary>
internal sealed class WorkupAdvice(KnowledgeBase knowledge, IReadOnlyList<LesionResult> lesions)
{
    public IReadOnlyList<WorkupItem> Items()
    {
        var items = new List<WorkupItem>();
        foreach (var fired in FiredRule.Of(RuleKind.Test, knowledge, lesions))
        {
            var rule = fired.Rule;
            TypeSet raises = default, lowers = default, names = default;
            var guards = false;
            foreach (var lesion in fired.Lesions)
            {
                var effect = Effects(fired.Compiled.Settles, lesion.WhatIf) | Overturns(fired.Compiled, lesion);
                (raises, lowers) = (raises | effect.Raises, lowers | effect.Lowers);
                if ((raises | lowers).IsEmpty)
                    names |= effect.Causes;
                guards |= rule.ForSafety && (raises | lowers | names).IsEmpty && effect.Guards;
            }

            if ((raises | lowers | names).IsEmpty && !guards)
                continue;
            AddMostPressing(items, new WorkupItem(rule.Id, rule.Key!, rule.Priority, rule.Text, raises.ToArray(), lowers.ToArray(), (raises | lowers | names).ToArray(), rule.Remark, rule.Sources, rule.Status));
        }

        items.Sort((one, other) => one.Priority != other.Priority ? one.Priority.CompareTo(other.Priority) : string.CompareOrdinal(one.Test, other.Test));
        return items;
    }

    /// <summary>One item a test: the most pressing one, or the first of equals.</summary>
    private static void AddMostPressing(List<WorkupItem> items, WorkupItem item)
    {
        var place = items.FindIndex(known => string.Equals(known.Test, item.Test, StringComparison.Ordinal));
        if (place < 0)
            items.Add(item);
        else if (item.Priority < items[place].Priority)
            items[place] = item;
    }

    /// <summary>What the answers to all that a test would settle could do.</summary>
    private static Effect Effects(int[] findings, WhatIf whatIf)
    {
        var all = default(Effect);
        foreach (var finding in findings)
            all |= whatIf.EffectOf(finding);
        return all;
    }

    /// <summary>A better test may overrule what is known now.</summary>
    private static Effect Overturns(CompiledRule rule, LesionResult lesion)
    {
        var effect = default(Effect);
        var trials = lesion.Verdict.Workbench.LevelTrials;
        for (var first = 0; first < rule.Overturns.Length; first += LevelTrials.Most)
        {
            trials.Begin();
            var answers = rule.Overturns.AsSpan(first, Math.Min(LevelTrials.Most, rule.Overturns.Length - first));
            foreach (var answer in answers)
                trials.With(lesion.Verdict.Picture, answer);
            trials.Run();
            for (var number = 0; number < answers.Length; number++)
            {
                foreach (var type in TypeOrder.Types)
                    effect.Move(type, lesion.Verdict.LevelOf(type), trials.LevelOf(type, number));
            }
        }

        return effect;
    }
}
