using Kayse.WebHost.Passkeys;

namespace Kayse.WebHost.SignIn;

/// <summary>Signs in with a passkey.</summary>
internal sealed class PasskeySignInRequest
{
    /// <summary>The result of <c>navigator.credentials.get()</c>.</summary>
    public required PasskeyCredential Response { get; init; }

    /// <summary>Whether to stay signed in for 30 days on this device.</summary>
    public bool? RememberMe { get; init; }
}

/// <summary>Asks how to complete a sign-in with a passkey.</summary>
internal sealed class TicketRequest
{
    /// <summary>The <c>ticket</c> from the first step.</summary>
    public required string Ticket { get; init; }
}
