namespace Kayse.Grains.Domains;

/// <summary>Whether a company has shown that a domain is its own.</summary>
[GenerateSerializer, Alias("kayse.domain-status")]
public enum DomainStatus
{
    /// <summary>It was added, and its record has not been found yet.</summary>
    Pending = 0,

    /// <summary>Its record was found.</summary>
    Verified = 1,

    /// <summary>It is verified, but its record was gone when it was last checked. Nothing else changes by that.</summary>
    Lost = 2,
}
