using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Kayse.Testing;

/// <summary>
/// An authenticator app: RFC 6238 as the apps do it, from the secret in base 32 that a person types into one.
/// </summary>
public sealed class OneTimeCodes(string secret, TimeProvider clock)
{
    private readonly byte[] _key = FromBase32(secret);

    /// <summary>The code that it shows now, or so many steps of 30 seconds from now.</summary>
    public string Code(int steps = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (clock.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // What the apps use.
        var hash = HMACSHA1.HashData(_key, counter);
#pragma warning restore CA5350
        var offset = hash[19] & 15;
        var number = ((hash[offset] & 127) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>A code that it shows at no time near.</summary>
    public string WrongCode()
    {
        var near = Enumerable.Range(-20, 41).Select(Code).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(0, 100)
            .Select(i => i.ToString("000000", CultureInfo.InvariantCulture))
            .First(code => !near.Contains(code));
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(
            text.Select(character =>
                Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(character, StringComparison.Ordinal), 2).PadLeft(5, '0')
            )
        );
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
