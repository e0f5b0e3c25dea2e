namespace Orleans.Runtime;

/// <summary>What all references to one grain class through one interface share.</summary>
public sealed class GrainReferenceShared
{
    internal GrainReferenceShared(GrainType grainType, Type interfaceType)
    {
        GrainType = grainType;
        InterfaceType = interfaceType;
    }

    internal GrainType GrainType { get; }

    internal Type InterfaceType { get; }

    internal IAddressable Cast(GrainReference reference, Type interfaceType) => throw new NotImplementedException();
}
