namespace Kayse.Grains.Members;

/// <summary>Makes a person who has no account yet a member without asking them by mail (IN-9).</summary>
/// <param name="UserId">The id that the person gets; a repetition has the same.</param>
/// <param name="FullName">1 to 200 characters.</param>
/// <param name="Email">Any form of the address.</param>
/// <param name="Access">What they get; the role is not above the actor's, and User when none is named.</param>
/// <param name="PasswordHash">Of the password for their first sign-in, at which they must choose another.</param>
[GenerateSerializer, Immutable, Alias("kayse.create-member")]
public sealed record CreateMember(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] AccessChange Access,
    [property: Id(4)] string PasswordHash
)
{
    /// <summary>International form, or national with <see cref="PhoneCountry"/>; null or blank for none.</summary>
    [Id(5)]
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, or null.</summary>
    [Id(6)]
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters, or null.</summary>
    [Id(7)]
    public string? JobTitle { get; init; }

    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(CreateMember);
}
