using Kayse.Grains.Tests.Crashes;
using Kayse.Silo.Transfer;

namespace Kayse.Grains.Tests.Transfer;

/// <summary>Folders to export from and import into, by the commands that an operator gives.</summary>
internal sealed class Installation : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("kayse-transfer-").FullName;

    /// <summary>A folder in which nothing is stored.</summary>
    public string Empty => Path.Combine(_folder, Guid.NewGuid().ToString("N"));

    /// <summary>A file that isn't there.</summary>
    public string NewFile => Path.Combine(_folder, $"{Guid.NewGuid():N}.jsonl");

    public static Task<string> ExportAsync(string folder, string file) => RunAsync(["export", file, $"--Kayse:DataDirectory={folder}"]);

    public static Task<string> ImportAsync(string file, string folder, CrashPoint? crash = null) =>
        RunAsync(["import", file, $"--Kayse:DataDirectory={folder}"], crash);

    /// <summary>The lines of a fresh export, but for the first and the last, in an order of their own.</summary>
    public async Task<IReadOnlyList<string>> ContentsAsync(string folder)
    {
        var file = NewFile;
        await ExportAsync(folder, file);
        return [.. (await File.ReadAllLinesAsync(file))[1..^1].Order(StringComparer.Ordinal)];
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private static async Task<string> RunAsync(string[] args, CrashPoint? crash = null)
    {
        var output = new StringWriter();
        await TransferCommand.RunAsync(args, output, builder => builder.Services.CrashAt(crash ?? new CrashPoint()));
        return output.ToString();
    }
}
