namespace Orleans;

/// <summary>A grain's state on its way to or from storage.</summary>
public interface IGrainState<T>
{
    /// <summary>The state itself.</summary>
    T? State { get; set; }

    /// <summary>The stored version, or null when nothing is stored.</summary>
    string? ETag { get; set; }

    /// <summary>Whether storage holds a record.</summary>
    bool RecordExists { get; set; }
}

/// <inheritdoc />
[GenerateSerializer]
public sealed class GrainState<T> : IGrainState<T>
{
    /// <summary>Holds nothing yet.</summary>
    public GrainState()
    {
    }

    /// <summary>Holds <paramref name="state"/>, not stored.</summary>
    public GrainState(T? state)
        : this(state, null)
    {
    }

    /// <summary>Holds <paramref name="state"/> as version <paramref name="eTag"/>.</summary>
    public GrainState(T? state, string? eTag)
    {
        State = state;
        ETag = eTag;
    }

    /// <inheritdoc />
    [Id(0)]
    public T? State { get; set; }

    /// <inheritdoc />
    [Id(1)]
    public string? ETag { get; set; }

    /// <inheritdoc />
    [Id(2)]
    public bool RecordExists { get; set; }
}
