using System.Linq.Expressions;
using NRules.RuleModel.Builders;

namespace Calcinosis.Rules.NRules.Catalogue;

/// <summary>The few forms of conditions that the catalogue needs in NRules' rule model.</summary>
internal static class Patterns
{
    /// <summary>The clause has the outcome.</summary>
    public static void Match(GroupBuilder group, ClauseFact fact, string name)
    {
        var pattern = group.Pattern(typeof(ClauseFact), name);
        Conditions(pattern, fact, name);
    }

    /// <summary>The clause does not have the outcome, known or not: negation as failure.</summary>
    public static void NoMatch(GroupBuilder group, ClauseFact fact, string name) =>
        Conditions(group.Not().Pattern(typeof(ClauseFact), name), fact, name);

    /// <summary>Any session.</summary>
    public static void Always(GroupBuilder group) => group.Pattern(typeof(PictureFact), "picture");

    /// <summary>Enough of some clauses have an outcome.</summary>
    public static void Enough(GroupBuilder group, Tally tally)
    {
        Expression<Func<ClauseFact, bool>> counts = fact => tally.Counts(fact.Number);
        Expression<Func<IEnumerable<ClauseFact>, bool>> enough = facts => tally.Reached(facts);
        Collect(group, "facts", counts).Condition(enough);
    }

    /// <summary>All facts that meet a condition, as one collection; empty when there are none.</summary>
    public static PatternBuilder Collect(GroupBuilder group, string name, Expression<Func<ClauseFact, bool>> condition)
    {
        var collection = group.Pattern(typeof(IEnumerable<ClauseFact>), name);
        var aggregate = collection.Aggregate();
        aggregate.Collect();
        aggregate.Pattern(typeof(ClauseFact), condition.Parameters[0].Name).Condition(condition);
        return collection;
    }

    private static void Conditions(PatternBuilder pattern, ClauseFact fact, string name)
    {
        var parameter = Expression.Parameter(typeof(ClauseFact), name);
        pattern.Condition(Is(parameter, nameof(ClauseFact.Room), fact.Room));
        pattern.Condition(Is(parameter, nameof(ClauseFact.Shelf), fact.Shelf));
        pattern.Condition(Is(parameter, nameof(ClauseFact.Row), fact.Row));
        pattern.Condition(Is(parameter, nameof(ClauseFact.Number), fact.Number));
    }

    private static LambdaExpression Is(ParameterExpression fact, string property, int value) =>
        Expression.Lambda(Expression.Equal(Expression.Property(fact, property), Expression.Constant(value)), fact);
}
