using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.TwoFactor;

/// <summary>Time-based one-time codes (RFC 6238): SHA-1, 6 digits, steps of 30 seconds, as every authenticator app has them.</summary>
internal static class Totp
{
    /// <summary>160 bits, the size of SHA-1's output (RFC 4226, 4).</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;

    // One step of drift either way (RFC 6238, 5.2).
    private const int Drift = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The number of the step that an instant lies in.</summary>
    public static long StepAt(DateTimeOffset now) => Math.DivRem(now.ToUnixTimeSeconds(), StepSeconds).Quotient;

    /// <summary>The code of a step.</summary>
    public static string CodeOf(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's default, and what apps have; HMAC does not rest on collision resistance.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % Modulus).ToString("d" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed, if that is near enough and later than <paramref name="lastStep"/>, so that no code is accepted twice; else null.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        Span<byte> typed = stackalloc byte[Digits];
        if (!TryReadDigits(code, typed))
            return null;
        long? matched = null;
        Span<byte> expected = stackalloc byte[Digits];
        var current = StepAt(now);
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            Encoding.ASCII.GetBytes(CodeOf(secret, step), expected);
            if (CryptographicOperations.FixedTimeEquals(expected, typed) && step > lastStep)
                matched = step;
        }

        return matched;
    }

    /// <summary>Codes are read with spaces in them, as apps show them: <c>123 456</c>.</summary>
    private static bool TryReadDigits(string code, Span<byte> digits)
    {
        var count = 0;
        foreach (var character in code)
        {
            if (character == ' ')
                continue;
            if (!char.IsAsciiDigit(character) || count == Digits)
                return false;
            digits[count++] = (byte)character;
        }

        return count == Digits;
    }
}
