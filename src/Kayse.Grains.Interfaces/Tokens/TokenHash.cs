using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Tokens;

/// <summary>
/// The SHA-256 of a token's 256-bit secret: all that is ever stored of it (ASVS 5.0, 7.2 and 11.4: a random secret of
/// that size needs no slow hash). Four words rather than an array, so that a million sessions hold no million arrays.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.token-hash")]
[JsonConverter(typeof(TokenHashJsonConverter))]
public readonly struct TokenHash : IEquatable<TokenHash>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    [Id(0)]
    private readonly ulong _a;

    [Id(1)]
    private readonly ulong _b;

    [Id(2)]
    private readonly ulong _c;

    [Id(3)]
    private readonly ulong _d;

    /// <summary>Reads a hash from its 32 bytes.</summary>
    public TokenHash(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size);
        _a = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
    }

    /// <summary>Whether this is no hash at all; it matches no token.</summary>
    public bool IsNone => (_a | _b | _c | _d) == 0;

    /// <summary>
    /// From 0 to below 1, the same always for one hash and spread evenly over many: for taking turns.
    /// </summary>
    public double Fraction => (_d >> 11) * (1.0 / (1ul << 53));

    /// <summary>Hashes a secret's bytes.</summary>
    public static TokenHash Of(ReadOnlySpan<byte> secret)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(secret, hash);
        return new TokenHash(hash);
    }

    /// <summary>Compares in constant time; false when either is no hash.</summary>
    public bool Matches(TokenHash other) => (((_a ^ other._a) | (_b ^ other._b) | (_c ^ other._c) | (_d ^ other._d)) == 0) & !IsNone;

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, _a);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[24..], _d);
    }

    /// <inheritdoc />
    public bool Equals(TokenHash other) => _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is TokenHash other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_a, _b, _c, _d);

    /// <summary>Says nothing of the value, so that no log can.</summary>
    public override string ToString() => "(hash)";

    /// <summary>Equality for collections; tokens are checked with <see cref="Matches"/>.</summary>
    public static bool operator ==(TokenHash left, TokenHash right) => left.Equals(right);

    /// <summary>Inequality.</summary>
    public static bool operator !=(TokenHash left, TokenHash right) => !left.Equals(right);
}
