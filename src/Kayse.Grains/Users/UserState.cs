using Kayse.Grains.Passkeys;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <remarks>A list that was not stored yet when the person was is read as null, whatever it starts with here.</remarks>
internal sealed record UserState
{
    /// <summary>Normalised; null when there is no such person.</summary>
    public string? Email { get; init; }

    /// <summary>When they proved that the address is theirs; null when they never did.</summary>
    public DateTimeOffset? EmailVerifiedAt { get; init; }

    /// <summary>
    /// The link and the code that were mailed last to prove the address; null when none were. Their time may be over.
    /// </summary>
    public EmailVerification? EmailVerification { get; init; }

    /// <summary>How often a code to prove the address was wrong, over all codes.</summary>
    public int WrongEmailCodes { get; init; }

    public string FullName { get; init; } = "";

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>IANA name, or null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Grows with every change of the profile; its ETag.</summary>
    public long ProfileVersion { get; init; }

    /// <summary>
    /// Grows with every change of what rosters copy of the person; 0 when that is as it was at their registration.
    /// </summary>
    public long ContactVersion { get; init; }

    /// <summary>
    /// The address that a link was sent to last and that isn't confirmed; null when there is none. Its time may be
    /// over.
    /// </summary>
    public EmailChange? EmailChange { get; init; }

    /// <summary>Addresses that they gave up and can have back, oldest first. The time of some may be over.</summary>
    public IReadOnlyList<FormerEmail> FormerEmails
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The name of the photo, or null.</summary>
    public string? Photo { get; init; }

    /// <summary>Empty when they have none: nothing is verified against it then.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Counts up with every change of the password; the first is 1.</summary>
    public int CredentialVersion { get; init; }

    /// <summary>Hashes of the passwords before this one, latest first.</summary>
    public IReadOnlyList<string> FormerPasswordHashes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Whether somebody else chose the password, so that nothing else can be done before it is changed.
    /// </summary>
    public bool MustChangePassword { get; init; }

    /// <summary>From when on a password that somebody else chose is refused; null when the person chose it.</summary>
    public DateTimeOffset? PasswordExpiresAt { get; init; }

    /// <summary>The reset link that was sent last and not used; null when there is none. It may have expired.</summary>
    public PasswordReset? PasswordReset { get; init; }

    /// <summary>Null while a password alone signs them in.</summary>
    public SecondFactor? SecondFactor { get; init; }

    /// <summary>The one that was set up last and not turned on; null when there is none. It may have expired.</summary>
    public PendingSecondFactor? PendingSecondFactor { get; init; }

    /// <summary>Counts up with every change of the second factor or its backup codes.</summary>
    public int TwoFactorVersion { get; init; }

    /// <summary>64 random bytes by which authenticators know the person; null before their first passkey.</summary>
    public byte[]? PasskeyUserHandle { get; init; }

    /// <summary>The one added first first.</summary>
    public IReadOnlyList<Passkey> Passkeys
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>By whom else they are known: identities at the identity providers of their companies.</summary>
    public IReadOnlyList<LinkedIdentity> SsoIdentities
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Challenges that were accepted, until they expire.</summary>
    public IReadOnlyList<UsedChallenge> UsedChallenges
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When they last said that they want no passkey now; null when they never did.</summary>
    public DateTimeOffset? PasskeyOfferDismissedAt { get; init; }

    /// <summary>When a second factor of theirs was last used; null when none ever was.</summary>
    public DateTimeOffset? SecondFactorUsedAt { get; init; }

    /// <summary>The reset of their second factors that an admin has asked for and that waits; null when none does.</summary>
    public FactorReset? FactorReset { get; init; }

    /// <summary>The last reset that was asked for, so that it isn't done twice; null when none ever was.</summary>
    public string? FactorResetId { get; init; }

    /// <summary>Sign-ins that wait for a code, oldest first; some may have expired.</summary>
    public IReadOnlyList<SignInTicket> SignInTickets
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Devices that need no code, the one trusted first first; some may have expired.</summary>
    public IReadOnlyList<TrustedDevice> TrustedDevices
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Links in notices by which the person says that it wasn't they, oldest first; some may have expired.
    /// </summary>
    public IReadOnlyList<NoticeLink> NoticeLinks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When they were last told of a lock; null when they never were.</summary>
    public DateTimeOffset? LockNoticeAt { get; init; }

    /// <summary>What they have signed in on, latest first.</summary>
    public IReadOnlyList<KnownDevice> KnownDevices
    {
        get;
        init => field = value ?? [];
    } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<Membership> Memberships
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// The company that a sign-in opens; null, or one that would not have them, for the one joined first.
    /// </summary>
    public string? DefaultCompanyId { get; init; }

    /// <summary>Companies that they are in whose set-up checklist they have dismissed.</summary>
    public IReadOnlyList<string> SetupDismissed
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Companies that they have left or were removed from: their audit logs know the name.</summary>
    public IReadOnlyList<string> FormerCompanyIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Sessions that may be live; some may have ended unnoticed.</summary>
    public IReadOnlyList<string> SessionIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>API keys that may be there; some may have been revoked with a membership, or never finished.</summary>
    public IReadOnlyList<HeldApiKey> ApiKeys
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How long they want their sessions to last unused; null: as long as the product lets them.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>What has to follow from changes, in the order in which it is to be done.</summary>
    public IReadOnlyList<UserStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The person with more to be done.</summary>
    public UserState Then(params IEnumerable<UserStep> steps) => this with { Pending = Pending.With(steps) };
}

/// <param name="MailId">The mail with the link.</param>
/// <param name="TokenHash">The hash of the secret in it.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
internal sealed record PasswordReset(string MailId, TokenHash TokenHash, DateTimeOffset ExpiresAt);

/// <param name="MailId">The mail with the link.</param>
/// <param name="Email">Normalised.</param>
/// <param name="TokenHash">The hash of the secret in the link.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
/// <param name="SessionId">The session that asked for it.</param>
internal sealed record EmailChange(string MailId, string Email, TokenHash TokenHash, DateTimeOffset ExpiresAt, string SessionId);

/// <param name="MailId">The mail with the link and the code.</param>
/// <param name="TokenHash">The hash of the secret in the link.</param>
/// <param name="ExpiresAt">From when on the link is refused.</param>
/// <param name="ProtectedCode">The code, encrypted: of six digits a hash would hide nothing.</param>
/// <param name="CodeExpiresAt">From when on the code is refused.</param>
/// <param name="WrongCodes">How often a wrong one was given in its place.</param>
internal sealed record EmailVerification(
    string MailId,
    TokenHash TokenHash,
    DateTimeOffset ExpiresAt,
    byte[] ProtectedCode,
    DateTimeOffset CodeExpiresAt,
    int WrongCodes = 0
);

/// <param name="Email">Normalised.</param>
/// <param name="TokenHash">The hash of the secret in the link that puts it back.</param>
/// <param name="Until">Until when it is kept, and the link works.</param>
internal sealed record FormerEmail(string Email, TokenHash TokenHash, DateTimeOffset Until);

/// <param name="Key">Of <see cref="Sso.SsoIdentityKeys"/>.</param>
/// <param name="CompanyId">Whose identity provider knows them.</param>
/// <param name="Issuer">What the provider calls itself.</param>
/// <param name="Subject">What it calls them.</param>
/// <param name="LinkedAt">Since when.</param>
internal sealed record LinkedIdentity(string Key, string CompanyId, string Issuer, string Subject, DateTimeOffset LinkedAt);

internal sealed record HeldApiKey(string Id, string CompanyId);
