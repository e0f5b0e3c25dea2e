using Orleans.Runtime;

namespace Orleans;

/// <summary>Makes references to grains. Making one neither activates the grain nor does I/O.</summary>
public interface IGrainFactory
{
    /// <summary>A grain by GUID. <paramref name="grainClassNamePrefix"/> chooses among classes that share the interface.</summary>
    TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey;

    /// <summary>A grain by integer. <paramref name="grainClassNamePrefix"/> chooses among classes that share the interface.</summary>
    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey;

    /// <summary>A grain by string. <paramref name="grainClassNamePrefix"/> chooses among classes that share the interface.</summary>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>A grain by GUID and string.</summary>
    TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey;

    /// <summary>A grain by integer and string.</summary>
    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey;

    /// <summary>A grain by GUID, of an interface known at run time.</summary>
    IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey);

    /// <summary>A grain by integer, of an interface known at run time.</summary>
    IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey);

    /// <summary>A grain by string, of an interface known at run time.</summary>
    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

    /// <summary>A grain by its id. Throws <see cref="ArgumentException"/> when no class has the id's type.</summary>
    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable;

    /// <summary>A grain by its id, to be cast with <c>AsReference</c>.</summary>
    IAddressable GetGrain(GrainId grainId);
}
