using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <summary>Creates a company and its first Super Admin.</summary>
/// <param name="CompanyName">1 to 200 characters.</param>
/// <param name="FullName">1 to 200 characters.</param>
/// <param name="Email">Any form of the address.</param>
/// <param name="PhoneNumber">International form, or national with <paramref name="PhoneCountry"/>; null or blank for
/// none.</param>
/// <param name="PhoneCountry">ISO 3166 alpha-2, or null.</param>
/// <param name="TimeZone">IANA name, or null.</param>
/// <param name="UserId">The id that a new person gets.</param>
/// <param name="PasswordHash">The new person's; null when <paramref name="ExistingUserId"/> is set.</param>
/// <param name="ExistingUserId">The person who has the address and proved it with their password, or null.</param>
/// <param name="FirstRunOnly">Whether the company may only be created when it is the installation's first.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-up")]
public sealed record SignUp(
    [property: Id(0)] string CompanyName,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] string? PhoneNumber,
    [property: Id(4)] string? PhoneCountry,
    [property: Id(5)] string? TimeZone,
    [property: Id(6)] string UserId,
    [property: Id(7)] string? PasswordHash,
    [property: Id(8)] string? ExistingUserId,
    [property: Id(9)] bool FirstRunOnly
)
{
    /// <summary>Where from, or null when it is not known.</summary>
    [Id(10)]
    public string? IpAddress { get; init; }

    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(SignUp);
}

/// <summary>A company that has just been created.</summary>
[GenerateSerializer, Immutable, Alias("kayse.company-created")]
public sealed record CompanyCreated([property: Id(0)] CompanyView Company, [property: Id(1)] UserView User);
