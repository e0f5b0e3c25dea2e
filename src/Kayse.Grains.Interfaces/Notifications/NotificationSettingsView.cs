namespace Kayse.Grains.Notifications;

/// <summary>A person's notification settings, and what comes of them now.</summary>
/// <param name="Settings">What they chose.</param>
/// <param name="Version">Grows with every change; the ETag.</param>
/// <param name="Cells">For every type and channel, what is so.</param>
/// <param name="TimeZone">The IANA zone that hours are in: the profile's, else UTC.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-settings-view")]
public sealed record NotificationSettingsView(
    [property: Id(0)] NotificationSettings Settings,
    [property: Id(1)] long Version,
    [property: Id(2)] IReadOnlyList<EffectiveChannel> Cells,
    [property: Id(3)] string TimeZone
)
{
    /// <summary>Until when email and push are snoozed; null when they aren't.</summary>
    [Id(4)]
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Until when it is quiet, be it by quiet hours or a snooze; null when it isn't.</summary>
    [Id(5)]
    public DateTimeOffset? QuietUntil { get; init; }

    /// <summary>When the next digest comes if there is anything for it; null without digests.</summary>
    [Id(6)]
    public DateTimeOffset? NextDigestAt { get; init; }

    /// <summary>How many events wait for the next digest.</summary>
    [Id(7)]
    public int WaitingForDigest { get; init; }
}

/// <summary>Whether one type of event reaches a person on one channel.</summary>
/// <param name="Type">The type.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Chosen">What the person chose.</param>
/// <param name="Effective">What is so.</param>
/// <param name="Reason">Why it is off although it is chosen; null when it isn't.</param>
[GenerateSerializer, Immutable, Alias("kayse.effective-channel")]
public sealed record EffectiveChannel(
    [property: Id(0)] NotificationType Type,
    [property: Id(1)] NotificationChannel Channel,
    [property: Id(2)] bool Chosen,
    [property: Id(3)] bool Effective,
    [property: Id(4)] NotificationReason? Reason
);

/// <summary>Replaces a person's notification settings.</summary>
/// <param name="Settings">All of them.</param>
/// <param name="ExpectedVersion">The version that they were read at; null for any.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-notification-settings")]
public sealed record SetNotificationSettings([property: Id(0)] NotificationSettings Settings, [property: Id(1)] long? ExpectedVersion);

/// <summary>For how long email and push wait.</summary>
[GenerateSerializer, Alias("kayse.snooze")]
public enum Snooze
{
    /// <summary>They don't, or no longer.</summary>
    Off = 0,

    /// <summary>An hour.</summary>
    OneHour = 1,

    /// <summary>Until 8 in the morning of the next day, in the person's time zone.</summary>
    UntilTomorrow = 2,
}

/// <summary>What the next digest would say if it came now.</summary>
/// <param name="At">When it comes; null without digests.</param>
/// <param name="Lines">The events, earliest first, at most 50.</param>
/// <param name="More">How many more there are.</param>
[GenerateSerializer, Immutable, Alias("kayse.digest-preview")]
public sealed record DigestPreview(
    [property: Id(0)] DateTimeOffset? At,
    [property: Id(1)] IReadOnlyList<NotificationView> Lines,
    [property: Id(2)] int More
);
