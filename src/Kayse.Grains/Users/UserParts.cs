using Kayse.Grains.Blobs;
using Kayse.Grains.Directory;
using Kayse.Grains.Mail;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Users;

/// <summary>The classes that a user grain consists of, a feature each.</summary>
internal sealed class UserParts
{
    /// <param name="user">What they share.</param>
    /// <param name="remindOfExpiry">Has the grain free addresses at that time; null: not any more.</param>
    /// <param name="remindOfReset">Has the grain reset second factors at that time; null: not any more.</param>
    /// <param name="forget">Clears the state and ends all reminders.</param>
    /// <param name="sessionOptions">How long sessions last.</param>
    /// <param name="mailSecrets">Protects the secrets of links until they are mailed.</param>
    /// <param name="twoFactorSecrets">Protects the secrets of authenticator apps.</param>
    /// <param name="challenges">For passkeys.</param>
    /// <param name="verifier">Of what passkeys sign.</param>
    /// <param name="phones">Reads phone numbers.</param>
    /// <param name="blobs">Keeps photos.</param>
    public UserParts(
        UserContext user,
        Func<DateTimeOffset?, Task> remindOfExpiry,
        RemindOfReset remindOfReset,
        Func<Task> forget,
        IOptions<UserSessionOptions> sessionOptions,
        MailSecrets mailSecrets,
        TwoFactorSecrets twoFactorSecrets,
        PasskeyChallenges challenges,
        PasskeyVerifier verifier,
        IPhoneNumberParser phones,
        IBlobStore blobs
    )
    {
        var options = sessionOptions.Value;
        Sessions = new UserSessions(user, options);
        ApiKeys = new ApiKeyRing(user);
        Steps = new UserSteps(user, Sessions, ApiKeys, mailSecrets, blobs);
        Tokens = new SessionTokens(user, Steps, Sessions, options);
        Notices = new Notices(user, mailSecrets);
        SecondFactors = new SecondFactors(user, Tokens, Notices, twoFactorSecrets);
        Passkeys = new PasskeyRing(user, Tokens, Notices, challenges, verifier);
        TrustedDevices = new TrustedDevices(user);
        FactorResets = new FactorResets(user, Notices, at => remindOfReset(at));
        SignIns = new SignIns(user, Sessions, SecondFactors, Passkeys, TrustedDevices, Notices, FactorResets, options);
        Pairing = new AppPairing(user, Sessions, SignIns);
        SsoSignIns = new SsoSignIns(user, Sessions, Tokens, SignIns);
        Credentials = new Credentials(user, Sessions, Tokens, Notices, mailSecrets);
        EmailVerifications = new EmailVerifications(user, mailSecrets);
        EmailChanges = new EmailChanges(user, mailSecrets, remindOfExpiry);
        Memberships = new Memberships(user, Sessions, ApiKeys);
        Profile = new Profile(user, phones, blobs);
        Registration = new Registration(user, EmailVerifications, forget);
    }

    public UserSteps Steps { get; }

    public Registration Registration { get; }

    public Profile Profile { get; }

    public EmailChanges EmailChanges { get; }

    public EmailVerifications EmailVerifications { get; }

    public Memberships Memberships { get; }

    public UserSessions Sessions { get; }

    public SessionTokens Tokens { get; }

    public SignIns SignIns { get; }

    public AppPairing Pairing { get; }

    public SsoSignIns SsoSignIns { get; }

    public Credentials Credentials { get; }

    public Notices Notices { get; }

    public SecondFactors SecondFactors { get; }

    public PasskeyRing Passkeys { get; }

    public FactorResets FactorResets { get; }

    public TrustedDevices TrustedDevices { get; }

    public ApiKeyRing ApiKeys { get; }
}

/// <summary>Has a user grain reset second factors at that time; null: not any more.</summary>
internal delegate Task RemindOfReset(DateTimeOffset? at);
