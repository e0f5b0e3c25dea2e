namespace Kayse.Grains.Push;

internal static class PushQueueRules
{
    /// <summary>How long a message is worth sending, from when it happened; its TTL.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How many messages may wait; one more drops the oldest.</summary>
    public const int MaxWaiting = 50;

    /// <summary>How many are sent at the same time.</summary>
    public const int Parallel = 4;

    private const int MaxFailures = 10;
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(30);

    public static QueuedPush Queued(PushNote note, IEnumerable<string> deviceIds, DateTimeOffset now) =>
        new()
        {
            Id = note.Id,
            QueuedAt = now,
            Note = note,
            Waiting = [.. deviceIds.Select(id => new PushAttempt(id, now))],
        };

    public static bool IsWorthSending(PushNote note, DateTimeOffset now) => now < note.CreatedAt + Lifetime;

    /// <summary>Whether it is no longer needed to know a message by.</summary>
    public static bool IsForgotten(QueuedPush push, DateTimeOffset now) => push.Waiting.Count == 0 && now >= push.QueuedAt + Lifetime;

    /// <summary>The message once it needs to be sent to that device no more.</summary>
    public static QueuedPush Settled(QueuedPush push, string deviceId)
    {
        IReadOnlyList<PushAttempt> left = [.. push.Waiting.Where(attempt => attempt.DeviceId != deviceId)];
        return push with { Waiting = left, Note = left.Count == 0 ? null : push.Note };
    }

    /// <summary>The message that nobody waits for any more.</summary>
    public static QueuedPush Dropped(QueuedPush push) => push with { Waiting = [], Note = null };

    /// <summary>
    /// The message after an attempt has failed. The pause doubles from 5 seconds to 30 minutes, give or take a tenth, and
    /// is at least what the push service asked for. It is given up after 10 attempts, or when its time is over by then.
    /// </summary>
    /// <param name="push">The message before it.</param>
    /// <param name="deviceId">Where to.</param>
    /// <param name="retryAfter">What the push service asked for; null when it didn't.</param>
    /// <param name="now">When the attempt failed.</param>
    /// <param name="random">From 0 to 1.</param>
    public static QueuedPush AfterFailure(QueuedPush push, string deviceId, TimeSpan? retryAfter, DateTimeOffset now, double random)
    {
        if (push.Note is not { } note || push.Waiting.FirstOrDefault(attempt => attempt.DeviceId == deviceId) is not { } failed)
            return push;
        var doubled = _firstPause * Math.Pow(2, Math.Min(failed.Failures, 20));
        var pause = (doubled < _longestPause ? doubled : _longestPause) * (0.9 + (0.2 * random));
        if (retryAfter > pause)
            pause = retryAfter.Value < Lifetime ? retryAfter.Value : Lifetime;
        var next = failed with { Failures = failed.Failures + 1, NextAt = now + pause };
        return next.Failures >= MaxFailures || !IsWorthSending(note, next.NextAt)
            ? Settled(push, deviceId)
            : push with
            {
                Waiting = [.. push.Waiting.Select(attempt => attempt.DeviceId == deviceId ? next : attempt)],
            };
    }
}
