using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Inference;

namespace Calcinosis.Rules.Knowledge.Check;

/// <summary>Ids, references and words that can be read off the list of rules.</summary>
internal static class StructureCheck
{
    public static IEnumerable<RuleProblem> Run(KnowledgeParts parts) => [.. Ids(parts), .. References(parts), .. Words(parts)];

    private static IEnumerable<RuleProblem> Ids(KnowledgeParts parts) =>
        parts.Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new RuleProblem("duplicate-id", group.Key, $"{group.Count()} rules have this id; an id names one rule."));

    private static IEnumerable<RuleProblem> References(KnowledgeParts parts)
    {
        var rules = parts.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var treatments = parts.Rules.Where(rule => rule.Kind == RuleKind.Treatment).Select(rule => rule.Key!).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in parts.Rules)
        {
            foreach (var clause in All(rule.When))
            {
                if (clause is Fact fact && !parts.Catalogue.Contains(fact.Finding))
                    yield return new RuleProblem("unknown-finding", rule.Id, $"reads the finding '{fact.Finding}', which the catalogue does not have.");
                if (clause is Holds holds && !rules.Contains(holds.Rule))
                    yield return new RuleProblem("unknown-rule", rule.Id, $"reads the rule '{holds.Rule}', which does not exist.");
                if (clause is Unless { Name: { } name } && !AssumptionTexts.Has(name, rule) && !parts.Catalogue.Contains(name))
                    yield return new RuleProblem("assumption-without-words", rule.Id, $"may assume '{name}', for which there are no words.");
            }

            if (rule.Kind == RuleKind.Test)
            {
                foreach (var target in rule.Targets.Where(target => !parts.Catalogue.Contains(target)))
                    yield return new RuleProblem("unknown-finding", rule.Id, $"would settle the finding '{target}', which the catalogue does not have.");
            }

            if (rule.Kind == RuleKind.Block)
            {
                foreach (var target in rule.Targets.Where(target => !treatments.Contains(target)))
                    yield return new RuleProblem("unknown-treatment", rule.Id, $"speaks against the treatment '{target}', which no rule offers.");
            }

            foreach (var narrowed in rule.Narrows.Where(narrowed => !rules.Contains(narrowed)))
                yield return new RuleProblem("unknown-rule", rule.Id, $"narrows the rule '{narrowed}', which does not exist.");
        }
    }

    private static IEnumerable<RuleProblem> Words(KnowledgeParts parts)
    {
        foreach (var rule in parts.Rules)
        {
            if (string.IsNullOrWhiteSpace(rule.Title))
                yield return new RuleProblem("no-title", rule.Id, "has no title.");
            if (string.IsNullOrWhiteSpace(rule.Text) && rule.Kind is not (RuleKind.Level or RuleKind.Subtype))
                yield return new RuleProblem("no-text", rule.Id, "has no line for the reader.");
            if (rule.Kind == RuleKind.Block && rule.Targets.Count == 0)
                yield return new RuleProblem("no-target", rule.Id, "speaks against no treatment.");
            if (rule.Kind is RuleKind.Level or RuleKind.Subtype or RuleKind.Against or RuleKind.Cap && rule.Types.Count == 0)
                yield return new RuleProblem("no-type", rule.Id, "speaks of no type.");
        }
    }

    /// <summary>The clause and all clauses below it.</summary>
    public static IEnumerable<Clause> All(Clause clause) => clause.Children.SelectMany(All).Prepend(clause);
}
