using Orleans.Concurrency;

namespace Kayse.Grains.Companies;

/// <summary>
/// What a company is told from below, keyed by company id. One-way all of it, as nobody waits for who is above them,
/// and it decides nothing: the company looks down for the truth.
/// </summary>
[Alias("kayse.company-news")]
public interface ICompanyNewsGrain : IGrainWithStringKey
{
    /// <summary>
    /// A member's address or number may be another than the roster says. Whoever tells goes on telling until the
    /// company has called <see cref="Users.IUserGrain.ContactKnownAsync"/>.
    /// </summary>
    [OneWay, Alias("contact-changed")]
    Task ContactChangedAsync(string userId);
}
