using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Calcinosis.Rules.Workbench;

/// <summary>Puts the workbench into an ASP.NET Core application.</summary>
public static class WorkbenchEndpoints
{
    /// <summary>
    /// Maps the page at <c>/</c> and what it needs under <c>/workbench</c>. Nothing is stored and nothing is logged; every answer
    /// says <c>Cache-Control: no-store</c>, and the page may load from this address alone.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="configure">Changes the settings; null keeps the defaults.</param>
    /// <returns>The group of endpoints, to which an application may add its own conventions, such as authorisation or rate limits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    public static RouteGroupBuilder MapCalcinosisWorkbench(this IEndpointRouteBuilder endpoints, Action<WorkbenchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = new WorkbenchOptions();
        configure?.Invoke(options);
        var page = new PageFiles();
        var assessor = new WorkbenchAssessor(options);
        var group = endpoints.MapGroup("").WithTags("workbench").AddEndpointFilter<PrivacyHeaders>();
        group.MapGet("/", () => page.Get("index.html"));
        group.MapGet("/workbench/{file}", (string file) => page.Get(file));
        group.MapGet("/workbench/api/vocabulary", () => Results.Bytes(VocabularyView.Json, "application/json"));
        group.MapGet("/workbench/api/samples", () => Results.Bytes(SamplePatients.Json, "application/json"));
        group.MapPost("/workbench/api/assess", assessor.Answer).WithMetadata(new RequestLimit(options.MaxRequestBytes));
        group.MapPost("/workbench/api/report", assessor.Report).WithMetadata(new RequestLimit(options.MaxRequestBytes));
        return group;
    }

    private sealed class RequestLimit(long bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
