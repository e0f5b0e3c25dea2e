using System.Diagnostics;
using Kayse.Testing;

namespace Kayse.WebHost.Tests.Http.OpenApi;

/// <summary>Runs the npm tools that lint the document and make a client of it.</summary>
internal static class ClientFolder
{
    private const string Folder = "tests/Kayse.WebHost.Tests/Http/OpenApi/client";
    private static readonly string _path = Path.Combine(Repository.Root, Folder);

    /// <summary>Where a file that is generated goes.</summary>
    public static string Generated(string name)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(_path, "generated"));
        return Path.Combine(folder.FullName, name);
    }

    /// <summary>Runs a tool, which must succeed; answers what it wrote.</summary>
    public static Task<string> RunToolAsync(string tool, params string[] arguments)
    {
        var program = Path.Combine(_path, "node_modules", ".bin", tool);
        if (!File.Exists(program))
            Assert.Fail($"{tool} is not installed. Run: npm ci --prefix {Folder}");
        return RunAsync(program, arguments);
    }

    /// <summary>Runs a script with Node.js.</summary>
    public static Task<string> RunScriptAsync(string script, params string[] arguments) => RunAsync("node", [script, .. arguments]);

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, output);
        return output;
    }
}
