using Orleans.Runtime;

namespace Orleans;

/// <summary>References and keys of grains, asked of a reference or of the grain itself.</summary>
public static class GrainExtensions
{
    /// <summary>A reference through an interface; it can be handed to others, unlike the grain itself.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) => (TGrainInterface)grain.AsReference(typeof(TGrainInterface));

    /// <inheritdoc cref="AsReference{TGrainInterface}(IAddressable)" />
    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) => grain.AsReference<TGrainInterface>();

    /// <inheritdoc cref="AsReference{TGrainInterface}(IAddressable)" />
    public static object AsReference(this IAddressable grain, Type interfaceType)
    {
        var reference = grain.AsReference();
        return reference.Shared.Cast(reference, interfaceType);
    }

    /// <inheritdoc cref="AsReference{TGrainInterface}(IAddressable)" />
    public static object Cast(this IAddressable grain, Type interfaceType) => grain.AsReference(interfaceType);

    /// <summary>Which grain this is.</summary>
    public static GrainId GetGrainId(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainReference reference => reference.GrainId,
            IGrainBase instance => instance.GrainContext.GrainId,
            _ => throw NotAGrain(grain),
        };
    }

    /// <summary>The key of a grain that has a string key.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <summary>The key of a grain that has a GUID key. Throws <see cref="InvalidOperationException"/> when it has another.</summary>
    public static Guid GetPrimaryKey(this IAddressable grain) => grain.GetPrimaryKey(out _);

    /// <summary>The key of a grain that has a GUID key, and the string after it or null.</summary>
    public static Guid GetPrimaryKey(this IAddressable grain, out string? keyExt)
    {
        var id = grain.GetGrainId();
        return id.TryGetGuidKey(out var key, out keyExt) ? key : throw new InvalidOperationException($"Grain {id} has no GUID key.");
    }

    /// <summary>The key of a grain that has an integer key. Throws <see cref="InvalidOperationException"/> when it has another.</summary>
    public static long GetPrimaryKeyLong(this IAddressable grain) => grain.GetPrimaryKeyLong(out _);

    /// <summary>The key of a grain that has an integer key, and the string after it or null.</summary>
    public static long GetPrimaryKeyLong(this IAddressable grain, out string? keyExt)
    {
        var id = grain.GetGrainId();
        return id.TryGetIntegerKey(out var key, out keyExt) ? key : throw new InvalidOperationException($"Grain {id} has no integer key.");
    }

    internal static GrainReference AsReference(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainReference reference => reference,
            IGrainBase { GrainContext: { } context } => context.GrainReference,
            _ => throw NotAGrain(grain),
        };
    }

    private static ArgumentException NotAGrain(IAddressable grain)
        => new($"{grain.GetType().FullName} is neither a grain reference nor a grain that the runtime made.", nameof(grain));
}
