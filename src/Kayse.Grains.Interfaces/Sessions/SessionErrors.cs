using Kayse.Grains.Errors;

namespace Kayse.Grains.Sessions;

/// <summary>Refusals of sessions.</summary>
public static class SessionErrors
{
    /// <summary>No session token, or none that is known.</summary>
    public static readonly Refusal Unauthenticated = new("unauthenticated", "Sign in to do this.");

    /// <summary>The session was live once.</summary>
    public static Refusal Ended(SessionEndReason reason) =>
        new("session_ended", "This session has ended. Sign in again.") { Reason = Word(reason) };

    /// <summary>The session is live, but its person has to choose a password first.</summary>
    public static readonly Refusal PasswordChangeRequired = new(
        "password_change_required",
        "Your password was set by an admin. Choose a new one first."
    );

    /// <summary>The session is live, but whoever uses it has not proved for a while that they are its person.</summary>
    public static readonly Refusal StepUpRequired = new(
        "step_up_required",
        "Confirm your identity with your password or a two-factor code, then try again."
    );

    /// <summary>The session is live, but its company wants a second factor of its person first.</summary>
    public static readonly Refusal TwoFactorSetupRequired = new(
        "two_factor_setup_required",
        "Your company requires two-factor authentication. Set it up to continue."
    );

    /// <summary>The session is live, but limited to other things.</summary>
    public static readonly Refusal OutOfScope = new(
        "session_out_of_scope",
        "This session is limited to what the app that was paired needs. Sign in to do this."
    );

    /// <summary>
    /// Why a session with a restriction is refused what isn't the way out of it; null when it has none.
    /// </summary>
    public static Refusal? Restricted(SessionRestriction restriction) =>
        restriction switch
        {
            SessionRestriction.None => null,
            SessionRestriction.PasswordChange => PasswordChangeRequired,
            SessionRestriction.TwoFactorSetup => TwoFactorSetupRequired,
            _ => throw new ArgumentOutOfRangeException(nameof(restriction), restriction, "Unknown restriction."),
        };

    /// <summary>The contract's word for a reason.</summary>
    public static string Word(SessionEndReason reason) =>
        reason switch
        {
            SessionEndReason.SignedOut => "signed_out",
            SessionEndReason.Revoked => "revoked",
            SessionEndReason.IdleTimeout => "idle_timeout",
            SessionEndReason.Expired => "expired",
            SessionEndReason.PasswordChanged => "password_changed",
            SessionEndReason.Deactivated => "deactivated",
            SessionEndReason.Removed => "removed",
            SessionEndReason.TwoFactorChanged => "two_factor_changed",
            SessionEndReason.SsoRequired => "sso_required",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
        };
}
