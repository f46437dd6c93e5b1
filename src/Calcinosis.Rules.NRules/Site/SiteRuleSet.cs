using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace Calcinosis.Rules.NRules.Site;

/// <summary>The site's rules, built and compiled once; a rule that cannot be is refused by name.</summary>
internal sealed class SiteRuleSet
{
    private readonly HashSet<Type> _matched = [];

    public SiteRuleSet(IEnumerable<Rule> rules)
    {
        var factory = new RuleDefinitionFactory();
        var definitions = rules.Select(rule => Build(factory, rule)).ToList();
        if (definitions.GroupBy(definition => definition.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SiteRuleException(twice.Key, "two rules have this name, so nobody could tell which one spoke; give each its own with [Name]");
        var shape = new RuleShape();
        foreach (var definition in definitions)
            shape.Visit(_matched, definition);
        OneAtATime = shape.Flattens;
        try
        {
            Sessions = new RuleCompiler().Compile(definitions);
        }
        catch (RuleCompilationException error)
        {
            throw new SiteRuleException(error.RuleName, "NRules cannot compile it", error);
        }
    }

    public ISessionFactory Sessions { get; }

    /// <summary>
    /// NRules 1.0.4 fills a table that all sessions share when a query flattens (SelectMany), without a lock; such rules
    /// run for one patient at a time.
    /// </summary>
    public bool OneAtATime { get; }

    /// <summary>Whether some rule can match a kind of fact.</summary>
    public bool Matches(Type fact) => _matched.Any(type => type.IsAssignableFrom(fact));

    private static IRuleDefinition Build(RuleDefinitionFactory factory, Rule rule)
    {
        IRuleDefinition definition;
        try
        {
            definition = factory.Create(rule);
        }
        catch (RuleDefinitionException error)
        {
            throw new SiteRuleException(new RuleMetadata(rule.GetType()).Name, "its definition is wrong", error);
        }

        return string.IsNullOrWhiteSpace(definition.Name) ? throw new SiteRuleException(rule.GetType().FullName!, "it has an empty name") : definition;
    }

    /// <summary>The types of facts that patterns match, and whether something flattens.</summary>
    private sealed class RuleShape : RuleElementVisitor<HashSet<Type>>
    {
        public bool Flattens { get; private set; }

        protected override PatternElement VisitPattern(HashSet<Type> context, PatternElement element)
        {
            if (element.Source is null)
                context.Add(element.ValueType);
            return base.VisitPattern(context, element);
        }

        protected override RuleElement VisitAggregate(HashSet<Type> context, AggregateElement element)
        {
            Flattens |= element.Name == AggregateElement.FlattenName;
            return base.VisitAggregate(context, element);
        }
    }
}
