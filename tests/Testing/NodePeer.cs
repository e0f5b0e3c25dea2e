using System.Diagnostics;

namespace Kayse.Testing;

/// <summary>Finds the scripts of the mail server for tests and says how to run them.</summary>
public static class NodePeer
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Kayse.Silo.Tests", "Mail", "smtp-peer");

    public static ProcessStartInfo StartInfo(string script, params string[] arguments) =>
        new("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
}
