using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications.Settings;

/// <summary>Has email and push wait.</summary>
internal sealed class SnoozeRequest
{
    /// <summary>
    /// For how long: <c>one_hour</c>, <c>until_tomorrow</c> (8 in the morning in your time zone), or <c>off</c> to end it.
    /// </summary>
    public required Snooze? Duration { get; init; }
}
