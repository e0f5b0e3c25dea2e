using Kayse.WebHost.Passkeys;

namespace Kayse.WebHost.SignIn;

/// <summary>Confirms your identity.</summary>
internal sealed class StepUpRequest
{
    /// <summary>Your password, if you have no second factor.</summary>
    public string? Password { get; init; }

    /// <summary>The code from your authenticator app or a backup code, if you have a second factor.</summary>
    public string? Code { get; init; }

    /// <summary>The result of <c>navigator.credentials.get()</c>, in place of password and code.</summary>
    public PasskeyCredential? Passkey { get; init; }
}
