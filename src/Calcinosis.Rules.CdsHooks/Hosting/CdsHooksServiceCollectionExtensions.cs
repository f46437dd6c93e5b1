using Calcinosis.Rules.CdsHooks;
using Calcinosis.Rules.CdsHooks.Cards;
using Calcinosis.Rules.CdsHooks.Feedback;
using Calcinosis.Rules.CdsHooks.Hosting;
using Calcinosis.Rules.CdsHooks.Observability;
using Calcinosis.Rules.CdsHooks.PatientData;
using Calcinosis.Rules.CdsHooks.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the CDS Hooks service with a container.</summary>
public static class CdsHooksServiceCollectionExtensions
{
    private const int LargestKeySet = 256 * 1024;

    /// <summary>
    /// Adds what <c>MapCalcinosisCdsHooks()</c> needs, the classifier included. Settings are validated when the host starts.
    /// An <see cref="IFeedbackStore"/>, an <see cref="IReplayGuard"/> or a <see cref="TimeProvider"/> that is registered already is used.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the settings; null keeps the defaults, with which every call is refused.</param>
    /// <returns>The same container.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddCalcinosisCdsHooks(this IServiceCollection services, Action<CdsHooksOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddCalcinosisRules();
        var options = services.AddOptions<CdsHooksOptions>();
        if (configure is not null)
            options.Configure(configure);
        options.ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CdsHooksOptions>, CdsHooksOptionsValidator>());
        services.AddCors();
        services.AddRateLimiter(_ => { });
        services.AddMetrics();
        services.AddHealthChecks().AddCheck<ReadyCheck>(ReadyCheck.Tag, tags: [ReadyCheck.Tag]);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFeedbackStore, SqliteFeedbackStore>();
        services.TryAddSingleton<IReplayGuard>(provider => new MemoryReplayGuard(provider.GetRequiredService<TimeProvider>()));
        AddHttpClients(services);
        services.TryAddSingleton<CdsHooksMetrics>();
        services.TryAddSingleton<ClientKeys>();
        services.TryAddSingleton<ClientTokenValidator>();
        services.TryAddSingleton<FhirServerAllowList>();
        services.TryAddSingleton<FhirServerClient>();
        services.TryAddSingleton<PatientRecordSource>();
        services.TryAddSingleton<FhirPatientAssessor>();
        services.TryAddSingleton<CardIds>();
        services.TryAddSingleton<WorkupSuggestions>();
        services.TryAddSingleton<TypeCards>();
        services.TryAddSingleton<OrderCards>();
        services.TryAddSingleton<CallHandler>();
        services.TryAddSingleton<FeedbackHandler>();
        services.TryAddSingleton<CallGuard>();
        services.AddHostedService<TrustNotice>();
        return services;
    }

    private static void AddHttpClients(IServiceCollection services)
    {
        // Their logs would hold addresses, and those hold the patient's id.
        services.AddHttpClient(FhirServerClient.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(provider => GuardedConnection.Handler(provider.GetRequiredService<FhirServerAllowList>()))
            .RemoveAllLoggers();
        services.AddHttpClient(ClientKeys.HttpClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(3);
                client.MaxResponseContentBufferSize = LargestKeySet;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
    }
}
