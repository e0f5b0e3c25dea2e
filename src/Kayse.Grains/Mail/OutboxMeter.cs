using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Kayse.Grains.Mail;

/// <summary>
/// Measures the mail that waits in the outboxes of this process: <c>kayse.outbox.depth</c>, and since when the oldest
/// waits, <c>kayse.outbox.oldest_seconds</c>. What was given up doesn't count.
/// </summary>
public sealed class OutboxMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Kayse.Mail";

    private readonly ConcurrentDictionary<OutboxBacklog, bool> _backlogs = new();

    /// <summary>Makes it for one host.</summary>
    public OutboxMeter(IMeterFactory meters, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        meter.CreateObservableGauge(
            "kayse.outbox.depth",
            () => _backlogs.Keys.Sum(backlog => backlog.Count),
            "{mail}",
            "Mails that wait."
        );
        meter.CreateObservableGauge(
            "kayse.outbox.oldest_seconds",
            () => _backlogs.Keys.Min(backlog => backlog.Oldest) is { } oldest ? (clock.GetUtcNow() - oldest).TotalSeconds : 0,
            "s",
            "For how long the oldest mail waits."
        );
    }

    /// <summary>The mail of an outbox; it counts until this is disposed of.</summary>
    internal OutboxBacklog Open()
    {
        var backlog = new OutboxBacklog(this);
        _backlogs.TryAdd(backlog, true);
        return backlog;
    }

    internal void Close(OutboxBacklog backlog) => _backlogs.TryRemove(backlog, out _);
}
