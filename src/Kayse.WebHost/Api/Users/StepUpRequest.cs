namespace Kayse.WebHost.Api.Users;

/// <summary>Proves once more who one is.</summary>
internal sealed class StepUpRequest
{
    /// <summary>The person's password.</summary>
    public string? Password { get; init; }
}
