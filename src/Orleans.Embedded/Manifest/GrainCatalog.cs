using System.Reflection;
using Orleans.CodeGeneration;

namespace Orleans.Runtime;

/// <summary>
/// The grain interfaces and classes of the process: those of assemblies that are loaded and of whatever these refer to, directly
/// or, as the generator notes it, by the project file. Found once.
/// </summary>
internal sealed class GrainCatalog
{
    private static readonly Lazy<GrainCatalog> Found = new(() => new GrainCatalog());

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private GrainCatalog()
    {
        var manifest = new GrainManifestBuilder();
        manifest.AddInterface<IRemindable>(static (shared, key) => new RemindableReference(shared, key));
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Visit(assembly, manifest);
        Interfaces = manifest.Interfaces;
        Classes = [.. manifest.Classes];
    }

    public static GrainCatalog Current => Found.Value;

    public IReadOnlyDictionary<Type, Func<GrainReferenceShared, IdSpan, GrainReference>> Interfaces { get; }

    public IReadOnlyList<Type> Classes { get; }

    private void Visit(Assembly assembly, GrainManifestBuilder manifest)
    {
        if (assembly.IsDynamic || !_seen.Add(assembly.GetName().Name ?? ""))
            return;
        if (assembly.GetCustomAttribute<GrainManifestAttribute>() is { } found)
            ((IGrainManifest)Activator.CreateInstance(found.ManifestType, nonPublic: true)!).Populate(manifest);
        var parts = assembly.GetCustomAttributes<ApplicationPartAttribute>().Select(part => new AssemblyName(part.AssemblyName));
        foreach (var reference in parts.Concat(assembly.GetReferencedAssemblies()))
            Visit(reference, manifest);
    }

    private void Visit(AssemblyName name, GrainManifestBuilder manifest)
    {
        if (_seen.Contains(name.Name ?? "") || IsFramework(name.Name ?? ""))
            return;
        try
        {
            Visit(Assembly.Load(name), manifest);
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            // A reference that is not deployed has no grains to offer.
            _seen.Add(name.Name ?? "");
        }
    }

    private static bool IsFramework(string name)
        => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name is "System" or "mscorlib" or "netstandard";
}
