using Kayse.Grains.Errors;

namespace Kayse.Grains.TwoFactor;

/// <summary>Refusals of second factors.</summary>
public static class TwoFactorErrors
{
    /// <summary>The code is wrong, was used before, or is one of another time.</summary>
    public static readonly Refusal InvalidCode = new(
        "two_factor_invalid",
        "This code is incorrect. Enter the current code from your authenticator app, or an unused backup code."
    );

    /// <summary>
    /// The sign-in took too long, saw too many wrong codes, or was never begun: which of these, nothing tells.
    /// </summary>
    public static readonly Refusal TicketExpired = new("two_factor_ticket_expired", "This sign-in has expired. Sign in again.");

    /// <summary>There is a second factor already; it is turned off before another is set up.</summary>
    public static readonly Refusal AlreadyEnabled = new(
        "two_factor_already_enabled",
        "Two-factor authentication is already on. Turn it off before you set it up again."
    );

    /// <summary>There is no second factor.</summary>
    public static readonly Refusal NotEnabled = new("two_factor_not_enabled", "Two-factor authentication is off. Turn it on first.");

    /// <summary>An admin may not take a second factor away that protects another company as well.</summary>
    public static readonly Refusal NotTheirsAlone = new(
        "member_elsewhere",
        "This person also belongs to another company, so you can't reset their second factor. They can sign in with a backup code or "
            + "another passkey, or contact support."
    );

    /// <summary>Nothing was set up that could be turned on, or too long ago.</summary>
    public static readonly Refusal NotSetUp = new(
        "two_factor_not_set_up",
        "Set up two-factor authentication first: add the key to your authenticator app, then enter its code."
    );
}
