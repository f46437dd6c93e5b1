using Calcinosis.Rules.NRules.Catalogue;
using Calcinosis.Rules.NRules.Site;

namespace Calcinosis.Rules.NRules;

/// <summary>Brings NRules to a classifier that is made without a container.</summary>
public static class NRulesClassifierExtensions
{
    /// <summary>
    /// Lets NRules evaluate the catalogue, run rules of the site over its verdicts, or both:
    /// <c>new CalcinosisClassifier(new CalcinosisRulesOptions().UseNRules(...))</c>.
    /// </summary>
    /// <param name="options">The classifier's settings.</param>
    /// <param name="configure">Sets what NRules does; null lets it evaluate the catalogue.</param>
    /// <returns>The same settings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="SiteRuleException">A rule of the site cannot be built; the message names it.</exception>
    public static CalcinosisRulesOptions UseNRules(this CalcinosisRulesOptions options, Action<NRulesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var nrules = new NRulesOptions();
        configure?.Invoke(nrules);
        var observe = nrules.Observe;
        options.Engine = nrules.Catalogue == CatalogueEngine.NRules ? knowledge => new NRulesEngine(knowledge, observe) : null;
        options.Supplement = nrules.SiteRules.Count > 0 ? new SiteRules(nrules) : null;
        return options;
    }
}
