using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Companies;

/// <summary>Changes a company's details; what is absent stays, null takes away.</summary>
internal sealed class UpdateCompanyRequest
{
    /// <summary>1 to 200 characters.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>In international form, or national with <c>phoneCountry</c>.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a <c>phoneNumber</c> in national form.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Where the company can be written to.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Replaces the address as a whole.</summary>
    public Optional<PostalAddressRequest?> PostalAddress { get; init; }

    /// <summary>Begins with <c>https://</c> or <c>http://</c>; up to 500 characters.</summary>
    public Optional<string?> Website { get; init; }

    /// <summary>
    /// The most active members and pending invitations that there can be, at least 1; null for what the operator
    /// allows. For Super Admins.
    /// </summary>
    public Optional<int?> SeatLimit { get; init; }

    public UpdateCompany ToCommand(long? expectedVersion)
    {
        Optionals.RefuseNull(("name", Name.IsNull));
        var address = PostalAddress.IsPresent ? new Change<PostalAddress>(PostalAddress.Value?.ToAddress()) : null;
        return new UpdateCompany(
            Name.Value,
            PhoneNumber.ToChange(),
            PhoneCountry,
            Email.ToChange(),
            address,
            Website.ToChange(),
            expectedVersion
        )
        {
            SeatLimit = SeatLimit.IsPresent ? new ChangeSeatLimit(SeatLimit.Value) : null,
        };
    }
}

/// <summary>Where letters go; one without any part is none.</summary>
internal sealed class PostalAddressRequest
{
    /// <summary>Up to 4 lines of up to 200 characters.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    /// <summary>Up to 100 characters.</summary>
    public string? City { get; init; }

    /// <summary>State, province, county; up to 100 characters.</summary>
    public string? Region { get; init; }

    /// <summary>Up to 20 characters.</summary>
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    public PostalAddress ToAddress() => new(Lines ?? [], City, Region, PostalCode, Country);
}
