using Kayse.Grains.Domains;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso;

/// <summary>Where somebody with an address signs in: decided by its domain alone, whoever has it or nobody.</summary>
internal static class SsoOffers
{
    /// <summary>The company and its connection in use; null when there is none.</summary>
    public static async Task<(string CompanyId, SsoOffer Offer)?> FindAsync(IGrainFactory grains, string? email)
    {
        if (DomainName.OfEmail(email) is not { } domain)
            return null;
        var companyId = await grains.GetGrain<IDomainGrain>(domain).GetCompanyIdAsync();
        return companyId is not null && await grains.GetGrain<ICompanySsoGrain>(companyId).GetOfferAsync() is { } offer
            ? (companyId, offer)
            : null;
    }
}
