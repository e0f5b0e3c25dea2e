using Kayse.Grains.Errors;

namespace Kayse.Grains.Sso;

/// <summary>Refusals of single sign-on.</summary>
public static class SsoErrors
{
    /// <summary>Every company of the person has them sign in at its identity provider. Told only after the right password.</summary>
    public static readonly Refusal Required = new("sso_required", "Your company requires single sign-on. Sign in with SSO instead.");

    /// <summary>The session began with single sign-on, which opens one company only.</summary>
    public static readonly Refusal OtherCompany = new(
        "sso_company_only",
        "You signed in with single sign-on, which opens only that company. Sign in with your password to open another one."
    );

    /// <summary>The session began with single sign-on, which says nothing of the account as a whole.</summary>
    public static readonly Refusal AccountOutOfReach = new(
        "sso_session_limited",
        "You signed in with single sign-on. Sign in with your password to change how you sign in to your account."
    );

    /// <summary>In a session that began with single sign-on, that is also how its person confirms their identity.</summary>
    public static readonly Refusal StepUpRequired = new(
        "sso_step_up_required",
        "You signed in with single sign-on. Confirm your identity with it, too."
    );

    /// <summary>The identity provider calls somebody else by the address that it called the person by before.</summary>
    public static readonly Refusal IdentityChanged = new(
        "sso_identity_changed",
        "Your identity provider knows this email address under another account than before. Ask an admin to remove and add you again."
    );

    /// <summary>Nobody signs in by this connection, or not any more.</summary>
    public static readonly Refusal Unavailable = new(
        "sso_unavailable",
        "Single sign-on isn't available for this address. Sign in with your password."
    );

    /// <summary>The provider's answer belongs to no attempt that this browser began, or to one that is too old.</summary>
    public static readonly Refusal AttemptExpired = new(
        "sso_attempt_expired",
        "This sign-in has expired or began in another browser. Start again."
    );

    /// <summary>A check of what the provider sent failed; only who tests the connection is told which.</summary>
    public static readonly Refusal Failed = new(
        "sso_failed",
        "Your identity provider's response wasn't accepted. Try again, or ask an admin to test the connection."
    );

    /// <summary>The address of a new identity is missing, denied, or in no domain of the company.</summary>
    public static readonly Refusal EmailNotAccepted = new(
        "sso_email_not_accepted",
        "Your identity provider didn't confirm an email address at one of your company's verified domains. Ask an admin."
    );

    /// <summary>The company doesn't have the person, or not any more.</summary>
    public static readonly Refusal NoAccess = new("sso_no_access", "You don't have access to this company. Ask an admin to add you.");

    /// <summary>There is no connection of that protocol.</summary>
    public static readonly Refusal NotConfigured = new("sso_not_configured", "Set up the connection first.");

    /// <summary>Nobody is to be locked out by a connection that doesn't work.</summary>
    public static readonly Refusal TestRequired = new(
        "sso_test_required",
        "Test the connection first. The test must have passed within the last hour, and you must have been the one to run it."
    );

    /// <summary>A SAML connection has two certificates of ours already.</summary>
    public static readonly Refusal SamlKeyLimitReached = new(
        "saml_certificate_limit_reached",
        "A connection can have two certificates. Remove one first."
    );

    /// <summary>Members have to use the connection.</summary>
    public static readonly Refusal Enforced = new(
        "sso_enforced",
        "Members are required to use this connection. Stop requiring it first."
    );
}
