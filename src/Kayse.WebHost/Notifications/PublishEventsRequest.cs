using Kayse.Grains.Notifications;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Notifications;

/// <summary>Events of which members are to be notified.</summary>
internal sealed class PublishEventsRequest
{
    /// <summary>1 to 200.</summary>
    public required IReadOnlyList<EventRequest> Events { get; init; }
}

/// <summary>Something of which one member is to be notified.</summary>
internal sealed class EventRequest
{
    /// <summary>1 to 100 characters that you choose; the same id within 7 days is the same event.</summary>
    public required string Id { get; init; }

    /// <summary>The member.</summary>
    public required string UserId { get; init; }

    /// <summary>
    /// <c>new_message</c>, <c>missed_call</c>, <c>call_completed</c>, <c>case_assigned</c>, <c>case_updated</c>,
    /// <c>task_due</c>, <c>task_completed</c>, <c>document_uploaded</c>, <c>form_submitted</c>, <c>negative_sentiment</c>
    /// or <c>campaign_update</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>One line of up to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>More about it, up to 2 KiB. Plain text; it may have several lines.</summary>
    public string? Body { get; init; }

    /// <summary>The type of the case that it is about. Members who may not see it are not notified.</summary>
    public string? CaseType { get; init; }

    /// <summary>The case that it is about.</summary>
    public string? CaseId { get; init; }

    /// <summary>The member whose the case or the task is.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>The agent that it comes from. Members who may not see it are not notified.</summary>
    public string? AgentId { get; init; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>. Without it: <c>normal</c>.</summary>
    public string? Priority { get; init; }

    /// <summary><c>negative</c>, <c>neutral</c> or <c>positive</c>.</summary>
    public string? Sentiment { get; init; }

    /// <summary>Members whom a message mentions, up to 50.</summary>
    public IReadOnlyList<string>? Mentions { get; init; }

    // A word that is none of ours becomes a value that is none: the grain refuses this event and takes the others.
    public NotificationEvent ToEvent() =>
        new(Id, UserId, Words<NotificationType>.TryParse(Type, out var type) ? type : (NotificationType)(-1), Title)
        {
            Body = Body,
            CaseType = CaseType,
            CaseId = CaseId,
            AssigneeId = AssigneeId,
            AgentId = AgentId,
            Priority = Words<NotificationPriority>.TryParse(Priority ?? "normal", out var priority)
                ? priority
                : (NotificationPriority)(-1),
            Sentiment =
                Sentiment is not { } word ? null
                : Words<Kayse.Grains.Notifications.Sentiment>.TryParse(word, out var sentiment) ? sentiment
                : (Kayse.Grains.Notifications.Sentiment)(-1),
            Mentions = Mentions ?? [],
        };
}
