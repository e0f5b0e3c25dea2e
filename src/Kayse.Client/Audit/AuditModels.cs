using System.Text.Json;

namespace Kayse.Client;

/// <summary>Which entries of the audit log to read; what is null doesn't matter.</summary>
public sealed record AuditQuery
{
    /// <summary>The user id of who did it.</summary>
    public string? ActorId { get; init; }

    /// <summary>Such as <c>member.role_changed</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public string? TargetId { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? To { get; init; }
}

/// <summary>Something that was done in the company.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What, such as <c>member.role_changed</c>.</param>
/// <param name="Target">To whom or what.</param>
/// <param name="Before">The fields that differ, as they were, or null.</param>
/// <param name="After">The same fields afterwards, or null.</param>
/// <param name="IpAddress">Where from, or null.</param>
/// <param name="SessionId">By which session or key, or null.</param>
public sealed record AuditEntry(
    string Id,
    DateTimeOffset At,
    AuditActor Actor,
    string Action,
    AuditTarget Target,
    JsonElement? Before,
    JsonElement? After,
    string? IpAddress,
    string? SessionId
);

/// <summary>Who did something.</summary>
/// <param name="UserId">The person; null for a service key, and when it came about by itself.</param>
/// <param name="Name">As they were called then.</param>
public sealed record AuditActor(string? UserId, string Name);

/// <summary>What something was done to.</summary>
/// <param name="Kind">Such as <c>member</c>.</param>
/// <param name="Id">Its id; a member's is the user id.</param>
/// <param name="Name">As it was called then.</param>
public sealed record AuditTarget(string Kind, string Id, string Name);

/// <summary>A stretch of what happened in a company.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="NextCursor">Where to go on, also when there is nothing more yet.</param>
/// <param name="HasMore">Whether there is more at once.</param>
public sealed record Events(IReadOnlyList<CompanyEvent> Items, string NextCursor, bool HasMore);

/// <summary>Something that happened in a company.</summary>
/// <param name="Id">Its id: one that comes twice has happened once.</param>
/// <param name="Type">Such as <c>member.removed</c>.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">The user id of who did it, or null.</param>
/// <param name="Target">To whom or what.</param>
/// <param name="Before">The fields that differ, as they were, without anything personal; or null.</param>
/// <param name="After">The same fields afterwards, or null.</param>
public sealed record CompanyEvent(
    string Id,
    string Type,
    DateTimeOffset At,
    string? ActorId,
    EventTarget Target,
    JsonElement? Before,
    JsonElement? After
);

/// <summary>What something happened to.</summary>
/// <param name="Kind">Such as <c>member</c>.</param>
/// <param name="Id">Its id; a member's is the user id.</param>
public sealed record EventTarget(string Kind, string Id);
