namespace Orleans.Runtime;

/// <summary>The name of a grain class, stable across renames when <see cref="GrainTypeAttribute"/> gives it.</summary>
public readonly struct GrainType : IEquatable<GrainType>, IComparable<GrainType>
{
    private readonly IdSpan _value;

    /// <summary>Wraps <paramref name="id"/>.</summary>
    public GrainType(IdSpan id) => _value = id;

    /// <summary>The name as a span.</summary>
    public IdSpan Value => _value;

    /// <summary>Whether this names nothing.</summary>
    public bool IsDefault => _value.IsDefault;

    /// <summary>Creates a type from its name.</summary>
    public static GrainType Create(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new GrainType(IdSpan.Create(value));
    }

    /// <summary>As <see cref="IdSpan.GetUniformHashCode"/>.</summary>
    public uint GetUniformHashCode() => _value.GetUniformHashCode();

    /// <inheritdoc />
    public bool Equals(GrainType other) => _value.Equals(other._value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc />
    public int CompareTo(GrainType other) => _value.CompareTo(other._value);

    /// <inheritdoc />
    public override string ToString() => _value.ToString();

    /// <summary>Ordinal equality.</summary>
    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);

    /// <summary>Ordinal inequality.</summary>
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}
