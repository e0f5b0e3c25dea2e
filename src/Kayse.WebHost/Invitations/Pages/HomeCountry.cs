using Kayse.Grains.Companies;
using Kayse.Grains.Directory;

namespace Kayse.WebHost.Invitations.Pages;

/// <summary>Where a company's people most likely have their phones.</summary>
internal static class HomeCountry
{
    /// <summary>The country of its postal address, else of its own phone number; null where it has neither.</summary>
    public static string? Of(CompanyView company, IPhoneNumberParser numbers) =>
        company.PostalAddress?.Country ?? (company.PhoneNumber is { } number ? numbers.Parse(number, null).Country : null);
}
