namespace Kayse.Grains.Audit;

/// <summary>Where a change comes from: what an <see cref="AuditRecord"/> says of who made it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="IpAddress">Where from, or null when it is not known.</param>
/// <param name="SessionId">The session that was used, or null when none was.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-origin")]
public sealed record AuditOrigin(
    [property: Id(0)] AuditActor Actor,
    [property: Id(1)] string? IpAddress,
    [property: Id(2)] string? SessionId
)
{
    /// <summary>What comes about by itself.</summary>
    public static readonly AuditOrigin Nobody = new(AuditActor.Nobody, null, null);
}
