namespace Kayse.Testing;

/// <summary>The folder that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its path.</summary>
    public static readonly string Root = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kayse.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Kayse.sln is in no folder above the tests.");
    }
}
