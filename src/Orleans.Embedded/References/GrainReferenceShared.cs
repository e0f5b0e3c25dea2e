namespace Orleans.Runtime;

/// <summary>What all references to one grain class through one interface share.</summary>
public sealed class GrainReferenceShared
{
    internal GrainReferenceShared(GrainClass grainClass, Type interfaceType)
    {
        Class = grainClass;
        InterfaceType = interfaceType;
    }

    internal GrainClass Class { get; }

    internal Silo Silo => Class.Silo;

    internal GrainType GrainType => Class.GrainType;

    internal Type InterfaceType { get; }

    internal GrainReference Cast(GrainReference reference, Type interfaceType)
        => interfaceType.IsInstanceOfType(reference) ? reference : Silo.Interfaces.CreateReference(Class, interfaceType, reference.Key);
}
