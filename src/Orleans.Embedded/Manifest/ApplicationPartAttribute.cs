namespace Orleans;

/// <summary>Names an assembly that has grains or grain interfaces; the generator writes one for the assembly itself and each that it refers to.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ApplicationPartAttribute(string assemblyName) : Attribute
{
    /// <summary>The assembly's name.</summary>
    public string AssemblyName { get; } = assemblyName;
}
