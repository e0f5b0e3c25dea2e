namespace Kayse.Grains.Audit;

/// <summary>An entry with what its hash was made of, so that the chain can be checked elsewhere.</summary>
/// <param name="Stored">The entry as it is stored: JSON, with names and personal values encrypted.</param>
/// <param name="Entry">The same entry, readable.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-chain-entry")]
public sealed record AuditChainEntry([property: Id(0)] byte[] Stored, [property: Id(1)] AuditEntry Entry);
