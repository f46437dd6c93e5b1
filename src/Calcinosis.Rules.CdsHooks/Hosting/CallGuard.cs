using Calcinosis.Rules.CdsHooks.Observability;
using Calcinosis.Rules.CdsHooks.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Calcinosis.Rules.CdsHooks.Hosting;

/// <summary>
/// What stands around every endpoint: headers that keep answers out of caches and frames, the check of the caller's token, and
/// the last line of defence, which turns whatever went wrong into an answer that tells nothing of the patient.
/// </summary>
internal sealed partial class CallGuard(IOptions<CdsHooksOptions> options, ClientTokenValidator tokens, CdsHooksMetrics metrics, ILogger<CallGuard> logger)
{
    private const string Root = "/cds-services";

    public async Task ProtectAsync(HttpContext context, RequestDelegate next)
    {
        AddHeaders(context.Response.Headers);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up: there is nobody to answer.
        }
#pragma warning disable CA1031 // A fault of ours must not show the caller, or the log, what the patient's data were.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The message of an exception may quote data; its type and place may not.
            LogFault(exception.GetType().FullName ?? exception.GetType().Name, exception.StackTrace ?? "");
            if (context.Response.HasStarted)
                context.Abort();
            else
                await Outcome.WriteAsync(context, StatusCodes.Status500InternalServerError, "exception", "The service failed. Nothing was assessed.").ConfigureAwait(false);
        }
    }

    public async Task AuthenticateAsync(HttpContext context, RequestDelegate next)
    {
        var verdict = IsDiscovery(context) && !options.Value.Tokens.ProtectDiscovery
            ? TokenVerdict.Accept(null)
            : await tokens.ValidateAsync(context.Request.Headers.Authorization, AudiencesOf(context), context.RequestAborted).ConfigureAwait(false);
        if (verdict.Refusal is not { } refusal)
        {
            context.Features.Set(new CallerFeature(verdict.Issuer));
            await next(context).ConfigureAwait(false);
            return;
        }

        metrics.RefusedToken(refusal);
        LogRefused(TokenRefusals.CodeOf(refusal));
        if (refusal == TokenRefusal.KeysUnavailable)
        {
            context.Response.Headers.RetryAfter = "60";
            await Outcome.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "transient", TokenRefusals.TextOf(refusal)).ConfigureAwait(false);
            return;
        }

        context.Response.Headers.WWWAuthenticate = refusal == TokenRefusal.Missing ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{TokenRefusals.TextOf(refusal)}\"";
        await Outcome.WriteAsync(context, StatusCodes.Status401Unauthorized, refusal == TokenRefusal.Missing ? "login" : "security", TokenRefusals.TextOf(refusal)).ConfigureAwait(false);
    }

    /// <summary>The called address as clients know it, from the settings and never from the Host header. Feedback may carry a token for its service.</summary>
    private string[] AudiencesOf(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var relative = path[Math.Max(path.LastIndexOf(Root, StringComparison.Ordinal), 0)..].TrimEnd('/');
        var called = options.Value.PublicBaseUrl?.AbsoluteUri.TrimEnd('/') + relative;
        const string feedback = "/feedback";
        return called.EndsWith(feedback, StringComparison.Ordinal) ? [called, called[..^feedback.Length]] : [called];
    }

    private static bool IsDiscovery(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
    }

    [LoggerMessage(1, LogLevel.Error, "A call failed with {ExceptionType} at {StackTrace}")]
    private partial void LogFault(string exceptionType, string stackTrace);

    [LoggerMessage(2, LogLevel.Warning, "A call was refused: token {Reason}")]
    private partial void LogRefused(string reason);
}
