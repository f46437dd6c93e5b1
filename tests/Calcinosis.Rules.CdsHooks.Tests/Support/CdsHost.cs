using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>The service in an application of its own, in memory or on a free port of this machine.</summary>
internal sealed class CdsHost : IAsyncDisposable
{
    public const string PublicUrl = "https://cds.example.org";
    private readonly WebApplication _application;
    private readonly string _folder = Directory.CreateTempSubdirectory("cds-hooks-tests-").FullName;

    private CdsHost(Action<CdsHooksOptions>? configure, Action<IServiceCollection>? services, bool onPort)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        if (onPort)
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        else
            builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        services?.Invoke(builder.Services);
        builder.Services.AddCalcinosisCdsHooks(options =>
        {
            options.Feedback.DatabasePath = DatabasePath;
            configure?.Invoke(options);
        });
        _application = builder.Build();
        _application.MapCalcinosisCdsHooks();
        _application.MapCalcinosisHealth();
    }

    public LogKeeper Log { get; } = new();

    public SettableClock Clock { get; } = new();

    public string DatabasePath => Path.Combine(_folder, "feedback.db");

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _application.Services;

    public static Task<CdsHost> StartAsync(Action<CdsHooksOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        StartAsync(new CdsHost(configure, services, onPort: false));

    /// <summary>Calls without tokens: for tests that are about something else.</summary>
    public static Task<CdsHost> StartOpenAsync(Action<CdsHooksOptions>? configure = null, Action<IServiceCollection>? services = null) =>
        StartAsync(new CdsHost(Open(configure), services, onPort: false));

    /// <summary>A real server, for what only a socket can show.</summary>
    public static Task<CdsHost> StartOnPortAsync(Action<CdsHooksOptions>? configure = null) =>
        StartAsync(new CdsHost(Open(configure), services: null, onPort: true));

    public Task<HttpResponseMessage> CallAsync(string service, string body) =>
        Client.PostAsync($"/cds-services/{service}", Json(body));

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static Action<CdsHooksOptions> Open(Action<CdsHooksOptions>? configure) => options =>
    {
        options.DevelopmentMode = true;
        configure?.Invoke(options);
    };

    private static async Task<CdsHost> StartAsync(CdsHost host)
    {
        await host._application.StartAsync();
        host.Client = host._application.Services.GetService<IServer>() is TestServer server ? server.CreateClient() : new HttpClient { BaseAddress = host.Address };
        return host;
    }
}
