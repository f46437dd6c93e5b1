using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>Patients that meet, fail and leave open a rule; null where there is none.</summary>
internal sealed record RuleCases(Rule Rule, Picture? Met, Picture? Unmet, Picture? Unknown);

/// <summary>
/// Every rule can be met, failed and left open. Two kinds are two-valued by design: what always holds, and what only
/// asks whether something is <em>not known</em>.
/// </summary>
internal static class ReachCheck
{
    /// <summary>Checks all rules, or those that are given.</summary>
    public static IEnumerable<RuleProblem> Run(KnowledgeBase knowledge, IReadOnlyList<Rule>? rules = null)
    {
        foreach (var cases in Cases(knowledge, rules))
        {
            if (cases.Met is null)
                yield return new RuleProblem("never-met", cases.Rule.Id, "no patient was found who meets it; its parts may contradict each other.");
            // The lowest rung is what is left when anything is known at all; it may have no opposite.
            if (cases.Unmet is null && !AlwaysHolds(cases.Rule.When) && cases.Rule is not { Kind: RuleKind.Level, Level: Certainty.Unlikely })
                yield return new RuleProblem("never-unmet", cases.Rule.Id, "no patient was found who fails it; it says nothing.");
            if (cases.Unknown is null && !IsTwoValued(knowledge.Program, knowledge.Program.NodeOf(cases.Rule.Id)))
                yield return new RuleProblem("never-unknown", cases.Rule.Id, "no patient was found for whom it is open.");
        }

        foreach (var rule in (rules ?? knowledge.Rules).Where(rule => rule.Kind == RuleKind.Subtype).AsParallel().AsOrdered().Where(rule => !CanName(knowledge, rule)))
            yield return new RuleProblem("never-names", rule.Id, "whenever it is met an earlier subtype names the suggestion.");
    }

    public static IEnumerable<RuleCases> Cases(KnowledgeBase knowledge, IReadOnlyList<Rule>? rules = null) => (rules ?? knowledge.Rules).AsParallel().AsOrdered().Select(rule =>
    {
        var finder = new CaseFinder(knowledge, PossiblePictures.IsPossible);
        return new RuleCases(rule, finder.Find(rule.Id, Outcome.Met), finder.Find(rule.Id, Outcome.Unmet), finder.Find(rule.Id, Outcome.Unknown));
    });

    /// <summary>Some patient meets the subtype and none that is tried before it.</summary>
    private static bool CanName(KnowledgeBase knowledge, Rule rule)
    {
        var earlier = knowledge.Rules.TakeWhile(other => other != rule).Where(other => other.Kind == RuleKind.Subtype && other.Types[0] == rule.Types[0]).Select(other => knowledge.Program.NodeOf(other.Id));
        return new CaseFinder(knowledge, PossiblePictures.IsPossible).Find([(knowledge.Program.NodeOf(rule.Id), Outcome.Met)], [.. earlier]) is not null;
    }

    public static bool AlwaysHolds(Clause clause) => clause is All { Clauses.Count: 0 };

    /// <summary>No finding is read outside an "unless": such a clause is met or unmet, never open.</summary>
    public static bool IsTwoValued(RuleProgram program, int index)
    {
        var node = program.Nodes[index];
        return node.Op switch
        {
            Op.Unless or Op.Contradicted => true,
            Op.Fact or Op.Reaches => false,
            _ => node.Children.All(child => IsTwoValued(program, child)),
        };
    }
}
