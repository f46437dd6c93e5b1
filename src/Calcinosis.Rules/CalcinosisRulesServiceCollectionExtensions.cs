using Calcinosis.Rules;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the classifier with a container.</summary>
public static class CalcinosisRulesServiceCollectionExtensions
{
    /// <summary>Adds <see cref="CalcinosisClassifier"/> as a singleton. Settings are validated when the host starts.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the settings; null keeps the defaults.</param>
    /// <returns>The same container.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddCalcinosisRules(this IServiceCollection services, Action<CalcinosisRulesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<CalcinosisRulesOptions>();
        if (configure is not null)
            options.Configure(configure);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CalcinosisRulesOptions>, CalcinosisRulesOptionsValidator>());
        services.TryAddSingleton(provider => new CalcinosisClassifier(provider.GetRequiredService<IOptions<CalcinosisRulesOptions>>().Value));
        return services;
    }
}
