using Kayse.Grains.Errors;

namespace Kayse.Grains.Passkeys;

/// <summary>Refusals of passkeys.</summary>
public static class PasskeyErrors
{
    /// <summary>
    /// The response doesn't prove what it should: another site's, somebody else's, used before, out of time, or
    /// without the check of who uses it. Which of these, nothing tells.
    /// </summary>
    public static readonly Refusal Invalid = new("passkey_invalid", "This passkey wasn't accepted. Try again, or sign in another way.");

    /// <summary>
    /// Nobody has this passkey. Credential ids are long and random, so that this tells nobody anything who doesn't hold
    /// it; browsers can take it out of their lists then.
    /// </summary>
    public static readonly Refusal Unknown = new(
        "passkey_unknown",
        "This passkey was removed from its account, or never added to one. Sign in another way."
    );

    /// <summary>The response to a request to create a passkey doesn't fit it.</summary>
    public static readonly Refusal NotCreated = new("passkey_not_created", "The passkey couldn't be added. Start again.");

    /// <summary>Somebody has this passkey already.</summary>
    public static readonly Refusal Taken = new(
        "passkey_taken",
        "This passkey is already in use. Create another one on this device, or use another device."
    );

    /// <summary>There are as many as a person may have.</summary>
    public static readonly Refusal TooMany = new(
        "passkey_limit_reached",
        "You have reached the limit of 20 passkeys. Remove one that you no longer use first."
    );

    /// <summary>Without it the person couldn't sign in any more.</summary>
    public static readonly Refusal LastWayIn = new(
        "last_way_in",
        "This is your only way to sign in. Set a password or add another passkey first."
    );

    /// <summary>Without it the person would have no second factor, and a company of theirs requires one.</summary>
    public static readonly Refusal LastSecondFactor = new(
        "last_way_in",
        "One of your companies requires a second factor, and this is your only one. Set up an authenticator app or add another passkey "
            + "first."
    );
}
