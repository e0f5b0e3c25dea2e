namespace Kayse.WebHost.SignIn;

/// <summary>Signs a person in.</summary>
internal sealed class SignInRequest
{
    /// <summary>Their email address.</summary>
    public required string Email { get; init; }

    /// <summary>Their password.</summary>
    public required string Password { get; init; }

    /// <summary>Whether the session is to last for 30 days on this device.</summary>
    public bool? RememberMe { get; init; }

    /// <summary>
    /// Of a device that was trusted earlier, so that no code is asked for. A browser has it in a cookie.
    /// </summary>
    public string? DeviceToken { get; init; }
}
