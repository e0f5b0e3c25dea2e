using System.Diagnostics;

namespace Kayse.Testing;

/// <summary>Finds the scripts of the mail server for tests and says how to run them.</summary>
public static class NodePeer
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "tests", "Kayse.Silo.Tests", "Mail", "smtp-peer");

    public static ProcessStartInfo StartInfo(string script, params string[] arguments) =>
        new("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kayse.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Kayse.sln is in no folder above the tests.");
    }
}
