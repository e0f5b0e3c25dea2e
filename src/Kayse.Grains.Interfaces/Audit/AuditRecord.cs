namespace Kayse.Grains.Audit;

/// <summary>
/// One thing that somebody did in a company, as it is given to the log (CO-6). Holds no secrets: no password, token,
/// code or hash of one.
/// </summary>
/// <param name="Id">An <see cref="Tokens.EntityId"/>, made once with the record: what is delivered again has the
/// same.</param>
/// <param name="At">When it was done; like <paramref name="Id"/> the same however often the record is
/// delivered.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Changes">The fields that differ afterwards; empty when the action says it all.</param>
/// <param name="IpAddress">Where from, or null when it is not known.</param>
/// <param name="SessionId">The session that was used, or null when none was.</param>
/// <param name="CompanyId">The company in whose log it belongs.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-record")]
public sealed record AuditRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] AuditActor Actor,
    [property: Id(3)] string Action,
    [property: Id(4)] AuditTarget Target,
    [property: Id(5)] IReadOnlyList<AuditChange> Changes,
    [property: Id(6)] string? IpAddress,
    [property: Id(7)] string? SessionId,
    [property: Id(8)] string CompanyId
);
