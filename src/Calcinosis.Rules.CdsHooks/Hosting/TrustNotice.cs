using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Says at start what a careless setting would hide: that everybody is let in, or nobody.</summary>
internal sealed partial class TrustNotice(IOptions<CdsHooksOptions> options, ILogger<TrustNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.DevelopmentMode)
            LogOpen();
        else if (options.Value.TrustedClients.Count == 0)
            LogClosed();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(3, LogLevel.Warning, "Development mode: CDS Hooks calls are served without a token. Do not use it with patient data.")]
    private partial void LogOpen();

    [LoggerMessage(4, LogLevel.Warning, "No CDS Hooks client is trusted: every call will be refused until TrustedClients is set.")]
    private partial void LogClosed();
}
