using Calcinosis.Rules.CdsHooks;
using Calcinosis.Rules.CdsHooks.Discovery;
using Calcinosis.Rules.CdsHooks.Hosting;
using Calcinosis.Rules.CdsHooks.Requests;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the CDS Hooks service.</summary>
public static class CdsHooksEndpointRouteBuilderExtensions
{
    private const string Pattern = "/cds-services";

    /// <summary>
    /// Maps discovery (<c>GET cds-services</c>), the services (<c>POST cds-services/{id}</c>) and their feedback
    /// (<c>POST cds-services/{id}/feedback</c>), each with its checks of token, origin, size, time and rate. No other
    /// middleware is needed for them, and none is added to the rest of the application.
    /// </summary>
    /// <param name="endpoints">The application, or a group of it.</param>
    /// <returns>The endpoints, for further conventions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static IEndpointConventionBuilder MapCalcinosisCdsHooks(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<CdsHooksOptions>>().Value;
        var limiter = CallLimiter.Options(options.Requests);
        var group = endpoints.MapGroup(Pattern);
        group.MapMethods("", Methods(HttpMethods.Get, options), Pipeline(endpoints, options, limiter, WriteDiscoveryAsync)).WithDisplayName("CDS Hooks discovery");
        group.MapMethods("/{id}", Methods(HttpMethods.Post, options), Pipeline(endpoints, options, limiter, CallAsync)).WithDisplayName("CDS Hooks service");
        if (options.Feedback.Enabled)
            group.MapMethods("/{id}/feedback", Methods(HttpMethods.Post, options), Pipeline(endpoints, options, limiter, FeedbackAsync)).WithDisplayName("CDS Hooks feedback");
        return group;
    }

    /// <summary>
    /// Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (rules are loaded, feedback can be stored). Both
    /// say <c>Healthy</c> or <c>Unhealthy</c> and nothing else.
    /// </summary>
    /// <param name="endpoints">The application, or a group of it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static void MapCalcinosisHealth(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyCheck.Tag) });
    }

    private static string[] Methods(string method, CdsHooksOptions options) =>
        options.AllowedOrigins.Count == 0 ? [method] : [method, HttpMethods.Options];

    private static RequestDelegate Pipeline(IEndpointRouteBuilder endpoints, CdsHooksOptions options, RateLimiting.RateLimiterOptions limiter, RequestDelegate handler)
    {
        var guard = endpoints.ServiceProvider.GetRequiredService<CallGuard>();
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.Use((context, next) => guard.ProtectAsync(context, next));
        if (options.AllowedOrigins.Count > 0)
            pipeline.UseCors(policy => policy.WithOrigins([.. options.AllowedOrigins]).WithMethods(HttpMethods.Get, HttpMethods.Post).WithHeaders("Authorization", "Content-Type", "Accept"));
        pipeline.UseRateLimiter(limiter);
        pipeline.Use((context, next) => guard.AuthenticateAsync(context, next));
        pipeline.Run(handler);
        return pipeline.Build();
    }

    private static Task WriteDiscoveryAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = DiscoveryDocument.Bytes.Length;
        return context.Response.Body.WriteAsync(DiscoveryDocument.Bytes, context.RequestAborted).AsTask();
    }

    private static Task CallAsync(HttpContext context) =>
        ServiceOf(context) is { } service
            ? context.RequestServices.GetRequiredService<CallHandler>().HandleAsync(context, service)
            : NoServiceAsync(context);

    private static Task FeedbackAsync(HttpContext context) =>
        ServiceOf(context) is { } service
            ? context.RequestServices.GetRequiredService<FeedbackHandler>().HandleAsync(context, service)
            : NoServiceAsync(context);

    private static CdsService? ServiceOf(HttpContext context) =>
        CdsService.All.FirstOrDefault(service => string.Equals(service.Id, context.GetRouteValue("id") as string, StringComparison.Ordinal));

    private static Task NoServiceAsync(HttpContext context) =>
        Outcome.WriteAsync(context, StatusCodes.Status404NotFound, [new RequestProblem("not-found", "", $"There is no such service; expected one of {string.Join(", ", CdsService.All.Select(service => service.Id))}.")]);
}
