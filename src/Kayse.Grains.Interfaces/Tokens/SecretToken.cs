using System.Buffers.Text;
using System.Security.Cryptography;

namespace Kayse.Grains.Tokens;

/// <summary>
/// A bearer token, <c>&lt;id&gt;.&lt;secret&gt;</c>: the id names the grain that knows the token, the secret is 256
/// random bits in base64url (43 characters). Only <see cref="Hash"/> is kept.
/// </summary>
public readonly ref struct SecretToken
{
    private const int SecretBytes = 32;
    private const int SecretCharacters = 43;
    private const int MaxIdLength = 64;

    private SecretToken(ReadOnlySpan<char> id, TokenHash hash)
    {
        Id = id;
        Hash = hash;
    }

    /// <summary>The id of the grain that knows the token.</summary>
    public ReadOnlySpan<char> Id { get; }

    /// <summary>The hash of the secret.</summary>
    public TokenHash Hash { get; }

    /// <summary>Makes a token for <paramref name="id"/>; the hash is what to store.</summary>
    public static string Create(string id, out TokenHash hash)
    {
        Span<byte> secret = stackalloc byte[SecretBytes];
        RandomNumberGenerator.Fill(secret);
        hash = TokenHash.Of(secret);
        Span<char> encoded = stackalloc char[SecretCharacters];
        Base64Url.EncodeToChars(secret, encoded);
        CryptographicOperations.ZeroMemory(secret);
        return string.Concat(id, ".", encoded);
    }

    /// <summary>
    /// Reads a token; false when it has not the form of one. Whether it is right only the grain can tell.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> token, out SecretToken parsed)
    {
        parsed = default;
        var dot = token.Length - SecretCharacters - 1;
        if (dot is < 1 or > MaxIdLength || token[dot] != '.' || !EntityId.IsWellFormed(token[..dot]))
            return false;
        Span<byte> secret = stackalloc byte[SecretBytes];
        if (!Base64Url.IsValid(token[(dot + 1)..], out var length) || length != SecretBytes)
            return false;
        Base64Url.DecodeFromChars(token[(dot + 1)..], secret);
        parsed = new SecretToken(token[..dot], TokenHash.Of(secret));
        CryptographicOperations.ZeroMemory(secret);
        return true;
    }
}
