using System.Text.Json;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>What a provider says of itself in its discovery document, as far as it was checked.</summary>
/// <param name="Issuer">Exactly as configured.</param>
/// <param name="AuthorizationEndpoint">Where people sign in.</param>
/// <param name="TokenEndpoint">Where a code is redeemed.</param>
/// <param name="JwksUri">Where its keys are.</param>
/// <param name="UserInfoEndpoint">Where it says more about people; null when it doesn't.</param>
/// <param name="NamesIssuerInResponse">Whether it names itself when it sends people back (RFC 9207).</param>
/// <param name="TakesSecretInBody">Whether the client's secret goes into the body instead of a header.</param>
internal sealed record OidcMetadata(
    string Issuer,
    Uri AuthorizationEndpoint,
    Uri TokenEndpoint,
    Uri JwksUri,
    Uri? UserInfoEndpoint,
    bool NamesIssuerInResponse,
    bool TakesSecretInBody
)
{
    /// <summary>Where the discovery document of an issuer is.</summary>
    public static Uri UrlFor(string issuer) => new($"{issuer.TrimEnd('/')}/.well-known/openid-configuration");

    /// <summary>Reads a document, or says what is wrong with it.</summary>
    public static OidcMetadata Read(string issuer, byte[] document)
    {
        var json = OidcJson.Parse(document) ?? throw Unusable("The discovery document isn't JSON.");
        if (OidcJson.Text(json, "issuer") is not { } named)
            throw Unusable("The discovery document names no issuer.");
        if (!string.Equals(named, issuer, StringComparison.Ordinal))
            throw new OidcRefusedException(
                OidcStep.Issuer,
                $"The provider calls itself {OidcJson.Shorten(named)}. Enter exactly that as the issuer.",
                "issuer"
            );
        var isSecure = issuer.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        return new OidcMetadata(
            issuer,
            UrlIn(json, "authorization_endpoint", isSecure),
            UrlIn(json, "token_endpoint", isSecure),
            UrlIn(json, "jwks_uri", isSecure),
            json.TryGetProperty("userinfo_endpoint", out _) ? UrlIn(json, "userinfo_endpoint", isSecure) : null,
            json.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True,
            TakesSecretInBodyAccordingTo(json)
        );
    }

    // Basic is what a provider takes that doesn't say.
    private static bool TakesSecretInBodyAccordingTo(JsonElement json)
    {
        if (!json.TryGetProperty("token_endpoint_auth_methods_supported", out _))
            return false;
        var methods = OidcJson.Texts(json, "token_endpoint_auth_methods_supported");
        if (methods.Contains("client_secret_basic", StringComparer.Ordinal))
            return false;
        return methods.Contains("client_secret_post", StringComparer.Ordinal)
            ? true
            : throw Unusable("The provider takes no client secret: neither client_secret_basic nor client_secret_post.");
    }

    private static Uri UrlIn(JsonElement json, string name, bool isSecure) =>
        OidcJson.Text(json, name) is { Length: <= 2_000 } text
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && !isSecure))
        && url.UserInfo.Length == 0
        && url.Fragment.Length == 0
            ? url
            : throw Unusable($"The discovery document has no usable {name}: it must be an https address.");

    private static OidcRefusedException Unusable(string detail) => new(OidcStep.Discovery, detail, "issuer");
}
