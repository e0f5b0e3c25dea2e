using System.Text.Json.Serialization;
using Kayse.Grains.State;

namespace Kayse.Grains.Mail;

/// <summary>A mail in the outbox, as it is stored.</summary>
[NoPersonalData("Mail on its way to the person who receives it.")]
internal sealed record QueuedMail : ISegmentItem
{
    public required OutgoingMail Mail { get; init; }

    [JsonIgnore]
    public string Id => Mail.Id;

    /// <summary>The secret of its link, encrypted; null when it has none, and once sending was given up.</summary>
    public byte[]? ProtectedSecret { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>How often sending it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When to try next.</summary>
    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>When sending was given up; null while it wasn't. Kept for a while, so that the sender can see it.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}
