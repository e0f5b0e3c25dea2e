namespace Orleans.Runtime;

/// <inheritdoc cref="IClusterClient" />
internal sealed class GrainFactory(Silo silo) : IClusterClient
{
    public IServiceProvider ServiceProvider => silo.Services;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey
        => Create<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey
        => Create<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
        => Create<TGrainInterface>(StringKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyExtension);
        return Create<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey, keyExtension), grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyExtension);
        return Create<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey, keyExtension), grainClassNamePrefix);
    }

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => Create(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => Create(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => Create(grainInterfaceType, StringKey(grainPrimaryKey));

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable
        => (TGrainInterface)(IAddressable)silo.Interfaces.CreateReference(silo.Interfaces.ClassOf(grainId.Type), typeof(TGrainInterface), grainId.Key);

    public IAddressable GetGrain(GrainId grainId) => new GrainReference(silo.Interfaces.ClassOf(grainId.Type).Untyped, grainId.Key);

    private static IdSpan StringKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return IdSpan.Create(key);
    }

    private TGrainInterface Create<TGrainInterface>(IdSpan key, string? prefix)
        => (TGrainInterface)(object)silo.Interfaces.Find(typeof(TGrainInterface), prefix).CreateReference(key);

    private IGrain Create(Type type, IdSpan key) => (IGrain)silo.Interfaces.Find(type, null).CreateReference(key);
}
