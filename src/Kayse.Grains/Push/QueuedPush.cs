using Kayse.Grains.State;

namespace Kayse.Grains.Push;

/// <summary>A message in the queue, as it is stored; kept for a day, so that the same one isn't queued twice.</summary>
[NoPersonalData("Notifications on their way for up to a day; they are in notifications.json.")]
internal sealed record QueuedPush : ISegmentItem
{
    public required string Id { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Null when nobody waits for it any more.</summary>
    public PushNote? Note { get; init; }

    /// <summary>The devices to which it is still to be sent.</summary>
    public IReadOnlyList<PushAttempt> Waiting
    {
        get;
        init => field = value ?? [];
    } = [];

    public override string ToString() => $"{nameof(QueuedPush)} {Id}";
}

/// <param name="DeviceId">Where to.</param>
/// <param name="NextAt">When to try next.</param>
/// <param name="Failures">How often it failed.</param>
internal sealed record PushAttempt(string DeviceId, DateTimeOffset NextAt, int Failures = 0);
