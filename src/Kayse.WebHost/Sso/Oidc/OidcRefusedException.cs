namespace Kayse.WebHost.Sso.Oidc;

/// <summary>A sign-in by OpenID Connect that failed. What it says is for admins of the company, and holds no secret.</summary>
/// <param name="step">The check that failed.</param>
/// <param name="detail">What is wrong, and what to change.</param>
/// <param name="field">The field of the connection to look at; null when it is none.</param>
internal sealed class OidcRefusedException(OidcStep step, string detail, string? field = null) : Exception(detail)
{
    public OidcStep Step { get; } = step;

    public string? Field { get; } = field;
}
