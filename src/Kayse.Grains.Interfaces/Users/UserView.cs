namespace Kayse.Grains.Users;

/// <summary>A person as they see themselves.</summary>
[GenerateSerializer, Immutable, Alias("kayse.user-view")]
public sealed record UserView(
    [property: Id(0)] string Id,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] string? PhoneNumber,
    [property: Id(4)] string? TimeZone
)
{
    /// <summary>BCP 47 tag, or null.</summary>
    [Id(5)]
    public string? Language { get; init; }

    /// <summary>Grows with every change of the profile.</summary>
    [Id(6)]
    public long Version { get; init; }

    /// <summary>An address that was sent a link and isn't confirmed yet, or null.</summary>
    [Id(7)]
    public string? PendingEmail { get; init; }

    /// <summary>The name of their photo, or null.</summary>
    [Id(8)]
    public string? Photo { get; init; }

    /// <summary>Whether they have proved that the address is theirs.</summary>
    [Id(9)]
    public bool EmailVerified { get; init; }

    /// <summary>When they got their account.</summary>
    [Id(11)]
    public DateTimeOffset CreatedAt { get; init; }
}
