using System.Text.Json;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>
/// Finds out who came back from a provider: redeems the code, checks the ID token, reads the claims. Throws
/// <see cref="OidcRefusedException"/> at the first check that fails.
/// </summary>
internal sealed class OidcVerification(OidcProviders providers, OidcTokenClient tokens, TimeProvider clock)
{
    public async Task<OidcVerified> VerifyAsync(OidcExpectation expected, OidcResponse response, CancellationToken ct)
    {
        var metadata = await providers.FindAsync(expected.Issuer, anew: false, ct);
        var code = response.CodeFor(metadata, expected.Secrets);
        var redeemed = new RedeemedCode(code, expected.RedirectUri, expected.Secrets.Verifier);
        var given = await tokens.RedeemAsync(metadata, expected.Client, redeemed, ct);
        var token = IdToken.Read(given.IdToken);
        var key = await providers.FindKeyAsync(metadata, token, ct);
        await IdTokenRules.CheckAsync(
            token,
            key,
            new IdTokenExpectation(expected.Issuer, expected.Client.Id, expected.Secrets.Nonce, expected.SignedInSince),
            clock.GetUtcNow()
        );
        var userInfo = await FindUserInfoAsync(metadata, token, given.AccessToken, ct);
        return new OidcVerified(OidcClaims.Read(expected.Issuer, token.Claims, userInfo, expected.GroupsClaim), token.Claims, userInfo);
    }

    private async Task<JsonElement?> FindUserInfoAsync(OidcMetadata metadata, IdToken token, string? accessToken, CancellationToken ct)
    {
        if (OidcClaims.AreIn(metadata.Issuer, token.Claims) || metadata.UserInfoEndpoint is not { } endpoint || accessToken is null)
            return null;
        if (!IdTokenRules.Belongs(accessToken, token))
            throw new OidcRefusedException(OidcStep.Signature, "The access token doesn't belong to the ID token (at_hash).");
        return await tokens.GetUserInfoAsync(endpoint, accessToken, OidcJson.Text(token.Claims, "sub")!, ct);
    }
}

/// <summary>What an answer of a provider has to fit.</summary>
/// <param name="Issuer">The provider's.</param>
/// <param name="Client">As whom we are known there.</param>
/// <param name="RedirectUri">That of the request.</param>
/// <param name="Secrets">Of the attempt.</param>
/// <param name="GroupsClaim">The claim that has the person's groups.</param>
/// <param name="SignedInSince">When they must have signed in there at the earliest; null when any sign-in will do.</param>
internal sealed record OidcExpectation(
    string Issuer,
    OidcClient Client,
    string RedirectUri,
    OidcSecrets Secrets,
    string GroupsClaim,
    DateTimeOffset? SignedInSince
);

/// <summary>Who came back.</summary>
/// <param name="Person">What is taken from it.</param>
/// <param name="Token">All claims of the ID token.</param>
/// <param name="UserInfo">All that the userinfo endpoint said; null when it wasn't asked.</param>
internal sealed record OidcVerified(OidcClaims Person, JsonElement Token, JsonElement? UserInfo);
