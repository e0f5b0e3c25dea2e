using System.Text;

namespace Orleans.Runtime;

/// <summary>A grain type or grain key. Backed by a string here; Orleans keeps UTF-8 bytes, which <see cref="AsSpan"/> answers.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>, IComparable<IdSpan>
{
    private readonly string? _value;

    private IdSpan(string value) => _value = value;

    /// <summary>Creates a span from UTF-8 bytes.</summary>
    public IdSpan(byte[] value) => _value = Encoding.UTF8.GetString(value);

    /// <summary>Whether this holds nothing.</summary>
    public bool IsDefault => string.IsNullOrEmpty(_value);

    /// <summary>Creates a span from a string.</summary>
    public static IdSpan Create(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new IdSpan(id);
    }

    /// <summary>The UTF-8 bytes; allocates.</summary>
    public ReadOnlySpan<byte> AsSpan() => Encoding.UTF8.GetBytes(_value ?? "");

    /// <summary>A hash that is the same in every process and after every restart (32-bit FNV-1a over UTF-16 code units, finalised).</summary>
    public uint GetUniformHashCode()
    {
        var hash = 2166136261u;
        foreach (var c in _value ?? "")
            hash = unchecked((hash ^ c) * 16777619u);
        hash ^= hash >> 16;
        hash = unchecked(hash * 0x85ebca6bu);
        return hash ^ (hash >> 13);
    }

    /// <inheritdoc />
    public bool Equals(IdSpan other) => string.Equals(_value ?? "", other._value ?? "", StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (_value ?? "").GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public int CompareTo(IdSpan other) => string.CompareOrdinal(_value ?? "", other._value ?? "");

    /// <inheritdoc />
    public override string ToString() => _value ?? "";

    /// <summary>Ordinal equality.</summary>
    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);

    /// <summary>Ordinal inequality.</summary>
    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);
}
