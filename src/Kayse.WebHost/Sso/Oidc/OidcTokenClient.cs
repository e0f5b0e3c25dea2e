using System.Text;
using System.Text.Json;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Redeems codes at providers, and asks them who somebody is; through the outbound guard.</summary>
/// <param name="http">A client of the guard.</param>
internal sealed class OidcTokenClient(HttpClient http)
{
    /// <summary>The tokens for a code.</summary>
    public async Task<OidcTokens> RedeemAsync(OidcMetadata metadata, OidcClient client, RedeemedCode code, CancellationToken ct)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code.Code,
            ["redirect_uri"] = code.RedirectUri,
            ["code_verifier"] = code.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, metadata.TokenEndpoint);
        if (metadata.TakesSecretInBody)
            (form["client_id"], form["client_secret"]) = (client.Id, client.Secret);
        else
            request.Headers.Authorization = new("Basic", BasicOf(client));
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new FormUrlEncodedContent(form);
        var (status, body) = await OidcHttp.AskAsync(http, request, OidcStep.Code, ct);
        var json = OidcJson.Parse(body);
        if (!OidcHttp.IsSuccess(status))
            throw RefusalOf(status, json is { } error ? OidcJson.Text(error, "error") : null);
        return json is { } tokens && OidcJson.Text(tokens, "id_token") is { } idToken
            ? new OidcTokens(idToken, AccessTokenIn(tokens))
            : throw new OidcRefusedException(OidcStep.Code, "The provider gave no ID token.");
    }

    /// <summary>
    /// What the provider says of the person whom the token is about. Refuses what it says of somebody else.
    /// </summary>
    public async Task<JsonElement> GetUserInfoAsync(Uri endpoint, string accessToken, string subject, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint);
        request.Headers.Authorization = new("Bearer", accessToken);
        request.Headers.Accept.ParseAdd("application/json");
        var (status, body) = await OidcHttp.AskAsync(http, request, OidcStep.Email, ct);
        if (!OidcHttp.IsSuccess(status))
            throw new OidcRefusedException(OidcStep.Email, $"The userinfo endpoint answered with status {status}.");
        if (OidcJson.Parse(body) is not { } json)
            throw new OidcRefusedException(OidcStep.Email, "The userinfo endpoint didn't answer with JSON.");
        return OidcJson.Text(json, "sub") == subject
            ? json
            : throw new OidcRefusedException(OidcStep.Subject, "The userinfo endpoint answered for another person.");
    }

    // RFC 6749, 2.3.1: both are encoded before they are put together.
    private static string BasicOf(OidcClient client) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(client.Secret)}"));

    private static string? AccessTokenIn(JsonElement tokens) =>
        string.Equals(OidcJson.Text(tokens, "token_type"), "Bearer", StringComparison.OrdinalIgnoreCase)
            ? OidcJson.Text(tokens, "access_token")
            : null;

    private static OidcRefusedException RefusalOf(int status, string? error) =>
        error switch
        {
            "invalid_client" => new(OidcStep.Code, "The provider refused the client secret. Enter it again.", "clientSecret"),
            "invalid_grant" => new(OidcStep.Code, "The provider refused the code. Check the redirect URI there.", "redirectUri"),
            { } other => new(OidcStep.Code, $"The provider refused the code: {OidcJson.Shorten(other)}."),
            null => new(OidcStep.Code, $"The provider's token endpoint answered with status {status}."),
        };
}

/// <summary>As whom we are known at a provider.</summary>
internal sealed record OidcClient(string Id, string Secret);

/// <summary>A code that a provider gave, with what proves that it was given to us.</summary>
internal sealed record RedeemedCode(string Code, string RedirectUri, string Verifier);

/// <summary>What a provider gave for a code.</summary>
internal sealed record OidcTokens(string IdToken, string? AccessToken);
