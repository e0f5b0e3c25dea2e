namespace Kayse.Silo.Hosting;

/// <summary>The keys of the registered grain storages.</summary>
internal static class StorageNames
{
    /// <summary>The storage that grains ask for.</summary>
    public const string Grains = "grains";

    /// <summary>The storage below <see cref="WholeGrainIds"/>, where the provider needs that.</summary>
    public const string Rows = "rows";
}
