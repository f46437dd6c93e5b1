using Calcinosis.Rules;
using Calcinosis.Rules.NRules;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Brings NRules to a classifier that a container makes.</summary>
public static class NRulesServiceCollectionExtensions
{
    /// <summary>
    /// Lets NRules evaluate the catalogue, run rules of the site over its verdicts, or both:
    /// <c>services.AddCalcinosisRules().UseNRules(...)</c>. A rule that cannot be built stops the host at its start.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets what NRules does; null lets it evaluate the catalogue.</param>
    /// <returns>The same container.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection UseNRules(this IServiceCollection services, Action<NRulesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddCalcinosisRules(options => options.UseNRules(configure));
        return services;
    }
}
