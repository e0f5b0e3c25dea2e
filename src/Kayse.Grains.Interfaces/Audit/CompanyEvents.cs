namespace Kayse.Grains.Audit;

/// <summary>
/// Something that happened in a company, for other services: a view of an audit entry, without anything personal.
/// </summary>
/// <param name="Id">The entry's.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who did it; null when it came about by itself.</param>
/// <param name="TargetKind">One of <see cref="AuditTargetKinds"/>.</param>
/// <param name="TargetId">What it was done to.</param>
/// <param name="Changes">What differs, without the personal values.</param>
/// <param name="Sequence">Its place in the company's log; later events have higher ones.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-event")]
public sealed record CompanyEvent(
    [property: Id(0)] string Id,
    [property: Id(1)] string Type,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string? ActorId,
    [property: Id(4)] string TargetKind,
    [property: Id(5)] string TargetId,
    [property: Id(6)] IReadOnlyList<AuditChange> Changes,
    [property: Id(7)] long Sequence
);

/// <summary>A stretch of a company's events.</summary>
/// <param name="Items">Oldest first; may be empty although more follow.</param>
/// <param name="NextCursor">From where to read on, now or later.</param>
/// <param name="HasMore">Whether there is more to be read at once.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-events")]
public sealed record CompanyEvents(
    [property: Id(0)] IReadOnlyList<CompanyEvent> Items,
    [property: Id(1)] string NextCursor,
    [property: Id(2)] bool HasMore
);
