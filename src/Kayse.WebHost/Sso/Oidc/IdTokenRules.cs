using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Which ID tokens are accepted (OpenID Connect Core 1.0, 3.1.3.7, and stricter).</summary>
internal static class IdTokenRules
{
    /// <summary>How far the clocks of the provider and ours may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(120);

    private static readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 64 * 1024 };
    private static readonly CryptoProviderFactory _signatures = new() { CacheSignatureProviders = false };

    /// <summary>Accepts a token, or says which check it fails.</summary>
    public static async Task CheckAsync(IdToken token, SecurityKey key, IdTokenExpectation expected, DateTimeOffset now)
    {
        var result = await _handler.ValidateTokenAsync(token.Encoded, ParametersFor(token, key, expected, now));
        if (!result.IsValid)
            throw RefusalOf(result.Exception, expected);
        CheckAudience(token.Claims, expected.ClientId);
        CheckIssueTime(token.Claims, now);
        if (!IsSame(OidcJson.Text(token.Claims, "nonce"), expected.Nonce))
            throw new OidcRefusedException(OidcStep.Nonce, "The ID token belongs to another sign-in.");
        if (OidcJson.Text(token.Claims, "sub") is not { Length: <= 255 })
            throw new OidcRefusedException(OidcStep.Subject, "The ID token has no usable subject (sub).");
        if (expected.SignedInSince is { } since)
            CheckFreshness(token.Claims, since, now);
    }

    /// <summary>Whether an access token came with the ID token, as far as that says so.</summary>
    public static bool Belongs(string accessToken, IdToken token)
    {
        if (!token.Claims.TryGetProperty("at_hash", out _))
            return true;
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = token.Algorithm[2..] switch
        {
            "256" => SHA256.HashData(bytes),
            "384" => SHA384.HashData(bytes),
            _ => SHA512.HashData(bytes),
        };
        return IsSame(OidcJson.Text(token.Claims, "at_hash"), Base64UrlEncoder.Encode(hash[..(hash.Length / 2)]));
    }

    private static TokenValidationParameters ParametersFor(
        IdToken token,
        SecurityKey key,
        IdTokenExpectation expected,
        DateTimeOffset now
    ) =>
        new()
        {
            ValidAlgorithms = [token.Algorithm],
            IssuerSigningKey = key,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            CryptoProviderFactory = _signatures,
            ValidIssuer = expected.Issuer,
            ValidAudience = expected.ClientId,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) =>
                until + Skew > now.UtcDateTime && (from ?? DateTime.MinValue) <= now.UtcDateTime + Skew,
        };

    // Audiences beside ours are others who could hand the token in here.
    private static void CheckAudience(JsonElement claims, string clientId)
    {
        if (OidcJson.Texts(claims, "aud") is not [var only] || !string.Equals(only, clientId, StringComparison.Ordinal))
            throw new OidcRefusedException(OidcStep.Audience, "The ID token is for other clients, too.", "clientId");
        if (claims.TryGetProperty("azp", out _) && OidcJson.Text(claims, "azp") != clientId)
            throw new OidcRefusedException(OidcStep.Audience, "The ID token was issued to another client.", "clientId");
    }

    private static void CheckIssueTime(JsonElement claims, DateTimeOffset now)
    {
        if (OidcJson.Time(claims, "exp") is null || OidcJson.Time(claims, "iat") is not { } issuedAt)
            throw new OidcRefusedException(OidcStep.Validity, "The ID token doesn't say when it was issued and when it ends.");
        if (issuedAt > now + Skew)
            throw new OidcRefusedException(OidcStep.Validity, "The ID token was issued in the future. Check the provider's clock.");
    }

    private static void CheckFreshness(JsonElement claims, DateTimeOffset since, DateTimeOffset now)
    {
        if (OidcJson.Time(claims, "auth_time") is not { } signedInAt)
            throw new OidcRefusedException(
                OidcStep.Freshness,
                "The ID token doesn't say when the person signed in (auth_time). Have the provider include it, to confirm identities by it."
            );
        if (signedInAt < since - Skew || signedInAt > now + Skew)
            throw new OidcRefusedException(OidcStep.Freshness, "The provider didn't have the person sign in again.");
    }

    private static OidcRefusedException RefusalOf(Exception exception, IdTokenExpectation expected) =>
        exception switch
        {
            SecurityTokenInvalidIssuerException => new(
                OidcStep.Issuer,
                $"The ID token was not issued by {OidcJson.Shorten(expected.Issuer)}.",
                "issuer"
            ),
            SecurityTokenInvalidAudienceException => new(OidcStep.Audience, "The ID token is for another client.", "clientId"),
            SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException or SecurityTokenExpiredException => new(
                OidcStep.Validity,
                "The ID token isn't valid now. Check the provider's clock."
            ),
            SecurityTokenInvalidSignatureException => new(OidcStep.Signature, "The signature of the ID token is wrong."),
            _ => new(OidcStep.Signature, "The ID token can't be read."),
        };

    private static bool IsSame(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
