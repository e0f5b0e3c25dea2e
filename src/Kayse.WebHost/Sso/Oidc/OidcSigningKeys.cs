using System.Buffers.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>The keys with which a provider signs, of those kinds that are accepted.</summary>
internal sealed class OidcSigningKeys
{
    private const int MostKeys = 100;
    private readonly IReadOnlyList<SigningKey> _keys;

    private OidcSigningKeys(IReadOnlyList<SigningKey> keys) => _keys = keys;

    /// <summary>Reads a set. Keys of other kinds, weak ones and those for encryption are left out.</summary>
    public static OidcSigningKeys Read(byte[] document)
    {
        var json = OidcJson.Parse(document);
        if (json is not { } set || !set.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array)
            throw new OidcRefusedException(OidcStep.Signature, "The provider's jwks_uri has no set of keys.");
        return new([
            .. keys.EnumerateArray()
                .Where(key => key.ValueKind == JsonValueKind.Object)
                .Take(MostKeys)
                .Select(KeyIn)
                .OfType<SigningKey>(),
        ]);
    }

    /// <summary>
    /// The key that a token names. A token that names none needs a set with one key that fits. Null when there is none.
    /// </summary>
    public SecurityKey? Find(string? id, string algorithm)
    {
        var fitting = _keys.Where(key => key.Signs(algorithm) && (id is null || key.Id == id)).Take(2).ToList();
        return fitting is [var only] ? only.Key : null;
    }

    private static SigningKey? KeyIn(JsonElement json)
    {
        if (OidcJson.Text(json, "use") is not (null or "sig"))
            return null;
        if (json.TryGetProperty("key_ops", out _) && !OidcJson.Texts(json, "key_ops").Contains("verify", StringComparer.Ordinal))
            return null;
        var key = OidcJson.Text(json, "kty") switch
        {
            "RSA" => RsaIn(json),
            "EC" => EllipticIn(json),
            _ => null,
        };
        return key is null ? null : new SigningKey(OidcJson.Text(json, "kid"), OidcJson.Text(json, "alg"), key);
    }

    // Only the numbers are taken over: neither certificates nor addresses of some.
    private static JsonWebKey? RsaIn(JsonElement json)
    {
        var (modulus, exponent) = (NumberIn(json, "n"), NumberIn(json, "e"));
        // From 2,048 bits on. An exponent of 1 would leave everything as it is.
        return
            modulus is [>= 0x80, ..] and { Length: >= 256 and <= 1_024 }
            && exponent is { Length: <= 4 } and not [1]
            && exponent[^1] % 2 == 1
            ? new JsonWebKey
            {
                Kty = "RSA",
                N = Base64Url.EncodeToString(modulus),
                E = Base64Url.EncodeToString(exponent),
            }
            : null;
    }

    private static JsonWebKey? EllipticIn(JsonElement json)
    {
        var curve = OidcJson.Text(json, "crv");
        var size = curve switch
        {
            "P-256" => 32,
            "P-384" => 48,
            "P-521" => 66,
            _ => 0,
        };
        return size > 0 && BytesIn(json, "x") is { } x && x.Length == size && BytesIn(json, "y") is { } y && y.Length == size
            ? new JsonWebKey
            {
                Kty = "EC",
                Crv = curve,
                X = Base64Url.EncodeToString(x),
                Y = Base64Url.EncodeToString(y),
            }
            : null;
    }

    private static byte[]? NumberIn(JsonElement json, string name) =>
        BytesIn(json, name)?.SkipWhile(digit => digit == 0).ToArray() is { Length: > 0 } number ? number : null;

    private static byte[]? BytesIn(JsonElement json, string name)
    {
        if (OidcJson.Text(json, name) is not { Length: <= 2_000 } text || !Base64Url.IsValid(text))
            return null;
        return Base64Url.DecodeFromChars(text);
    }

    private sealed record SigningKey(string? Id, string? Algorithm, JsonWebKey Key)
    {
        public bool Signs(string algorithm) =>
            (Algorithm is null || Algorithm == algorithm)
            && (Key.Kty, Key.Crv, algorithm)
                is
                    ("RSA", _, "RS256" or "RS384" or "RS512" or "PS256" or "PS384" or "PS512")
                    or
                    ("EC", "P-256", "ES256")
                    or
                    ("EC", "P-384", "ES384")
                    or
                    ("EC", "P-521", "ES512");
    }
}
