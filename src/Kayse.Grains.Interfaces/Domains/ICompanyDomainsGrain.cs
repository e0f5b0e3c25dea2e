using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Domains;

/// <summary>
/// The domains of a company (CO-12), keyed by company id; for Admins and above. A domain is verified by a TXT record in
/// its DNS, and checked every week from then on. Others find the company of a verified domain by
/// <see cref="IDomainGrain"/>.
/// </summary>
[Alias("kayse.company-domains")]
public interface ICompanyDomainsGrain : IGrainWithStringKey
{
    /// <summary>All of them, by name.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<IReadOnlyList<DomainView>> ListAsync(Actor actor);

    /// <summary>
    /// Adds a domain, which is not verified by that. Refuses what is no domain, domains of public mail providers, and
    /// more than 20. May be repeated: a domain that is there stays as it is.
    /// </summary>
    [Alias("add")]
    Task<DomainView> AddAsync(Actor actor, string domain);

    /// <summary>
    /// Looks for the record now; the view says what was found. Refuses <c>not_found</c>, and <c>domain_in_use</c> when
    /// the record is there but another company has verified the domain. May be repeated.
    /// </summary>
    [Alias("verify")]
    Task<DomainView> VerifyAsync(Actor actor, string domain);

    /// <summary>
    /// Removes a domain; another company may verify it from then on. Refuses <c>not_found</c>. Adding it again needs
    /// another record.
    /// </summary>
    [Alias("remove")]
    Task RemoveAsync(Actor actor, string domain);
}
