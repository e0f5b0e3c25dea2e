namespace Kayse.Silo.Hosting;

/// <summary>The keys of the registered grain storages.</summary>
internal static class StorageNames
{
    /// <summary>The storage that grains ask for.</summary>
    public const string Grains = "grains";

    /// <summary>The provider's own storage below that, where there are two.</summary>
    public const string Rows = "rows";
}
