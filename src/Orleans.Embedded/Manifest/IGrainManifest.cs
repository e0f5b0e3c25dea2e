using Orleans.Runtime;

namespace Orleans.CodeGeneration;

/// <summary>The generated list of an assembly's grain interfaces and classes.</summary>
public interface IGrainManifest
{
    /// <summary>Adds them.</summary>
    void Populate(GrainManifestBuilder manifest);
}
