namespace Kayse.Grains.Audit;

/// <summary>Who did something.</summary>
/// <param name="UserId">The person; null when nobody did and it came about by itself, such as an expiry.</param>
/// <param name="Name">As they were called then.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-actor")]
public sealed record AuditActor([property: Id(0)] string? UserId, [property: Id(1)] string Name)
{
    /// <summary>Nobody: what comes about by itself.</summary>
    public static readonly AuditActor Nobody = new(null, "Kayse");
}
