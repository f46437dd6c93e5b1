using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>
/// Rules that speak for the same thing do not repeat each other in silence: where one is met whenever another is, the
/// narrower one says so in <see cref="Rule.Narrows"/>, and what is said there is true.
/// </summary>
internal static class OverlapCheck
{
    public static IEnumerable<RuleProblem> Run(KnowledgeBase knowledge)
    {
        var entailment = new Entailment(knowledge.Program);
        foreach (var narrow in knowledge.Rules)
        {
            foreach (var wide in knowledge.Rules.Where(wide => wide != narrow && SpeakForTheSame(narrow, wide)))
            {
                var same = knowledge.Program.NodeOf(narrow.Id) == knowledge.Program.NodeOf(wide.Id);
                if (narrow.Kind == RuleKind.Criterion && !same)
                    continue;
                // Of two that say exactly the same the later one has to explain itself.
                if (same && string.CompareOrdinal(narrow.Id, wide.Id) < 0)
                    continue;
                if (entailment.Holds(knowledge.Program.NodeOf(narrow.Id), knowledge.Program.NodeOf(wide.Id)) && !narrow.Narrows.Contains(wide.Id))
                    yield return new RuleProblem("subsumed", narrow.Id, $"is met only together with {wide.Id}, which speaks for the same; merge them, or list {wide.Id} under Narrows.");
            }

            foreach (var claimed in narrow.Narrows.Where(claimed => !entailment.Holds(knowledge.Program.NodeOf(narrow.Id), knowledge.Program.NodeOf(claimed))))
                yield return new RuleProblem("narrows-untrue", narrow.Id, $"says that it narrows {claimed}, but it can be met without it.");
        }
    }

    private static bool SpeakForTheSame(Rule a, Rule b) => a.Kind == b.Kind && a.Kind switch
    {
        RuleKind.Cap => a.Effect == b.Effect && a.Level >= b.Level && a.Types.All(b.Types.Contains),
        RuleKind.Against or RuleKind.AlternativeLabel => a.Types.SequenceEqual(b.Types),
        RuleKind.Caution or RuleKind.Test or RuleKind.Treatment => a.Key == b.Key,
        RuleKind.Block => a.Targets.Intersect(b.Targets, StringComparer.Ordinal).Any(),
        RuleKind.RedFlag or RuleKind.Criterion => true,
        _ => false,
    };
}
