using System.Security.Cryptography;
using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal static class PasskeyRules
{
    private const int UserHandleSize = 64;

    // As many sign-ins in 5 minutes are nobody's: a challenge that was accepted must not be forgotten before its time.
    private const int MaxUsedChallenges = 100;

    // Who doesn't want a passkey now is asked again after that.
    private static readonly TimeSpan _betweenOffers = TimeSpan.FromDays(90);

    /// <summary>What tells authenticators nothing of the person (WebAuthn 3, 14.6.1).</summary>
    public static byte[] NewUserHandle() => RandomNumberGenerator.GetBytes(UserHandleSize);

    public static Passkey? Find(UserState state, byte[] credentialId) =>
        state.Passkeys.FirstOrDefault(passkey => passkey.CredentialId.AsSpan().SequenceEqual(credentialId));

    /// <summary>The passkey with this id; refuses <c>not_found</c>.</summary>
    public static Passkey Get(UserState state, string passkeyId) =>
        state.Passkeys.FirstOrDefault(passkey => passkey.Id == passkeyId) ?? throw new RefusedException(GeneralErrors.NotFound);

    public static void EnsureRoom(UserState state)
    {
        if (state.Passkeys.Count >= FieldLimits.Passkeys)
            throw new RefusedException(PasskeyErrors.TooMany);
    }

    /// <summary>A name as it is kept; refuses <c>validation_failed</c>.</summary>
    public static string Name(string? input)
    {
        var errors = new FieldErrors();
        var name = errors.RequiredName("name", input, FieldLimits.PasskeyName);
        errors.ThrowIfAny();
        return name;
    }

    public static bool MayBeOffered(UserState state, DateTimeOffset now) =>
        state.Passkeys.Count == 0 && !(now < state.PasskeyOfferDismissedAt + _betweenOffers);

    /// <summary>Whether this challenge was accepted before.</summary>
    public static bool IsUsed(UserState state, TokenHash challenge) => state.UsedChallenges.Any(used => used.Hash.Matches(challenge));

    /// <summary>
    /// The person once a challenge of theirs was accepted. Refuses <c>rate_limited</c> rather than forget one that could
    /// be accepted again.
    /// </summary>
    public static UserState WithUsed(UserState state, UsedChallenge used, DateTimeOffset now)
    {
        var live = state.UsedChallenges.Where(other => now < other.ExpiresAt).ToList();
        if (live.Count >= MaxUsedChallenges)
            throw new RefusedException(GeneralErrors.RateLimited(live.Min(other => other.ExpiresAt) - now));
        return state with { UsedChallenges = [.. live, used] };
    }

    /// <summary>
    /// Whether a counter that should have grown fell, as it does when somebody has copied the passkey. Of those that
    /// don't count it is always 0.
    /// </summary>
    public static bool CounterFell(Passkey passkey, PasskeyProof proof) =>
        (proof.SignCount > 0 || passkey.SignCount > 0) && proof.SignCount <= passkey.SignCount;

    /// <summary>
    /// Whether a fallen counter is a reason to refuse: on one that stays on its device it is; synced ones are copied by
    /// their makers, whose devices may count each for itself.
    /// </summary>
    public static bool IsCloned(Passkey passkey, PasskeyProof proof) => CounterFell(passkey, proof) && !passkey.MayBeSynced;

    /// <summary>The person once a passkey of theirs was used.</summary>
    public static UserState WithUse(UserState state, Passkey passkey, PasskeyProof proof, DateTimeOffset now) =>
        Replacing(
            state with
            {
                SecondFactorUsedAt = now,
            },
            passkey with
            {
                SignCount = proof.SignCount,
                VerifiesUser = passkey.VerifiesUser || proof.UserVerified,
                IsSynced = proof.IsSynced,
                LastUsedAt = now,
                CounterFellAt = CounterFell(passkey, proof) ? now : passkey.CounterFellAt,
            }
        );

    public static UserState Replacing(UserState state, Passkey changed) =>
        state with
        {
            Passkeys = [.. state.Passkeys.Select(passkey => passkey.Id == changed.Id ? changed : passkey)],
        };

    /// <summary>The person with one more.</summary>
    public static UserState With(UserState state, Passkey added) =>
        UserTwoFactorRules.Notifying(
            state,
            (state with { Passkeys = [.. state.Passkeys, added], SecondFactorUsedAt = added.CreatedAt }).Then(
                new SyncPasskey(PasskeyKeys.Of(added.CredentialId))
            )
        );

    /// <summary>
    /// The person without some of their passkeys, nor anything that rests on their second factors as they were; the same
    /// when there are none of these.
    /// </summary>
    public static UserState Without(UserState state, Func<Passkey, bool> removed)
    {
        var gone = state.Passkeys.Where(removed).ToList();
        if (gone.Count == 0)
            return state;
        var next = UserTwoFactorRules.WithoutTrust(state) with { Passkeys = [.. state.Passkeys.Except(gone)] };
        return UserTwoFactorRules
            .Notifying(state, next)
            .Then(gone.Select(passkey => new SyncPasskey(PasskeyKeys.Of(passkey.CredentialId))));
    }

    /// <summary>
    /// Refuses <c>last_way_in</c> when the person couldn't sign in without it, or a company of theirs would let them do
    /// nothing.
    /// </summary>
    public static void EnsureDispensable(UserState state, Passkey passkey, DateTimeOffset now)
    {
        var others = state.Passkeys.Where(other => other.Id != passkey.Id).ToList();
        if (state.PasswordHash.Length == 0 && !others.Any(other => other.VerifiesUser))
            throw new RefusedException(PasskeyErrors.LastWayIn);
        if (state.SecondFactor is null && others.Count == 0 && UserTwoFactorRules.RequiredFrom(state) <= now)
            throw new RefusedException(PasskeyErrors.LastSecondFactor);
    }
}
