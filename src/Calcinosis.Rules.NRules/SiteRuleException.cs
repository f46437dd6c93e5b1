namespace Calcinosis.Rules.NRules;

/// <summary>
/// A rule of the site is wrong, failed, or did what a rule of a site may not do. The message names the rule and never
/// holds data of a patient; an inner exception is the site's own and may.
/// </summary>
public sealed class SiteRuleException : Exception
{
    internal SiteRuleException(string rule, string problem, Exception? inner = null)
        : base($"Site rule '{rule}': {problem}.", inner)
    {
        Rule = rule;
    }

    /// <summary>Name of the rule; several, with commas, when a condition that they share failed.</summary>
    public string Rule { get; }
}
