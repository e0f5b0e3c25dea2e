namespace Kayse.Grains.Domains;

/// <summary>A domain of a company, as it is stored.</summary>
internal sealed record DomainRecord
{
    /// <summary>Normalised.</summary>
    public required string Domain { get; init; }

    /// <summary>What its TXT record has to hold. It stands in the DNS, so it is no secret; nobody can guess it.</summary>
    public required string Token { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Null while it is not verified.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Since when its record has been gone; null while it is there, or the domain is not verified.</summary>
    public DateTimeOffset? LostAt { get; init; }

    /// <summary>Null before the first check.</summary>
    public DomainCheck? LastCheck { get; init; }

    /// <summary>From when on it is checked by itself.</summary>
    public DateTimeOffset NextCheckAt { get; init; }
}
