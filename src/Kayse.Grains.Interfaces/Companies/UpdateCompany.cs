using Kayse.Grains.Invitations;

namespace Kayse.Grains.Companies;

/// <summary>
/// Changes a company's details (CO-2), in the words of an admin: nothing is checked yet. A change that is null leaves
/// what is there.
/// </summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="PhoneNumber">The new number; its value null or blank takes the number away.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2 for a number in national form, or null.</param>
/// <param name="Email">The new address.</param>
/// <param name="PostalAddress">The new postal address, as a whole.</param>
/// <param name="Website">An http or https URL.</param>
/// <param name="ExpectedVersion">The version that the change is meant for; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-company")]
public sealed record UpdateCompany(
    [property: Id(0)] string? Name,
    [property: Id(1)] Change<string>? PhoneNumber,
    [property: Id(2)] string? PhoneCountry,
    [property: Id(3)] Change<string>? Email,
    [property: Id(4)] Change<PostalAddress>? PostalAddress,
    [property: Id(5)] Change<string>? Website,
    [property: Id(6)] long? ExpectedVersion
)
{
    /// <summary>The most people that the company wants to have; only Super Admins set it.</summary>
    [Id(7)]
    public ChangeSeatLimit? SeatLimit { get; init; }
}

/// <summary>A new limit of seats.</summary>
/// <param name="Limit">At least 1; null: what the operator lets companies have.</param>
[GenerateSerializer, Immutable, Alias("kayse.change-seat-limit")]
public sealed record ChangeSeatLimit([property: Id(0)] int? Limit);
