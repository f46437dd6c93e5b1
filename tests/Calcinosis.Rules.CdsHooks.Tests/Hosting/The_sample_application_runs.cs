using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Calcinosis.Rules.CdsHooks.Tests.Hosting;

/// <summary><c>samples/CdsService</c>: the endpoints inside somebody's own application.</summary>
public sealed class The_sample_application_runs : IDisposable
{
    private readonly WebApplicationFactory<Program> _sample = new();

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData("Production", HttpStatusCode.Unauthorized)]
    [InlineData("Development", HttpStatusCode.BadRequest)]
    public async Task Tokens_are_needed_but_in_development(string environment, HttpStatusCode status)
    {
        using var client = _sample.WithWebHostBuilder(host => host.UseEnvironment(environment)).CreateClient();

        (await client.GetAsync("/cds-services")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.PostAsync($"/cds-services/{Calls.TypeService}", CdsHost.Json("{}"))).StatusCode.Should().Be(status);
        (await client.GetStringAsync("/health/live")).Should().Be("Healthy");
        (await client.GetStringAsync("/")).Should().Contain("own application");
    }
}
