using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Calcinosis.Rules.CdsHooks.Tests;

/// <summary>Keeps every line that anything logs, at every level.</summary>
internal sealed class LogKeeper : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Keeper(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Keeper(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {exception}");
    }
}
