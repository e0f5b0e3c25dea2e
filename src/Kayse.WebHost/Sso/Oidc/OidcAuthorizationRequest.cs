using Microsoft.AspNetCore.WebUtilities;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Where a person is sent to sign in at their provider.</summary>
/// <param name="ClientId">As whom we are known there.</param>
/// <param name="RedirectUri">Where they are sent back to.</param>
/// <param name="Scopes">What is asked for.</param>
/// <param name="Secrets">Of the attempt.</param>
internal sealed record OidcAuthorizationRequest(string ClientId, string RedirectUri, IReadOnlyList<string> Scopes, OidcSecrets Secrets)
{
    /// <summary>Whether they must sign in there once more, although they may be signed in.</summary>
    public bool SignsInAgain { get; init; }

    /// <summary>Whom we expect; null when we don't know.</summary>
    public string? LoginHint { get; init; }

    public string UrlAt(OidcMetadata metadata)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = ClientId,
            ["redirect_uri"] = RedirectUri,
            ["scope"] = string.Join(' ', Scopes),
            ["state"] = Secrets.State,
            ["nonce"] = Secrets.Nonce,
            ["code_challenge"] = Secrets.Challenge,
            ["code_challenge_method"] = "S256",
            ["login_hint"] = LoginHint,
        };
        if (SignsInAgain)
            (query["prompt"], query["max_age"]) = (OidcVendor.Of(metadata.Issuer)?.Prompt ?? "login", "0");
        return QueryHelpers.AddQueryString(metadata.AuthorizationEndpoint.AbsoluteUri, query.Where(pair => pair.Value is not null));
    }
}
