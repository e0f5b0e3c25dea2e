using System.Text.Json.Nodes;
using Kayse.Grains.Audit;

namespace Kayse.WebHost.Audit;

/// <summary>An entry of the audit log.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When it happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What was done, such as <c>member.role_changed</c>.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Before">The changed fields before the change; null if there were none.</param>
/// <param name="After">The same fields after the change; null if there are none.</param>
/// <param name="IpAddress">The IP address, or null.</param>
/// <param name="SessionId">The session, or null.</param>
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
/// <param name="UserId">The person; null for the system, and for a service key, which <c>sessionId</c> names.</param>
/// <param name="Name">Their name at that time.</param>
internal sealed record AuditActorResponse(string? UserId, string Name);

/// <summary>What something was done to.</summary>
/// <param name="Kind"><c>company</c>, <c>member</c>, <c>invitation</c>, <c>scope</c>, <c>api_key</c>,
/// <c>service_key</c>.</param>
/// <param name="Id">Its id; a member's is the user id.</param>
/// <param name="Name">Its name at that time.</param>
internal sealed record AuditTargetResponse(string Kind, string Id, string Name);

/// <summary>The result of a verification.</summary>
/// <param name="Intact">Whether no entry was changed or removed.</param>
/// <param name="Count">How many entries the log has had up to the last verified one.</param>
/// <param name="Hash">The hash of the last verified entry, in hexadecimal.</param>
/// <param name="BrokenAt">The index of the first entry that was changed or removed, from 0; null if there
/// is none.</param>
/// <param name="DeletedEntries">How many of them were deleted at the end of their retention period.</param>
internal sealed record AuditVerificationResponse(bool Intact, long Count, string Hash, long? BrokenAt, long DeletedEntries)
{
    public static AuditVerificationResponse Of(AuditVerification verification) =>
        new(verification.BrokenAt is null, verification.Holds.Count, verification.Holds.Hash, verification.BrokenAt, verification.Deleted);
}

/// <summary>A page of the event feed.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="NextCursor">Pass it as <c>after</c> to continue; always present.</param>
/// <param name="HasMore">Whether more events are available now.</param>
internal sealed record EventsResponse(IReadOnlyList<EventResponse> Items, string NextCursor, bool HasMore)
{
    public static EventsResponse Of(CompanyEvents events) =>
        new([.. events.Items.Select(EventResponse.Of)], events.NextCursor, events.HasMore);
}

/// <summary>An event in the company.</summary>
/// <param name="Id">The event's id; use it to ignore duplicates.</param>
/// <param name="Type">The type of event, such as <c>member.removed</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="ActorId">The user id of the actor; null for the system.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Before">The changed fields before the change, without personal data.</param>
/// <param name="After">The same fields after the change.</param>
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
/// <param name="Kind"><c>company</c>, <c>member</c>, <c>invitation</c>, <c>scope</c>, <c>api_key</c>,
/// <c>service_key</c>.</param>
/// <param name="Id">Its id; a member's is the user id.</param>
internal sealed record EventTargetResponse(string Kind, string Id);
