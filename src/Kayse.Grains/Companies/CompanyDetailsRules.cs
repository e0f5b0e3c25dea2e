using Kayse.Grains.Directory;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Companies;

internal static class CompanyDetailsRules
{
    /// <summary>The company with a change of its details, checked.</summary>
    public static CompanyState Apply(CompanyState company, UpdateCompany change, IPhoneNumberParser phones, SeatOptions seats)
    {
        VersionRules.EnsureExpected(change.ExpectedVersion, company.DetailsVersion);
        var errors = new FieldErrors();
        var next = company with
        {
            Name = change.Name is null ? company.Name : errors.RequiredName("name", change.Name, FieldLimits.CompanyName),
            PostalAddress = change.PostalAddress is { } address ? CheckAddress(errors, address.Value) : company.PostalAddress,
            Website = change.Website is { } website ? CheckWebsite(errors, website.Value) : company.Website,
            SeatLimit = change.SeatLimit is { } seatLimit ? SeatRules.CheckLimit(errors, seatLimit.Limit, seats) : company.SeatLimit,
        };
        errors.ThrowIfAny();
        return next with
        {
            Email = change.Email is { } email ? CheckEmail(email.Value) : company.Email,
            PhoneNumber = change.PhoneNumber is { } phone
                ? ContactRules.Phone(phones, phone.Value, change.PhoneCountry)
                : company.PhoneNumber,
        };
    }

    private static string? CheckEmail(string? email) => string.IsNullOrWhiteSpace(email) ? null : ContactRules.Email(email);

    private static string? CheckWebsite(FieldErrors errors, string? website)
    {
        var text = errors.Optional("website", website, FieldLimits.Website);
        if (text is null)
            return null;
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.UserInfo.Length == 0
            && url.Host.Length > 0
            && url.AbsoluteUri.Length <= FieldLimits.Website
        )
            return url.AbsoluteUri;
        errors.Add("website", "Enter a web address, such as https://firm.example.");
        return null;
    }

    // Of an address in which nothing is filled in nothing is kept.
    private static PostalAddress? CheckAddress(FieldErrors errors, PostalAddress? address)
    {
        if (address is null)
            return null;
        if (address.Lines.Count > FieldLimits.AddressLines)
            errors.Add("postalAddress.lines", $"Give up to {FieldLimits.AddressLines} of them.");
        var lines = address
            .Lines.Take(FieldLimits.AddressLines)
            .Select(line => errors.Optional("postalAddress.lines", line, FieldLimits.AddressLine))
            .OfType<string>()
            .ToList();
        var country = errors.Optional("postalAddress.country", address.Country, FieldLimits.Place)?.ToUpperInvariant();
        if (country is not null && !Countries.IsCode(country))
            errors.Add("postalAddress.country", "Choose a country by its two-letter code, such as US.");
        var clean = new PostalAddress(
            lines,
            errors.Optional("postalAddress.city", address.City, FieldLimits.Place),
            errors.Optional("postalAddress.region", address.Region, FieldLimits.Place),
            errors.Optional("postalAddress.postalCode", address.PostalCode, FieldLimits.PostalCode),
            country
        );
        return clean is { Lines.Count: 0, City: null, Region: null, PostalCode: null, Country: null } ? null : clean;
    }
}
