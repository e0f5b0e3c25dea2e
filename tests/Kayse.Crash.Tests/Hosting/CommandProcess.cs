using System.Diagnostics;

namespace Kayse.Crash.Hosting;

/// <summary>A program of ours that does what its arguments say, and ends.</summary>
internal static class CommandProcess
{
    /// <summary>What it said on standard output; anything but success is an exception with what it said on standard error.</summary>
    public static async Task<string> RunAsync(HostSettings settings, params string[] command)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        var start = new ProcessStartInfo("dotnet", [settings.Program, .. command]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = settings.DataDirectory };
        foreach (var (name, value) in settings.Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(await errors);
    }
}
