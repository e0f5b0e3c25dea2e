using System.Text.Json.Nodes;
using Kayse.Grains.Audit;

namespace Kayse.WebHost.Audit;

/// <summary>Something that was done in the company.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What, such as <c>member.role_changed</c>.</param>
/// <param name="Target">To whom or what.</param>
/// <param name="Before">The fields that differ, as they were; null when there were none.</param>
/// <param name="After">The same fields afterwards; null when there are none.</param>
/// <param name="IpAddress">Where from, or null.</param>
/// <param name="SessionId">By which session, or null.</param>
internal sealed record AuditEntryResponse(
    string Id,
    DateTimeOffset At,
    AuditActorResponse Actor,
    string Action,
    AuditTargetResponse Target,
    JsonObject? Before,
    JsonObject? After,
    string? IpAddress,
    string? SessionId
)
{
    public static AuditEntryResponse Of(AuditEntry entry) => Of(entry.Record);

    private static AuditEntryResponse Of(AuditRecord record) =>
        new(
            record.Id,
            record.At,
            new AuditActorResponse(record.Actor.UserId, record.Actor.Name),
            record.Action,
            new AuditTargetResponse(record.Target.Kind, record.Target.Id, record.Target.Name),
            ChangedFields.Before(record.Changes),
            ChangedFields.After(record.Changes),
            record.IpAddress,
            record.SessionId
        );
}

/// <summary>Who did something.</summary>
/// <param name="UserId">The person; null for a service key, which <c>sessionId</c> names, and when it came about by
/// itself.</param>
/// <param name="Name">As they were called then.</param>
internal sealed record AuditActorResponse(string? UserId, string Name);

/// <summary>What something was done to.</summary>
/// <param name="Kind"><c>company</c>, <c>member</c>, <c>invitation</c>, <c>scope</c>, <c>api_key</c>, <c>service_key</c>.</param>
/// <param name="Id">Its id; a member's is the user id.</param>
/// <param name="Name">As it was called then.</param>
internal sealed record AuditTargetResponse(string Kind, string Id, string Name);

/// <summary>What a check of the chain has found.</summary>
/// <param name="Intact">Whether every entry is as it was appended.</param>
/// <param name="Count">How many entries the chain holds for.</param>
/// <param name="Hash">The hash of the last of them, in hex.</param>
/// <param name="BrokenAt">The place of the first entry that is not as it was appended, counted from 0; null when there
/// is none.</param>
internal sealed record AuditVerificationResponse(bool Intact, long Count, string Hash, long? BrokenAt)
{
    public static AuditVerificationResponse Of(AuditVerification verification) =>
        new(verification.BrokenAt is null, verification.Holds.Count, verification.Holds.Hash, verification.BrokenAt);
}

/// <summary>A stretch of the company's events.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="NextCursor">Give it as <c>after</c> to read on; also when there is nothing more yet.</param>
/// <param name="HasMore">Whether there is more at once.</param>
internal sealed record EventsResponse(IReadOnlyList<EventResponse> Items, string NextCursor, bool HasMore)
{
    public static EventsResponse Of(CompanyEvents events) =>
        new([.. events.Items.Select(EventResponse.Of)], events.NextCursor, events.HasMore);
}

/// <summary>Something that happened in the company.</summary>
/// <param name="Id">The event's id: a consumer that sees it twice has seen it once.</param>
/// <param name="Type">Such as <c>member.removed</c>.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">The user id of who did it; null when it came about by itself.</param>
/// <param name="Target">To whom or what.</param>
/// <param name="Before">The fields that differ, as they were, without anything personal.</param>
/// <param name="After">The same fields afterwards.</param>
internal sealed record EventResponse(
    string Id,
    string Type,
    DateTimeOffset At,
    string? ActorId,
    EventTargetResponse Target,
    JsonObject? Before,
    JsonObject? After
)
{
    public static EventResponse Of(CompanyEvent told) =>
        new(
            told.Id,
            told.Type,
            told.At,
            told.ActorId,
            new EventTargetResponse(told.TargetKind, told.TargetId),
            ChangedFields.Before(told.Changes),
            ChangedFields.After(told.Changes)
        );
}

/// <summary>What something happened to.</summary>
/// <param name="Kind"><c>company</c>, <c>member</c>, <c>invitation</c>, <c>scope</c>, <c>api_key</c>, <c>service_key</c>.</param>
/// <param name="Id">Its id; a member's is the user id.</param>
internal sealed record EventTargetResponse(string Kind, string Id);
