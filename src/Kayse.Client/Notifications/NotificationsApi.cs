namespace Kayse.Client;

/// <summary>What members are notified of.</summary>
public interface INotificationsApi
{
    /// <summary>
    /// Sends up to 200 events, each for one member, who gets it by the channels that they chose. What was accepted is
    /// delivered once. May be repeated: an event that was accepted before is a <c>duplicate</c>.
    /// </summary>
    /// <returns>A result for each, in their order.</returns>
    Task<IReadOnlyList<EventResult>> SendAsync(IReadOnlyList<MemberEvent> events, CancellationToken cancellationToken = default);
}

/// <summary>Something of which one member is to be notified.</summary>
/// <param name="Id">1 to 100 characters that you choose; the same id within 7 days is the same event.</param>
/// <param name="UserId">The member.</param>
/// <param name="Type">What it is about, such as <c>task_due</c>.</param>
/// <param name="Title">One line of up to 200 characters.</param>
public sealed record MemberEvent(string Id, string UserId, string Type, string Title)
{
    /// <summary>More about it, up to 2 KiB; or null.</summary>
    public string? Body { get; init; }

    /// <summary>The type of the case that it is about. Members who may not see it are not notified.</summary>
    public string? CaseType { get; init; }

    /// <summary>The case that it is about.</summary>
    public string? CaseId { get; init; }

    /// <summary>The member whose the case or the task is.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>The agent that it comes from. Members who may not see it are not notified.</summary>
    public string? AgentId { get; init; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>; null for <c>normal</c>.</summary>
    public string? Priority { get; init; }

    /// <summary><c>negative</c>, <c>neutral</c> or <c>positive</c>; or null.</summary>
    public string? Sentiment { get; init; }

    /// <summary>Members whom a message mentions, up to 50; or null.</summary>
    public IReadOnlyList<string>? Mentions { get; init; }
}

/// <summary>What became of an event.</summary>
/// <param name="Id">The event's.</param>
/// <param name="Outcome"><c>accepted</c>, <c>duplicate</c> or <c>refused</c>.</param>
/// <param name="Reason">Why it was refused, such as <c>not_a_member</c>; or null.</param>
public sealed record EventResult(string Id, string Outcome, string? Reason);

internal sealed class NotificationsApi(KayseCalls calls, string companyId) : INotificationsApi
{
    private readonly string _events = KaysePath.Of($"companies/{companyId}/events");

    // The ids of the events make it repeatable.
    public async Task<IReadOnlyList<EventResult>> SendAsync(
        IReadOnlyList<MemberEvent> events,
        CancellationToken cancellationToken = default
    ) =>
        (
            await calls
                .SendAsync<SentEvents>(
                    new KayseRequest(HttpMethod.Post, _events) { Body = new { events }, OnlyAsks = true },
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Results;

    private sealed record SentEvents(IReadOnlyList<EventResult> Results);
}
