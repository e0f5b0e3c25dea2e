namespace Kayse.Grains.Users;

/// <summary>
/// What decides whether a company may add a person without asking them (IN-8), and whether they may invite others.
/// </summary>
/// <param name="EmailVerified">Whether they have proved that their address is theirs.</param>
/// <param name="IsAdmin">Whether they are an Admin or Super Admin of a company in which they are active.</param>
/// <param name="CompanyIds">The companies in which they are active.</param>
[GenerateSerializer, Immutable, Alias("kayse.user-standing")]
public sealed record UserStanding(
    [property: Id(0)] bool EmailVerified,
    [property: Id(1)] bool IsAdmin,
    [property: Id(2)] IReadOnlyList<string> CompanyIds
);
