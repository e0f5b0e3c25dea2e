namespace Kayse.Grains.Domains;

/// <summary>A domain of a company (CO-12).</summary>
/// <param name="Domain">In its ASCII form, in lower case.</param>
/// <param name="Status">Whether it is verified.</param>
/// <param name="RecordName">The name of the TXT record that proves it.</param>
/// <param name="RecordValue">What the record has to say.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="VerifiedAt">When it was verified; null while it is not.</param>
/// <param name="LostAt">When its record was first found to be gone; null while it is there.</param>
/// <param name="LastCheck">The last check; null before the first.</param>
/// <param name="NextCheckAt">From when on it is checked again by itself.</param>
[GenerateSerializer, Immutable, Alias("kayse.domain-view")]
public sealed record DomainView(
    [property: Id(0)] string Domain,
    [property: Id(1)] DomainStatus Status,
    [property: Id(2)] string RecordName,
    [property: Id(3)] string RecordValue,
    [property: Id(4)] DateTimeOffset AddedAt,
    [property: Id(5)] DateTimeOffset? VerifiedAt,
    [property: Id(6)] DateTimeOffset? LostAt,
    [property: Id(7)] DomainCheck? LastCheck,
    [property: Id(8)] DateTimeOffset NextCheckAt
);
