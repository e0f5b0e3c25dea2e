namespace Kayse.Grains.Audit;

/// <summary>Which entries are asked for; null lets everything through.</summary>
/// <param name="ActorId">The user id of who did it.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="TargetId">The id of what it was done to.</param>
/// <param name="From">Not before this.</param>
/// <param name="To">Before this.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-filter")]
public sealed record AuditFilter(
    [property: Id(0)] string? ActorId,
    [property: Id(1)] string? Action,
    [property: Id(2)] string? TargetId,
    [property: Id(3)] DateTimeOffset? From,
    [property: Id(4)] DateTimeOffset? To
)
{
    /// <summary>Lets everything through.</summary>
    public static readonly AuditFilter Everything = new(null, null, null, null, null);
}
