using Kayse.Grains.Errors;

namespace Kayse.Grains.Sso;

/// <summary>What the settings of an OpenID Connect provider have to be.</summary>
internal static class OidcSettingsRules
{
    private const int MaxLength = 500;
    private const int MaxSecretLength = 1_000;
    private const int MaxClaimLength = 100;
    private const int MostScopes = 10;
    private static readonly string[] _usualScopes = ["openid", "email", "profile"];

    /// <summary>The settings, checked and as they are kept; refuses <c>validation_failed</c>.</summary>
    /// <param name="wanted">As they were entered.</param>
    /// <param name="before">Those there are, for what is to stay as it is; null when there are none.</param>
    public static OidcSettings Check(OidcSettings wanted, OidcSettings? before)
    {
        var errors = new FieldErrors();
        var issuer = errors.Required("issuer", wanted.Issuer, MaxLength);
        if (issuer.Length > 0 && FaultOf(issuer) is { } fault)
            errors.Add("issuer", fault);
        var clientId = errors.Required("clientId", wanted.ClientId, MaxLength);
        if (!IsVisibleAscii(clientId))
            errors.Add("clientId", "This may have letters, digits and signs, without spaces.");
        var settings = wanted with
        {
            Issuer = issuer,
            ClientId = clientId,
            ClientSecret = SecretOf(errors, wanted, before, issuer),
            Scopes = ScopesOf(errors, wanted),
            GroupsClaim = errors.Optional("groupsClaim", wanted.GroupsClaim, MaxClaimLength) ?? OidcSettings.UsualGroupsClaim,
        };
        errors.ThrowIfAny();
        return settings;
    }

    /// <summary>Whether people are known by the same provider after the change, so that it can lock nobody out.</summary>
    public static bool IsSameProvider(OidcSettings before, OidcSettings after) =>
        before.Issuer == after.Issuer && before.ClientId == after.ClientId;

    private static string? FaultOf(string issuer)
    {
        if (
            !Uri.TryCreate(issuer, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http")
            || !IsVisibleAscii(issuer)
            || url.UserInfo.Length > 0
            || issuer.AsSpan().ContainsAny('?', '#')
        )
            return "Enter the address of the issuer, such as https://login.jones.example.";
        return EntraIssuer.IsHost(url) && EntraIssuer.DirectoryOf(issuer) is null
            ? "This address serves every directory. Enter https://login.microsoftonline.com/{Directory (tenant) ID}/v2.0."
            : null;
    }

    // The secret of one provider is never sent to another: whoever names an issuer of their own doesn't learn it.
    private static string? SecretOf(FieldErrors errors, OidcSettings wanted, OidcSettings? before, string issuer)
    {
        if (!string.IsNullOrWhiteSpace(wanted.ClientSecret))
        {
            var secret = wanted.ClientSecret.Trim();
            if (secret.Length > MaxSecretLength || !IsVisibleAscii(secret))
                errors.Add("clientSecret", $"This may have up to {MaxSecretLength} letters, digits and signs, without spaces.");
            return secret;
        }

        if (before?.ClientSecret is { } known && before.Issuer == issuer)
            return known;
        errors.Add("clientSecret", before is null ? "This is required." : "Enter the secret of this issuer.");
        return null;
    }

    private static string? ScopesOf(FieldErrors errors, OidcSettings wanted)
    {
        var scopes = wanted.AdditionalScopes.Except(_usualScopes, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (scopes.Count > MostScopes || scopes.Exists(scope => scope.Length > MaxClaimLength || !scope.All(IsOfScope)))
            errors.Add("scopes", $"Enter up to {MostScopes} scopes, with a space between them.");
        return scopes.Count == 0 ? null : string.Join(' ', scopes);
    }

    // RFC 6749, 3.3.
    private static bool IsOfScope(char character) => character is '!' or (>= '#' and <= '[') or (>= ']' and <= '~');

    private static bool IsVisibleAscii(string text) => text.All(character => character is > ' ' and <= '~');
}
