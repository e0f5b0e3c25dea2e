using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Companies;

/// <summary>Changes a company's details; absent fields stay as they are, null clears.</summary>
internal sealed class UpdateCompanyRequest
{
    /// <summary>1 to 200 characters.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>In international form, or national with <c>phoneCountry</c>.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a <c>phoneNumber</c> in national form.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>The company's email address.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>Replaces the address as a whole.</summary>
    public Optional<PostalAddressRequest?> PostalAddress { get; init; }

    /// <summary>Begins with <c>https://</c> or <c>http://</c>; up to 500 characters.</summary>
    public Optional<string?> Website { get; init; }

    /// <summary>
    /// The limit for active members and pending invitations together, at least 1; null for the operator's limit.
    /// Super Admins only.
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

/// <summary>A postal address. Without any field, the address is removed.</summary>
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
