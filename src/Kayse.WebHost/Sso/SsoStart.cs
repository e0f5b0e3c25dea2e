using Kayse.Grains.Sso;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Sso;

/// <summary>Sends a browser to an identity provider.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="CompanyId">Whose connection.</param>
/// <param name="Protocol">Which of its connections.</param>
internal sealed record SsoStart(SsoPurpose Purpose, string CompanyId, SsoProtocol Protocol)
{
    /// <summary>The page to go to then; null: the one that its purpose has.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>Whether the session is to be remembered.</summary>
    public bool RememberMe { get; init; }

    /// <summary>The address that was entered, for the provider to expect; null for none.</summary>
    public string? Email { get; init; }

    /// <summary>Who tests the connection or confirms their identity; null for a sign-in.</summary>
    public Caller? Caller { get; init; }
}
