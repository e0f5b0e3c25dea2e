namespace Kayse.Grains.Users;

/// <summary>Makes a person.</summary>
/// <param name="FullName">Their name, as the rules of names have left it.</param>
/// <param name="Email">Normalised address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="PasswordHash">As ASP.NET Core's password hasher writes it.</param>
/// <param name="TimeZone">IANA name, or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.register-user")]
public sealed record RegisterUser(
    [property: Id(0)] string FullName,
    [property: Id(1)] string Email,
    [property: Id(2)] string? PhoneNumber,
    [property: Id(3)] string PasswordHash,
    [property: Id(4)] string? TimeZone
)
{
    /// <summary>
    /// Whether somebody else chose the password (IN-9), so that it must be changed at the first sign-in.
    /// </summary>
    [Id(6)]
    public bool MustChangePassword { get; init; }

    /// <summary>What is known of whether the address is theirs.</summary>
    [Id(7)]
    public AddressProof Address { get; init; }

    /// <summary>
    /// The company that they join, which their sign-ins open when they take an account over; null for none.
    /// </summary>
    [Id(8)]
    public string? CompanyId { get; init; }

    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(RegisterUser);
}

/// <summary>What is known, when a person registers, of whether the address is theirs.</summary>
[GenerateSerializer, Alias("kayse.address-proof")]
public enum AddressProof
{
    /// <summary>Nothing: it stays unverified until they ask for a link themselves (IN-9).</summary>
    None = 0,

    /// <summary>Nothing yet: they are mailed a link and a code (CO-1).</summary>
    Mailed = 1,

    /// <summary>They followed a link that was mailed to it (IN-7).</summary>
    Given = 2,
}

/// <summary>Somebody who has just registered, or had before by the same command.</summary>
/// <param name="User">Who they are.</param>
/// <param name="CredentialVersion">That of the command's password, to sign in with; null when it is not theirs, or not
/// any more.</param>
[GenerateSerializer, Immutable, Alias("kayse.registered-user")]
public sealed record RegisteredUser([property: Id(0)] UserView User, [property: Id(1)] int? CredentialVersion);
