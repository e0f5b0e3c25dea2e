using Orleans.Concurrency;

namespace Kayse.Grains.Domains;

/// <summary>
/// Which company has verified a domain: the point where it is decided that only one has. Keyed by
/// <see cref="DomainName">normalised domain</see>.
/// </summary>
[Alias("kayse.domain")]
public interface IDomainGrain : IGrainWithStringKey
{
    /// <summary>
    /// Gives the domain to a company that has proved that it is theirs, if no other has it; answers who has it now. May
    /// be repeated.
    /// </summary>
    [Alias("claim")]
    Task<string> ClaimAsync(string companyId);

    /// <summary>Takes the domain from a company; without effect when they don't have it. May be repeated.</summary>
    [Alias("release")]
    Task ReleaseAsync(string companyId);

    /// <summary>
    /// The company that has verified the domain, also while its record is lost; null when none has. Says nothing about
    /// people: anybody may be told.
    /// </summary>
    [ReadOnly, Alias("get-company-id")]
    Task<string?> GetCompanyIdAsync();
}
