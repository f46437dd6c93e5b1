using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>Limits of calls: so many at once over all clients, so many a minute from one address.</summary>
internal static class CallLimiter
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static RateLimiterOptions Options(RequestLimits limits)
    {
        var atOnce = PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(
            "all", _ => new ConcurrencyLimiterOptions { PermitLimit = limits.MaxConcurrent, QueueLimit = 0 }));
        var options = new RateLimiterOptions { GlobalLimiter = atOnce, OnRejected = RejectAsync };
        if (limits.PerMinute is { } perMinute)
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(PerAddress(perMinute), atOnce);
        return options;
    }

    private static PartitionedRateLimiter<HttpContext> PerAddress(int perMinute) =>
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress ?? IPAddress.None,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, QueueLimit = 0 }));

    /// <summary>A limit by time can tell when to come again; the limit of calls at once cannot.</summary>
    private static ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return new ValueTask(Outcome.WriteAsync(context, StatusCodes.Status429TooManyRequests, "throttled", "Too many calls from this address in a minute."));
        }

        context.Response.Headers.RetryAfter = "1";
        return new ValueTask(Outcome.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "throttled", "Too many calls at the same time."));
    }
}
