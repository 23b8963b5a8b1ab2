using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Tests.Rig;

/// <summary>What the app logged as an error while the tests ran: a 500 shows its cause here.</summary>
public sealed class Faults : ILoggerProvider
{
    private readonly ConcurrentQueue<string> seen = [];

    public IReadOnlyCollection<string> Seen => seen;

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName, seen);

    public void Dispose()
    {
    }

    private sealed class Listener(string category, ConcurrentQueue<string> seen) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                seen.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
