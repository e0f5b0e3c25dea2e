namespace Kayse.Grains.Notifications;

/// <summary>Something that happened, of which one member is to be notified.</summary>
/// <param name="Id">1 to 100 characters, chosen by who sends it; the same one twice within 7 days is one event.</param>
/// <param name="UserId">The member.</param>
/// <param name="Type">What it is about.</param>
/// <param name="Title">One line of up to 200 characters.</param>
[GenerateSerializer, Immutable, Alias("kayse.notification-event")]
public sealed record NotificationEvent(
    [property: Id(0)] string Id,
    [property: Id(1)] string UserId,
    [property: Id(2)] NotificationType Type,
    [property: Id(3)] string Title
)
{
    /// <summary>More about it, up to 2 KiB as UTF-8; null when the title says it all.</summary>
    [Id(4)]
    public string? Body { get; init; }

    /// <summary>The type of the case that it is about; null when it is about none.</summary>
    [Id(5)]
    public string? CaseType { get; init; }

    /// <summary>The case that it is about; null when it is about none.</summary>
    [Id(6)]
    public string? CaseId { get; init; }

    /// <summary>Whose the case or the task is; null when it is nobody's.</summary>
    [Id(7)]
    public string? AssigneeId { get; init; }

    /// <summary>The agent that it comes from; null when it comes from none.</summary>
    [Id(8)]
    public string? AgentId { get; init; }

    /// <summary>How urgent it is.</summary>
    [Id(9)]
    public NotificationPriority Priority { get; init; }

    /// <summary>How the client sounds; null when nobody can tell.</summary>
    [Id(10)]
    public Sentiment? Sentiment { get; init; }

    /// <summary>The people whom a message mentions, by user id.</summary>
    [Id(11)]
    public IReadOnlyList<string> Mentions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Only its id: the rest is personal data.</summary>
    public override string ToString() => $"{nameof(NotificationEvent)} {Id}";
}

/// <summary>What became of an event that was sent to a company.</summary>
/// <param name="Id">The event's, as it was sent.</param>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="Reason">Why it was refused; null when it wasn't.</param>
[GenerateSerializer, Immutable, Alias("kayse.event-result")]
public sealed record EventResult(
    [property: Id(0)] string Id,
    [property: Id(1)] EventOutcome Outcome,
    [property: Id(2)] string? Reason = null
);

/// <summary>Whether an event was taken.</summary>
[GenerateSerializer, Alias("kayse.event-outcome")]
public enum EventOutcome
{
    /// <summary>It is on disk, and will be delivered once.</summary>
    Accepted = 0,

    /// <summary>The same event was accepted before.</summary>
    Duplicate = 1,

    /// <summary>It was not taken.</summary>
    Refused = 2,
}
