using Kayse.Grains.Companies;

namespace Kayse.WebHost.Companies;

/// <summary>A company's details, as its members see them.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it signed up.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="Email">Or null.</param>
/// <param name="PostalAddress">Or null.</param>
/// <param name="Website">A URL, or null.</param>
/// <param name="SeatLimit">The limit for active members and pending invitations together; null for no
/// limit.</param>
/// <param name="SeatsTaken">How many seats are taken.</param>
internal sealed record CompanyDetailsResponse(
    string Id,
    string Name,
    DateTimeOffset CreatedAt,
    string? PhoneNumber,
    string? Email,
    PostalAddressResponse? PostalAddress,
    string? Website,
    int? SeatLimit,
    int SeatsTaken
)
{
    public static CompanyDetailsResponse Of(CompanyView company) =>
        new(
            company.Id,
            company.Name,
            company.CreatedAt,
            company.PhoneNumber,
            company.Email,
            company.PostalAddress is { } address
                ? new(address.Lines, address.City, address.Region, address.PostalCode, address.Country)
                : null,
            company.Website,
            company.SeatLimit,
            company.SeatsTaken
        );
}

/// <summary>A postal address.</summary>
/// <param name="Lines">Street, building, PO box.</param>
/// <param name="City">Or null.</param>
/// <param name="Region">State, province, county; or null.</param>
/// <param name="PostalCode">Or null.</param>
/// <param name="Country">ISO 3166 alpha-2, or null.</param>
internal sealed record PostalAddressResponse(
    IReadOnlyList<string> Lines,
    string? City,
    string? Region,
    string? PostalCode,
    string? Country
);
