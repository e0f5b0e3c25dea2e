namespace Kayse.Grains.Users;

/// <summary>What is stored of a person, without secrets.</summary>
/// <param name="User">What they say of themselves.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="Security">How they sign in.</param>
/// <param name="KnownDevices">What they have signed in on, latest first.</param>
/// <param name="Memberships">The companies that they are in, active there or not.</param>
/// <param name="FormerCompanyIds">Companies that they have left or were removed from.</param>
[GenerateSerializer, Immutable, Alias("kayse.user-data-view")]
public sealed record UserData(
    [property: Id(0)] UserView User,
    [property: Id(1)] DateTimeOffset CreatedAt,
    [property: Id(2)] UserSecurityData Security,
    [property: Id(3)] IReadOnlyList<KnownDeviceData> KnownDevices,
    [property: Id(4)] IReadOnlyList<Membership> Memberships,
    [property: Id(5)] IReadOnlyList<string> FormerCompanyIds
)
{
    /// <summary>When they proved that the address is theirs; null when they never did.</summary>
    [Id(6)]
    public DateTimeOffset? EmailVerifiedAt { get; init; }

    /// <summary>Addresses that they gave up and can have back.</summary>
    [Id(7)]
    public IReadOnlyList<FormerEmailData> FormerEmails { get; init; } = [];

    /// <summary>The company that a sign-in opens; null for the one joined first.</summary>
    [Id(8)]
    public string? DefaultCompanyId { get; init; }

    /// <summary>Companies whose set-up checklist they have dismissed.</summary>
    [Id(9)]
    public IReadOnlyList<string> SetupDismissed { get; init; } = [];

    /// <summary>When they last said that they want no passkey now; null when they never did.</summary>
    [Id(10)]
    public DateTimeOffset? PasskeyOfferDismissedAt { get; init; }

    /// <summary>By whom else they are known: identities at the identity providers of their companies.</summary>
    [Id(11)]
    public IReadOnlyList<SsoIdentityData> SsoIdentities { get; init; } = [];

    /// <summary>Every company that knows them or has known them.</summary>
    public IEnumerable<string> CompanyIds => Memberships.Select(membership => membership.CompanyId).Concat(FormerCompanyIds);
}

/// <summary>How a person signs in, without secrets.</summary>
/// <param name="HasPassword">Whether a password signs them in.</param>
/// <param name="PasswordChanges">How often the password was set.</param>
/// <param name="MustChangePassword">Whether they have to change it first.</param>
/// <param name="SecondFactorEnabledAt">Since when they have a second factor; null when they have none.</param>
/// <param name="IdleTimeout">How long they want their sessions to last unused; null: as long as they may.</param>
/// <param name="LockNoticeAt">When they were last told of a lock; null when they never were.</param>
[GenerateSerializer, Immutable, Alias("kayse.user-security-data")]
public sealed record UserSecurityData(
    [property: Id(0)] bool HasPassword,
    [property: Id(1)] int PasswordChanges,
    [property: Id(2)] bool MustChangePassword,
    [property: Id(3)] DateTimeOffset? SecondFactorEnabledAt,
    [property: Id(4)] TimeSpan? IdleTimeout,
    [property: Id(5)] DateTimeOffset? LockNoticeAt
)
{
    /// <summary>From when on the password that an admin chose is refused; null when they chose it themselves.</summary>
    [Id(6)]
    public DateTimeOffset? PasswordExpiresAt { get; init; }

    /// <summary>When they last used a second factor; null when they never did.</summary>
    [Id(7)]
    public DateTimeOffset? SecondFactorUsedAt { get; init; }

    /// <summary>When an admin's reset of their second factors takes effect; null when none waits.</summary>
    [Id(8)]
    public DateTimeOffset? SecondFactorResetAt { get; init; }
}

/// <summary>What a person has signed in on.</summary>
/// <param name="Kind">What kind of device.</param>
/// <param name="Browser">Its browser, or null.</param>
/// <param name="OperatingSystem">Its system, or null.</param>
/// <param name="Location">The country, or null.</param>
/// <param name="FirstSignInAt">When they first signed in on it; null when that is not known.</param>
/// <param name="LastSignInAt">When they last did.</param>
[GenerateSerializer, Immutable, Alias("kayse.known-device-data")]
public sealed record KnownDeviceData(
    [property: Id(0)] string Kind,
    [property: Id(1)] string? Browser,
    [property: Id(2)] string? OperatingSystem,
    [property: Id(3)] string? Location,
    [property: Id(4)] DateTimeOffset? FirstSignInAt,
    [property: Id(5)] DateTimeOffset LastSignInAt
);

/// <summary>An identity of a person at an identity provider.</summary>
/// <param name="CompanyId">Whose provider it is.</param>
/// <param name="Issuer">What the provider calls itself.</param>
/// <param name="Subject">What it calls the person.</param>
/// <param name="LinkedAt">Since when it is linked to the account.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-identity-data")]
public sealed record SsoIdentityData(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string Issuer,
    [property: Id(2)] string Subject,
    [property: Id(3)] DateTimeOffset LinkedAt
);

/// <summary>An address that a person gave up.</summary>
/// <param name="Email">The address.</param>
/// <param name="Until">Until when it is kept for them.</param>
[GenerateSerializer, Immutable, Alias("kayse.former-email-data")]
public sealed record FormerEmailData([property: Id(0)] string Email, [property: Id(1)] DateTimeOffset Until);
