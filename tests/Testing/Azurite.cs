using System.Diagnostics;

namespace Kayse.Testing;

/// <summary>
/// The emulator of Azure Storage that the tests share: the one that test.sh has started, or else one of this process's
/// own, which ends with it.
/// </summary>
public static class Azurite
{
    public const string Variable = "KAYSE_TEST_AZURE";

    private static readonly Lazy<string> _connectionString = new(() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Start()
    );

    public static string ConnectionString => _connectionString.Value;

    private static string Start()
    {
        var start = NodePeer.StartInfo("start.mjs", "--attached");
        start.WorkingDirectory = Path.GetFullPath(Path.Combine(start.WorkingDirectory, "..", "..", "azurite"));
        var process = Process.Start(start)!;
        return process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("Azurite didn't start. Run npm ci in tests/Kayse.Silo.Tests/azurite.");
    }
}
