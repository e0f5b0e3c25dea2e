namespace Kayse.WebHost.SignIn;

/// <summary>Confirms your identity.</summary>
internal sealed class StepUpRequest
{
    /// <summary>Your password, if you have no second factor.</summary>
    public string? Password { get; init; }

    /// <summary>The code from your authenticator app or a backup code, if you have a second factor.</summary>
    public string? Code { get; init; }
}
