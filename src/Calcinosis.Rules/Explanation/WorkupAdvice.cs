using Calcinosis.Rules.Classification;
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
                var effect = Effects(fired.Settles, lesion.WhatIf) | Overturns(rule, lesion);
                (raises, lowers) = (raises | effect.Raises, lowers | effect.Lowers);
                if ((raises | lowers).IsEmpty)
                    names |= effect.Causes;
                guards |= rule.ForSafety && (raises | lowers | names).IsEmpty && effect.Guards;
            }

            if ((raises | lowers | names).IsEmpty && !guards)
                continue;
            items.Add(new WorkupItem(rule.Id, rule.Key!, rule.Priority, rule.Text, raises.ToArray(), lowers.ToArray(), (raises | lowers | names).ToArray(), rule.Remark, rule.Sources, rule.Status));
        }

        return [.. items.GroupBy(item => item.Test, StringComparer.Ordinal).Select(group => group.OrderBy(item => item.Priority).First())
            .OrderBy(item => item.Priority).ThenBy(item => item.Test, StringComparer.Ordinal)];
    }

    /// <summary>What the answers to all that a test would settle could do.</summary>
    private static Effect Effects(int[] findings, WhatIf whatIf)
    {
        var all = default(Effect);
        foreach (var finding in findings)
        {
            all |= whatIf.EffectOf(finding);
        }

        return all;
    }

    /// <summary>A better test may overrule what is known now.</summary>
    private Effect Overturns(Rule rule, LesionResult lesion)
    {
        var effect = default(Effect);
        foreach (var answer in rule.Overturns)
        {
            var after = lesion.Verdict.PassingOfSimilar(lesion.Verdict.Picture.With(answer.Select(state => (knowledge.Catalogue.IndexOf(state.Finding), state.State))));
            foreach (var type in TypeOrder.Types)
                effect.Move(type, lesion.Verdict.LevelOf(type), after.LevelOf(type));
        }

        return effect;
    }
}
