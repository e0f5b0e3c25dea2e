namespace Kayse.Grains.Audit;

/// <summary>A place in the chain.</summary>
/// <param name="Count">How many entries come before it.</param>
/// <param name="Hash">The hash of the last of them, in hex.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-chain-point")]
public sealed record AuditChainPoint([property: Id(0)] long Count, [property: Id(1)] string Hash);

/// <summary>What a check of a stretch of the chain has found.</summary>
/// <param name="Holds">Up to where the chain holds. Who keeps it elsewhere can see later that nothing before it was
/// changed or taken away.</param>
/// <param name="BrokenAt">The place, from 0, of the first entry that is not what was appended; null when there is none
/// so far.</param>
/// <param name="IsComplete">Whether there is nothing left to check.</param>
/// <param name="Deleted">How many entries at the beginning were deleted at the end of their retention period.</param>
[GenerateSerializer, Immutable, Alias("kayse.audit-verification")]
public sealed record AuditVerification(
    [property: Id(0)] AuditChainPoint Holds,
    [property: Id(1)] long? BrokenAt,
    [property: Id(2)] bool IsComplete,
    [property: Id(3)] long Deleted = 0
);
