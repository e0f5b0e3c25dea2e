using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications.Settings;

/// <summary>Why you did or did not get an event.</summary>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">What it is about.</param>
/// <param name="ReceivedAt">When it was sent to you.</param>
/// <param name="Title">Its title; null when you may not see it.</param>
/// <param name="Channels">What became of it on each channel.</param>
internal sealed record NotificationExplanationResponse(
    string EventId,
    NotificationType Type,
    DateTimeOffset ReceivedAt,
    string? Title,
    IReadOnlyList<ChannelDecisionResponse> Channels
)
{
    public static NotificationExplanationResponse Of(NotificationExplanation explanation) =>
        new(
            explanation.EventId,
            explanation.Type,
            explanation.ReceivedAt,
            explanation.Title,
            [.. explanation.Channels.Select(ChannelDecisionResponse.Of)]
        );
}

/// <summary>What became of an event on one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Outcome">Whether it was delivered.</param>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">The reason in a sentence.</param>
/// <param name="At">When it was delivered or dropped; while it waits, when it is due.</param>
internal sealed record ChannelDecisionResponse(
    NotificationChannel Channel,
    DeliveryOutcome Outcome,
    NotificationReason Reason,
    string Explanation,
    DateTimeOffset At
)
{
    public static ChannelDecisionResponse Of(ChannelDecision decision) =>
        new(decision.Channel, decision.Outcome, decision.Reason, NotificationWords.Why(decision), decision.At);
}

/// <summary>What you would have received in the last 7 days with other settings.</summary>
/// <param name="From">Since when.</param>
/// <param name="Items">Each event, latest first, at most 200.</param>
/// <param name="InApp">How many you would have seen in the notification centre.</param>
/// <param name="Email">How many you would have been told of by email.</param>
/// <param name="Push">How many would have come to your devices.</param>
/// <param name="Emails">How many emails that would have been, digests included.</param>
internal sealed record NotificationDryRunResponse(
    DateTimeOffset From,
    IReadOnlyList<NotificationExplanationResponse> Items,
    int InApp,
    int Email,
    int Push,
    int Emails
)
{
    public static NotificationDryRunResponse Of(NotificationDryRun run) =>
        new(
            run.From,
            [.. run.Items.Select(NotificationExplanationResponse.Of)],
            run.Totals.GetValueOrDefault(NotificationChannel.InApp),
            run.Totals.GetValueOrDefault(NotificationChannel.Email),
            run.Totals.GetValueOrDefault(NotificationChannel.Push),
            run.Emails
        );
}

/// <summary>What your next digest would say if it came now.</summary>
/// <param name="At">When it comes; null without digests.</param>
/// <param name="Items">What it lists, earliest first, at most 50.</param>
/// <param name="More">How many more there are.</param>
internal sealed record DigestPreviewResponse(DateTimeOffset? At, IReadOnlyList<NotificationResponse> Items, int More)
{
    public static DigestPreviewResponse Of(DigestPreview preview) =>
        new(preview.At, [.. preview.Lines.Select(NotificationResponse.Of)], preview.More);
}
