namespace Kayse.Grains.TwoFactor;

/// <summary>RFC 4648's base 32 without padding, as authenticator apps take secrets.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        for (var i = 0; i < text.Length; i++)
            text[i] = Alphabet[FiveBits(bytes, i * 5)];
        return new string(text);
    }

    // Past the end there are zeros.
    private static int FiveBits(ReadOnlySpan<byte> bytes, int bit)
    {
        var (index, offset) = (bit / 8, bit % 8);
        var two = (bytes[index] << 8) | (index + 1 < bytes.Length ? bytes[index + 1] : 0);
        return (two >> (11 - offset)) & 31;
    }
}
