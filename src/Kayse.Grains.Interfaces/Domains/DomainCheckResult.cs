namespace Kayse.Grains.Domains;

/// <summary>What a check of a domain found.</summary>
[GenerateSerializer, Alias("kayse.domain-check-result")]
public enum DomainCheckResult
{
    /// <summary>The record, with the right value.</summary>
    Found = 0,

    /// <summary>No TXT record of that name.</summary>
    Missing = 1,

    /// <summary>TXT records of that name, but none with the right value.</summary>
    Mismatch = 2,

    /// <summary>No answer from the domain's name servers. That says nothing of the record.</summary>
    Unreachable = 3,

    /// <summary>The record, but another company has verified the domain.</summary>
    InUse = 4,
}
