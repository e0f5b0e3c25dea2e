namespace Kayse.WebHost.TwoFactor;

/// <summary>Completes a sign-in.</summary>
internal sealed class CompleteSignInRequest
{
    /// <summary>The `ticket` of the answer to the first step.</summary>
    public required string Ticket { get; init; }

    /// <summary>The code that the app shows, or a backup code.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// Whether this device is to be asked for no code for 30 days. Without effect where a company of the person's
    /// forbids it.
    /// </summary>
    public bool? TrustDevice { get; init; }
}

/// <summary>Turns on what was set up.</summary>
internal sealed class EnableTwoFactorRequest
{
    /// <summary>The code that the app shows now.</summary>
    public required string Code { get; init; }
}

/// <summary>Turns the second factor off.</summary>
internal sealed class DisableTwoFactorRequest
{
    /// <summary>The person's password.</summary>
    public required string Password { get; init; }

    /// <summary>The code that the app shows now, or a backup code.</summary>
    public required string Code { get; init; }
}
