using System.Collections;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.NRules.Facts;
using NRules.RuleModel;

namespace Calcinosis.Rules.NRules.Site;

/// <summary>
/// The facts of a match as an assessment shows them. What stood under "not" or "exists" is not known to NRules' match, and
/// the other side of an "or" is empty there: neither is shown.
/// </summary>
internal static class MatchedFacts
{
    public static IReadOnlyList<SiteMatch> Of(IMatch match) => [.. match.Facts.SelectMany(fact => Facts(fact.Value)).Distinct(ByContent.Instance)];

    public static IReadOnlyList<SiteMatch> Union(IEnumerable<SiteAddition> additions) => [.. additions.SelectMany(addition => addition.Matched).Distinct(ByContent.Instance)];

    private static IEnumerable<SiteMatch> Facts(object? value) => value switch
    {
        null => [],
        CalcinosisFact fact => [new SiteMatch(fact.Name, fact.Text, fact.From)],
        AdditionFact addition => [new SiteMatch("addition of " + addition.Addition.Rule, addition.Addition.Text, [])],
        string text => [new SiteMatch("value", text, [])],
        IEnumerable many => many.Cast<object?>().SelectMany(Facts),
        _ => [new SiteMatch(value.GetType().Name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "", [])],
    };

    /// <summary>Records compare lists by reference; two matches of one fact are the same line.</summary>
    private sealed class ByContent : IEqualityComparer<SiteMatch>
    {
        public static readonly ByContent Instance = new();

        public bool Equals(SiteMatch? x, SiteMatch? y) => x?.Fact == y?.Fact && x?.Text == y?.Text && (x?.From ?? []).SequenceEqual(y?.From ?? [], StringComparer.Ordinal);

        public int GetHashCode(SiteMatch obj) => HashCode.Combine(obj.Fact, obj.Text);
    }
}

/// <summary>An addition on its way into the assessment; further rules of the site are not meant to match it.</summary>
internal sealed class AdditionFact(SiteAddition addition)
{
    public SiteAddition Addition { get; } = addition;
}
