namespace Kayse.Grains.Users;

/// <summary>Makes a person.</summary>
/// <param name="FullName">Their name, as the rules of names have left it.</param>
/// <param name="Email">Normalised address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="PasswordHash">As ASP.NET Core's password hasher writes it.</param>
/// <param name="TimeZone">IANA name, or null.</param>
/// <param name="InvitationId">The invitation that may hold the number for them, or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.register-user")]
public sealed record RegisterUser(
    [property: Id(0)] string FullName,
    [property: Id(1)] string Email,
    [property: Id(2)] string? PhoneNumber,
    [property: Id(3)] string PasswordHash,
    [property: Id(4)] string? TimeZone,
    [property: Id(5)] string? InvitationId)
{
    /// <summary>Whether somebody else chose the password (IN-9), so that it must be changed at the first sign-in.</summary>
    [Id(6)]
    public bool MustChangePassword { get; init; }

    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(RegisterUser);
}
