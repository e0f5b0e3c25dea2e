namespace Kayse.Grains.Users;

/// <summary>
/// What decides whether a company may add a person without asking them (IN-8), whether they may invite others, and what
/// keeps them from working.
/// </summary>
/// <param name="EmailVerified">Whether they have proved that their address is theirs.</param>
/// <param name="IsAdmin">Whether they are an Admin or Super Admin of a company in which they are active.</param>
/// <param name="CompanyIds">The companies in which they are active.</param>
[GenerateSerializer, Immutable, Alias("kayse.user-standing")]
public sealed record UserStanding(
    [property: Id(0)] bool EmailVerified,
    [property: Id(1)] bool IsAdmin,
    [property: Id(2)] IReadOnlyList<string> CompanyIds
)
{
    /// <summary>Whether they have turned on a second factor.</summary>
    [Id(3)]
    public bool HasSecondFactor { get; init; }

    /// <summary>Whether they have to choose a password of their own before anything else.</summary>
    [Id(4)]
    public bool MustChangePassword { get; init; }
}
