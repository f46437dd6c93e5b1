using System.Reflection;
using Calcinosis.Rules.NRules.Site;
using NRules;
using NRules.Fluent.Dsl;

namespace Calcinosis.Rules.NRules;

/// <summary>What NRules does for the classifier. Read once, when the classifier is made ready; later changes have no effect.</summary>
public sealed class NRulesOptions
{
    /// <summary>The default of <see cref="MostFirings"/>.</summary>
    public const int DefaultMostFirings = 10_000;

    private readonly List<Rule> _rules = [];

    /// <summary>Which engine evaluates the catalogue. The answers are the same to the byte; the time is not (see docs/nrules.md).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such engine.</exception>
    public CatalogueEngine Catalogue
    {
        get;
        set => field = Defined(value);
    } = CatalogueEngine.NRules;

    /// <summary>What happens when a rule of the site fails while a patient is assessed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    public SiteRuleFailure OnSiteRuleFailure
    {
        get;
        set => field = Defined(value);
    } = SiteRuleFailure.Throw;

    /// <summary>How often the site's rules may fire for one patient, inclusive; more is taken for rules that never come to an end. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MostFirings
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = DefaultMostFirings;

    /// <summary>
    /// Called with every session before facts are inserted, to attach NRules' own events and metrics while looking for a
    /// fault. Patient data pass through it; null, the default, attaches nothing. It may be called on several threads at once.
    /// </summary>
    public Action<ISession>? Observe { get; set; }

    internal IReadOnlyList<Rule> SiteRules => _rules;

    /// <summary>Adds a rule of the site.</summary>
    /// <typeparam name="TRule">A class written in NRules' fluent form.</typeparam>
    /// <returns>The same options.</returns>
    public NRulesOptions AddRule<TRule>()
        where TRule : Rule, new() => AddRule(new TRule());

    /// <summary>Adds a rule of the site that takes something in its constructor.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public NRulesOptions AddRule(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rules.Add(rule);
        return this;
    }

    /// <summary>Adds every public rule class of an assembly that has a constructor without parameters, in the order of their names.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assembly"/> is null.</exception>
    /// <exception cref="SiteRuleException">The assembly holds no such class, or one whose constructor wants something.</exception>
    public NRulesOptions AddRules(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        Type[] types = [.. assembly.GetExportedTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(Rule))).OrderBy(type => type.FullName, StringComparer.Ordinal)];
        if (types.Length == 0)
            throw new SiteRuleException(assembly.GetName().Name!, "the assembly has no public rule class; a rule derives from NRules.Fluent.Dsl.Rule");
        foreach (var type in types)
        {
            if (type.GetConstructor(Type.EmptyTypes) is null)
                throw new SiteRuleException(type.FullName!, "the class has no constructor without parameters; add an instance with AddRule(new ...)");
            AddRule((Rule)Activator.CreateInstance(type)!);
        }

        return this;
    }

    private static T Defined<T>(T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"There is no such {typeof(T).Name}.");
}

/// <summary>Which engine evaluates the catalogue.</summary>
public enum CatalogueEngine
{
    /// <summary>NRules decides every rule and every level.</summary>
    NRules,

    /// <summary>The core's own evaluator, many times faster; NRules runs the site's rules alone.</summary>
    Core,
}

/// <summary>What happens when a rule of the site fails while a patient is assessed.</summary>
public enum SiteRuleFailure
{
    /// <summary>A <see cref="SiteRuleException"/>; there is no assessment.</summary>
    Throw,

    /// <summary>The assessment comes without any addition of the site, and with the issue <c>site-rule-failed</c> that names the rule.</summary>
    Report,
}
