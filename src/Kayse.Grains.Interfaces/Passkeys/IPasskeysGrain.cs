using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Orleans.Concurrency;

namespace Kayse.Grains.Passkeys;

/// <summary>
/// A person's passkeys (US-7), keyed by user id. What a passkey signs is verified here, where its public key is. A
/// challenge lasts 5 minutes, is good for one purpose, and is accepted once: that it was used is stored before anything
/// comes of it.
/// </summary>
[Alias("kayse.user-passkeys")]
public interface IPasskeysGrain : IGrainWithStringKey
{
    /// <summary>The passkeys of the person. Refuses <c>not_found</c> when there is no such person.</summary>
    [ReadOnly, Alias("list-passkeys")]
    Task<PasskeyList> ListPasskeysAsync();

    /// <summary>
    /// What a browser needs to create a passkey in this session. Refuses <c>passkey_limit_reached</c>.
    /// </summary>
    [Alias("begin-passkey-registration")]
    Task<PasskeyRegistration> BeginPasskeyRegistrationAsync(string sessionId);

    /// <summary>
    /// Adds a passkey and replaces the token of the session, which counts as proved by a second factor from then on.
    /// Tells the person by mail. Refuses <c>passkey_not_created</c>, <c>passkey_taken</c>,
    /// <c>passkey_limit_reached</c> and <c>validation_failed</c>.
    /// </summary>
    [Alias("add-passkey")]
    Task<AddedPasskey> AddPasskeyAsync(AddPasskey command);

    /// <summary>Gives a passkey another name. Refuses <c>not_found</c> and <c>validation_failed</c>.</summary>
    [Alias("rename-passkey")]
    Task<PasskeyView> RenamePasskeyAsync(string passkeyId, string name);

    /// <summary>
    /// Removes a passkey, every trusted device and every other session, and replaces the token of this one; tells the
    /// person by mail. Returns the session with its new token, or null when it ended meanwhile. Refuses
    /// <c>not_found</c>, and <c>last_way_in</c> when the person couldn't sign in any more, or would have no second
    /// factor where a company of theirs requires one.
    /// </summary>
    [Alias("remove-passkey")]
    Task<RenewedSession?> RemovePasskeyAsync(string passkeyId, string sessionId);

    /// <summary>
    /// What a browser needs to complete a sign-in with a passkey. Refuses <c>two_factor_ticket_expired</c>.
    /// </summary>
    [ReadOnly, Alias("begin-passkey-second-factor")]
    Task<PasskeyRequest> BeginSecondFactorAsync(TokenHash ticket);

    /// <summary>What a browser needs to confirm with a passkey who uses a session.</summary>
    [ReadOnly, Alias("begin-passkey-step-up")]
    Task<PasskeyRequest> BeginStepUpAsync(string sessionId);

    /// <summary>Notes that the person wants no passkey now. May be repeated.</summary>
    [Alias("dismiss-passkey-offer")]
    Task DismissPasskeyOfferAsync();
}
