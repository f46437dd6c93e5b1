using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>A FHIR server on this machine that answers what a test tells it to, and notes what it was asked.</summary>
internal sealed class FhirServerStub : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<(string Address, string? Authorization)> _asked = new();

    private FhirServerStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(async context =>
        {
            var address = context.Request.Path + context.Request.QueryString;
            _asked.Enqueue((address, context.Request.Headers.Authorization));
            context.Response.ContentType = "application/fhir+json";
            await Answer(context, Uri.UnescapeDataString(address["/fhir/".Length..]));
        });
    }

    /// <summary>Answers a request, given as the part behind the base.</summary>
    public Func<HttpContext, string, Task> Answer { get; set; } = (context, _) => context.Response.WriteAsync(Calls.Bundle().ToJsonString());

    public IReadOnlyList<string> Asked => [.. _asked.Select(entry => entry.Address)];

    public IReadOnlyList<string?> Authorizations => [.. _asked.Select(entry => entry.Authorization)];

    public Uri BaseUrl => new($"{_application.Urls.First()}/fhir");

    public static async Task<FhirServerStub> StartAsync()
    {
        var stub = new FhirServerStub();
        await stub._application.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
