namespace Kayse.Grains.Members;

/// <summary>A member as the company's admins see them.</summary>
[GenerateSerializer, Immutable, Alias("kayse.member-view")]
public sealed record MemberView(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] string? PhoneNumber,
    [property: Id(4)] string? JobTitle,
    [property: Id(5)] AccessGrant Access,
    [property: Id(6)] MemberStatus Status,
    [property: Id(7)] DateTimeOffset JoinedAt
)
{
    /// <summary>Grows with every change.</summary>
    [Id(8)]
    public long Version { get; init; }

    /// <summary>When they last used a session in the company; null when they never have.</summary>
    [Id(9)]
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>The name of the person's photo, or null.</summary>
    [Id(10)]
    public string? Photo { get; init; }

    /// <summary>Whether they sign in with a second factor.</summary>
    [Id(11)]
    public bool TwoFactorEnabled { get; init; }

    /// <summary>Until when the password that an admin set works; null when the person chose their own.</summary>
    [Id(12)]
    public DateTimeOffset? InitialPasswordExpiresAt { get; init; }

    /// <summary>When their second factors will be reset; null when that isn't planned.</summary>
    [Id(13)]
    public DateTimeOffset? TwoFactorResetAt { get; init; }

    /// <summary>Their role.</summary>
    public Role Role => Access.Role;
}
