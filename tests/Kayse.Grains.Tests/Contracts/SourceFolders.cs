namespace Kayse.Grains.Tests.Contracts;

internal static class SourceFolders
{
    /// <summary>The full path of a file or folder of the repository, found from where the tests run.</summary>
    public static string Of(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kayse.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Kayse.sln is in no folder above the tests.");
        return Path.Combine([folder.FullName, .. path.Split('/')]);
    }
}
