using Kayse.Grains.Errors;

namespace Kayse.Grains.TwoFactor;

/// <summary>Refusals of second factors.</summary>
public static class TwoFactorErrors
{
    /// <summary>The code is wrong, was used before, or is one of another time.</summary>
    public static readonly Refusal InvalidCode = new(
        "two_factor_invalid",
        "This code is not valid. Enter the one that your app shows now, or a backup code that you have not used."
    );

    /// <summary>
    /// The sign-in took too long, saw too many wrong codes, or was never begun: which of these, nothing tells.
    /// </summary>
    public static readonly Refusal TicketExpired = new(
        "two_factor_ticket_expired",
        "This sign-in can not be completed any more. Start again with your password."
    );

    /// <summary>There is a second factor already; it is turned off before another is set up.</summary>
    public static readonly Refusal AlreadyEnabled = new(
        "two_factor_already_enabled",
        "Two-factor authentication is on already. Turn it off to set it up anew."
    );

    /// <summary>There is no second factor.</summary>
    public static readonly Refusal NotEnabled = new("two_factor_not_enabled", "Two-factor authentication is not on.");

    /// <summary>Nothing was set up that could be turned on, or too long ago.</summary>
    public static readonly Refusal NotSetUp = new(
        "two_factor_not_set_up",
        "Set two-factor authentication up first: add the secret to your app, then enter its code."
    );
}
