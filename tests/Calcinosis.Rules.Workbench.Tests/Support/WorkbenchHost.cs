using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Calcinosis.Rules.Workbench.Tests.Support;

/// <summary>The workbench on a free port of this machine, as an application would host it, with everything it logs kept.</summary>
public sealed class WorkbenchHost : IAsyncLifetime, IDisposable
{
    private readonly LogBook _log = new();
    private WebApplication? _application;

    public Action<WorkbenchOptions>? Configure { get; init; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public HttpClient Client { get; private set; } = new();

    public string Logged => string.Join('\n', _log.Lines);

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(_log);
        _application = builder.Build();
        _application.MapCalcinosisWorkbench(Configure);
        await _application.StartAsync();
        Address = new Uri(_application.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _application!.DisposeAsync();
    }

    public void Dispose() => _log.Dispose();

    private sealed class LogBook : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
