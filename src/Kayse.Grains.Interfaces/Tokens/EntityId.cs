using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Kayse.Grains.Tokens;

/// <summary>
/// Ids of companies, people, invitations and sessions: 24 characters, 48 bits of milliseconds and 72 random bits in
/// Crockford's base 32, lower case. They sort by the time of their making, so that new rows land side by side in
/// storage. An id is no secret.
/// </summary>
public static class EntityId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 24;
    private static readonly SearchValues<char> _allowed = SearchValues.Create(Alphabet);

    /// <summary>A new id.</summary>
    public static string New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, clock.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        RandomNumberGenerator.Fill(bytes[6..15]);
        return Encode(bytes);
    }

    /// <summary>
    /// The id that <paramref name="seed"/> always gives: for commands that are repeated with the same idempotency key.
    /// </summary>
    public static string From(ReadOnlySpan<byte> seed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(seed, hash);
        return Encode(hash);
    }

    /// <summary>
    /// Whether <paramref name="value"/> could be an id that <see cref="New"/> made. What could not is never a grain's
    /// key.
    /// </summary>
    public static bool IsWellFormed(ReadOnlySpan<char> value) => value.Length == Length && !value.ContainsAnyExcept(_allowed);

    // 15 bytes are exactly 24 characters of 5 bits.
    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[Length];
        for (var group = 0; group < 3; group++)
        {
            var five = bytes.Slice(group * 5, 5);
            var bits = ((ulong)five[0] << 32) | BinaryPrimitives.ReadUInt32BigEndian(five[1..]);
            for (var i = 0; i < 8; i++)
                text[(group * 8) + i] = Alphabet[(int)(bits >> (35 - (5 * i))) & 31];
        }

        return new string(text);
    }
}
