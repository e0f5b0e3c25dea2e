using System.Buffers.Text;
using System.Text.Json;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>An ID token as it arrived: nothing of it is to be believed before <see cref="IdTokenRules"/>.</summary>
/// <param name="Encoded">As it arrived.</param>
/// <param name="Algorithm">With which it says it is signed; one of those that are accepted.</param>
/// <param name="KeyId">Of the key; null when it names none.</param>
/// <param name="Claims">What it says.</param>
internal sealed record IdToken(string Encoded, string Algorithm, string? KeyId, JsonElement Claims)
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Signatures by a key pair alone: with a shared secret, everybody who checks can also sign.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
    ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512"];

    public static IdToken Read(string encoded)
    {
        if (encoded.Length > MaxLength)
            throw Unusable("The ID token is longer than 64 KiB.");
        var parts = encoded.Split('.');
        if (parts.Length == 5)
            throw Unusable("The ID token is encrypted. Turn off encryption of ID tokens at the provider.");
        if (parts.Length != 3 || JsonIn(parts[0]) is not { } header || JsonIn(parts[1]) is not { } claims)
            throw Unusable("The ID token isn't a JSON Web Token.");
        var algorithm = OidcJson.Text(header, "alg");
        if (algorithm is null || !Algorithms.Contains(algorithm, StringComparer.Ordinal))
            throw Unusable(
                $"The ID token is signed with {OidcJson.Shorten(algorithm ?? "nothing")}. "
                    + "Choose RS256, or another RS, ES or PS algorithm, at the provider."
            );
        // Extensions that must be understood (RFC 7515, 4.1.11): we know none.
        if (header.TryGetProperty("crit", out _))
            throw Unusable("The ID token needs an extension that isn't supported.");
        return new IdToken(encoded, algorithm, OidcJson.Text(header, "kid"), claims);
    }

    private static JsonElement? JsonIn(string part)
    {
        try
        {
            return OidcJson.Parse(Base64Url.DecodeFromChars(part));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static OidcRefusedException Unusable(string detail) => new(OidcStep.Signature, detail);
}
