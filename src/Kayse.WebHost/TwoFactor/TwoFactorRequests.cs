using Kayse.WebHost.Passkeys;

namespace Kayse.WebHost.TwoFactor;

/// <summary>Completes a sign-in with a code.</summary>
internal sealed class CompleteSignInRequest
{
    /// <summary>The <c>ticket</c> from the first step.</summary>
    public required string Ticket { get; init; }

    /// <summary>The code from the authenticator app, or a backup code. Required without <c>passkey</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The result of <c>navigator.credentials.get()</c>, in place of a code.</summary>
    public PasskeyCredential? Passkey { get; init; }

    /// <summary>
    /// Whether to trust this device for 30 days. Has no effect if one of the person's companies does not
    /// allow it.
    /// </summary>
    public bool? TrustDevice { get; init; }
}

/// <summary>Turns on two-factor authentication.</summary>
internal sealed class EnableTwoFactorRequest
{
    /// <summary>The current code from the authenticator app.</summary>
    public required string Code { get; init; }
}

/// <summary>Turns off two-factor authentication.</summary>
internal sealed class DisableTwoFactorRequest
{
    /// <summary>The person's password.</summary>
    public required string Password { get; init; }

    /// <summary>The current code from the authenticator app, or a backup code.</summary>
    public required string Code { get; init; }
}
