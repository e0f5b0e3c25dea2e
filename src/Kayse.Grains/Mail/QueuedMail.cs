using Kayse.Grains.State;

namespace Kayse.Grains.Mail;

/// <summary>A mail in the outbox, as it is stored.</summary>
internal sealed record QueuedMail : ISegmentItem
{
    public required string Id { get; init; }

    public required string To { get; init; }

    public required string ToName { get; init; }

    public required string Template { get; init; }

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The token in the link, encrypted; null when there is none, and once sending was given up.</summary>
    public byte[]? ProtectedSecret { get; init; }

    /// <summary>From when on sending it would be pointless.</summary>
    public DateTimeOffset NotAfter { get; init; }

    /// <summary>How often sending it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When to try next.</summary>
    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>When sending was given up; null while it wasn't. Kept for a while, to be told.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}
