using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>A line of the log.</summary>
public sealed record CollectedLine(
    string Category,
    LogLevel Level,
    EventId Event,
    string Text,
    IReadOnlyList<KeyValuePair<string, object?>> Values
);

/// <summary>Keeps what is logged: warnings and worse of everything, and all that concerns security.</summary>
public sealed class CollectedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<CollectedLine> _lines = new();

    public IReadOnlyList<CollectedLine> Lines => [.. _lines];

    public IReadOnlyList<CollectedLine> Security => [.. _lines.Where(line => line.Category == "Kayse.Security")];

    public ILogger CreateLogger(string categoryName) => new Collector(categoryName, _lines);

    public void Dispose() { }

    private sealed class Collector(string category, ConcurrentQueue<CollectedLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) =>
            logLevel >= LogLevel.Warning || (category == "Kayse.Security" && logLevel >= LogLevel.Information);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                lines.Enqueue(
                    new CollectedLine(
                        category,
                        logLevel,
                        eventId,
                        $"{formatter(state, exception)} {exception}",
                        state as IReadOnlyList<KeyValuePair<string, object?>> ?? []
                    )
                );
        }
    }
}
