using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// An API key, <c>kayse_&lt;id&gt;_&lt;secret&gt;&lt;checksum&gt;</c>: the id names the grain that knows the key, the
/// secret is 43 letters and digits (256 random bits), the checksum 8 hex digits, the CRC-32 (ISO 3309) of all before it
/// in ASCII. It tells a secret scanner a key from what only looks like one, and a typing error from a revoked key. Only
/// <see cref="Hash"/> is kept.
/// </summary>
public readonly ref struct ApiKeyToken
{
    private const string Start = "kayse_";
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 24;
    private const int SecretLength = 43;
    private const int ChecksumLength = 8;
    private const int Length = 6 + IdLength + 1 + SecretLength + ChecksumLength;
    private static readonly SearchValues<char> _letters = SearchValues.Create(Letters);

    private ApiKeyToken(ReadOnlySpan<char> id, TokenHash hash)
    {
        Id = id;
        Hash = hash;
    }

    /// <summary>The id of the grain that knows the key.</summary>
    public ReadOnlySpan<char> Id { get; }

    /// <summary>The hash of the secret.</summary>
    public TokenHash Hash { get; }

    /// <summary>What of a key may be shown: which one it is, not what opens.</summary>
    public static string PrefixOf(string id) => Start + id;

    /// <summary>Whether a bearer token means to be an API key, as a session's never does.</summary>
    public static bool HasFormOf(ReadOnlySpan<char> token) => token.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>Makes a key for <paramref name="id"/>; the hash is what to store.</summary>
    public static string Create(string id, out TokenHash hash)
    {
        var secret = RandomNumberGenerator.GetString(Letters, SecretLength);
        hash = HashOf(secret);
        var body = $"{Start}{id}_{secret}";
        return string.Create(CultureInfo.InvariantCulture, $"{body}{ChecksumOf(body):x8}");
    }

    /// <summary>
    /// Reads a key; false when it has not the form of one. Whether it is right only the grain can tell.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> token, out ApiKeyToken parsed)
    {
        parsed = default;
        if (token.Length != Length || !HasFormOf(token) || token[Start.Length + IdLength] != '_')
            return false;
        var id = token.Slice(Start.Length, IdLength);
        var secret = token.Slice(Start.Length + IdLength + 1, SecretLength);
        if (!EntityId.IsWellFormed(id) || secret.ContainsAnyExcept(_letters) || !HasChecksum(token))
            return false;
        parsed = new ApiKeyToken(id, HashOf(secret));
        return true;
    }

    private static bool HasChecksum(ReadOnlySpan<char> token)
    {
        Span<char> expected = stackalloc char[ChecksumLength];
        ChecksumOf(token[..^ChecksumLength]).TryFormat(expected, out _, "x8", CultureInfo.InvariantCulture);
        return token[^ChecksumLength..].SequenceEqual(expected);
    }

    private static TokenHash HashOf(ReadOnlySpan<char> secret)
    {
        Span<byte> bytes = stackalloc byte[SecretLength];
        Encoding.ASCII.GetBytes(secret, bytes);
        return TokenHash.Of(bytes);
    }

    private static uint ChecksumOf(ReadOnlySpan<char> text)
    {
        var crc = uint.MaxValue;
        foreach (var character in text)
        {
            crc ^= (byte)character;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
