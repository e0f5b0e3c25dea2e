namespace Orleans.CodeGeneration;

/// <summary>Points to the generated list of an assembly's grains.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GrainManifestAttribute(Type manifestType) : Attribute
{
    /// <summary>A class that implements <see cref="IGrainManifest"/> and has a constructor without parameters.</summary>
    public Type ManifestType { get; } = manifestType;
}
