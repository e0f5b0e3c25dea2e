namespace Kayse.Grains.Users;

/// <summary>What the rosters of a person's companies copy of them.</summary>
/// <param name="Version">Grows with every change of it.</param>
/// <param name="Email">Normalised address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.user-contact")]
public sealed record UserContact([property: Id(0)] long Version, [property: Id(1)] string Email, [property: Id(2)] string? PhoneNumber)
{
    /// <summary>The name of their photo, or null.</summary>
    [Id(3)]
    public string? Photo { get; init; }

    /// <summary>Whether they sign in with a second factor.</summary>
    [Id(4)]
    public bool TwoFactorEnabled { get; init; }

    /// <summary>Until when the password that an admin set works; null when the person chose their own.</summary>
    [Id(5)]
    public DateTimeOffset? InitialPasswordExpiresAt { get; init; }

    /// <summary>When their second factors will be reset; null when that isn't planned.</summary>
    [Id(6)]
    public DateTimeOffset? TwoFactorResetAt { get; init; }
}
