namespace Kayse.WebHost.SignIn;

/// <summary>Signs a person in.</summary>
internal sealed class SignInRequest
{
    /// <summary>Their email address.</summary>
    public required string Email { get; init; }

    /// <summary>Their password.</summary>
    public required string Password { get; init; }

    /// <summary>Whether to stay signed in for 30 days on this device.</summary>
    public bool? RememberMe { get; init; }

    /// <summary>
    /// The token of a trusted device, to skip the code. Browsers keep it in a cookie.
    /// </summary>
    public string? DeviceToken { get; init; }
}
