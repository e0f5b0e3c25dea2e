namespace Kayse.WebHost.SignIn;

/// <summary>Proves once more who one is.</summary>
internal sealed class StepUpRequest
{
    /// <summary>The person's password; needed when they have no second factor.</summary>
    public string? Password { get; init; }

    /// <summary>The code that the app shows, or a backup code; needed when they have a second factor.</summary>
    public string? Code { get; init; }
}
