namespace Kayse.Client;

/// <summary>
/// A field of a change: not set (the default) leaves what is there, null clears it, a value replaces it. Values convert
/// to it by themselves: <c>JobTitle = "Paralegal"</c>, <c>JobTitle = null</c>.
/// </summary>
/// <typeparam name="T">The type of the field.</typeparam>
public readonly record struct Optional<T> : IOptional
{
    /// <summary>A field that is set.</summary>
    public Optional(T value)
    {
        Value = value;
        IsSet = true;
    }

    /// <summary>What the field is set to.</summary>
    public T? Value { get; }

    /// <summary>Whether the field is set, be it to null.</summary>
    public bool IsSet { get; }

    object? IOptional.Value => Value;

    /// <summary>Sets a field.</summary>
    public static implicit operator Optional<T>(T value) => new(value);
}

internal interface IOptional
{
    bool IsSet { get; }

    object? Value { get; }
}
