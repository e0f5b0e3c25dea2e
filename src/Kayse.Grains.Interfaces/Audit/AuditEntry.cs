namespace Kayse.Grains.Audit;

/// <summary>
/// A record as the log gives it back. Where a person was erased, <see cref="DeletedPerson"/> stands for their name and
/// personal values, and the IP address is null.
/// </summary>
/// <param name="Sequence">Its place in the log, from 0.</param>
/// <param name="Hash">The hash of it, which the next entry carries.</param>
/// <param name="Record">What was done.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-entry")]
public sealed record AuditEntry([property: Id(0)] long Sequence, [property: Id(1)] string Hash, [property: Id(2)] AuditRecord Record)
{
    /// <summary>Stands where somebody was named who has been erased.</summary>
    public const string DeletedPerson = "Deleted person";
}
