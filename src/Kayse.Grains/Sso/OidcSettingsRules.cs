using Kayse.Grains.Errors;

namespace Kayse.Grains.Sso;

/// <summary>What the settings of an OpenID Connect provider have to be.</summary>
internal static class OidcSettingsRules
{
    private const int MaxLength = 500;

    /// <summary>The settings, checked and as they are kept; refuses <c>validation_failed</c>.</summary>
    /// <param name="wanted">As they were entered.</param>
    /// <param name="before">Those there are, for what is to stay as it is; null when there are none.</param>
    public static OidcSettings Check(OidcSettings wanted, OidcSettings? before)
    {
        var errors = new FieldErrors();
        var issuer = errors.Required("issuer", wanted.Issuer, MaxLength);
        var clientId = errors.Required("clientId", wanted.ClientId, MaxLength);
        errors.ThrowIfAny();
        return wanted with { Issuer = issuer, ClientId = clientId, ClientSecret = wanted.ClientSecret ?? before?.ClientSecret };
    }

    /// <summary>Whether people are known by the same provider after the change, so that it can lock nobody out.</summary>
    public static bool IsSameProvider(OidcSettings before, OidcSettings after) =>
        before.Issuer == after.Issuer && before.ClientId == after.ClientId;
}
