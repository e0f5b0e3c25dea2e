using System.Buffers.Text;
using System.Security.Cryptography;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Subscriptions;

/// <summary>
/// The token of a personal link, <c>&lt;user id&gt;.&lt;secret&gt;</c>: the secret is 128 random bits in base64url (22
/// characters). All that it opens is four switches.
/// </summary>
/// <param name="UserId">Whose link it is.</param>
/// <param name="Secret">The hash of its secret.</param>
public readonly record struct SubscriptionToken(string UserId, TokenHash Secret)
{
    private const int SecretBytes = 16;
    private const int SecretCharacters = 22;

    /// <summary>Makes a token for somebody.</summary>
    public static string Create(string userId) => $"{userId}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";

    /// <summary>
    /// Reads a token; null when it has not the form of one. Whether it is right only the grain can tell.
    /// </summary>
    public static SubscriptionToken? Find(ReadOnlySpan<char> token)
    {
        var dot = token.Length - SecretCharacters - 1;
        if (dot < 1 || token[dot] != '.' || !EntityId.IsWellFormed(token[..dot]))
            return null;
        Span<byte> secret = stackalloc byte[SecretBytes];
        if (!Base64Url.IsValid(token[(dot + 1)..], out var length) || length != SecretBytes)
            return null;
        Base64Url.DecodeFromChars(token[(dot + 1)..], secret);
        return new SubscriptionToken(token[..dot].ToString(), TokenHash.Of(secret));
    }
}
