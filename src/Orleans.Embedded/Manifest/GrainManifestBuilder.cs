using Orleans.Runtime;

namespace Orleans.CodeGeneration;

/// <summary>Collects grain interfaces and classes from generated code.</summary>
public sealed class GrainManifestBuilder
{
    internal GrainManifestBuilder()
    {
    }

    internal Dictionary<Type, Func<GrainReferenceShared, IdSpan, GrainReference>> Interfaces { get; } = [];

    internal HashSet<Type> Classes { get; } = [];

    /// <summary>Adds an interface with the constructor of its references.</summary>
    public void AddInterface<TInterface>(Func<GrainReferenceShared, IdSpan, GrainReference> createReference)
        where TInterface : IAddressable
        => Interfaces[typeof(TInterface)] = createReference;

    /// <summary>Adds a grain class.</summary>
    public void AddClass<TGrain>()
        where TGrain : class
        => Classes.Add(typeof(TGrain));
}
