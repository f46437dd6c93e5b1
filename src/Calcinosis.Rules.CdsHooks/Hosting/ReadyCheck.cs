using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Ready means: the rules are loaded, and feedback can be stored.</summary>
internal sealed class ReadyCheck(CalcinosisClassifier classifier, IFeedbackStore store, IOptions<CdsHooksOptions> options) : IHealthCheck
{
    public const string Tag = "calcinosis-ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        if (options.Value.Feedback.Enabled)
            await store.CheckAsync(cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy();
    }
}
