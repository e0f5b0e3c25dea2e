using System.Diagnostics;

namespace Kayse.Crash.Hosting;

/// <summary>A program of ours that does what its arguments say, and ends.</summary>
internal static class CommandProcess
{
    /// <summary>
    /// What it said on standard output; anything but success is an exception with what it said on standard error.
    /// </summary>
    public static async Task<string> RunAsync(HostSettings settings, params string[] command)
    {
        var (exitCode, output, errors) = await AskAsync(settings, "", command);
        return exitCode == 0 ? output : throw new InvalidOperationException(errors);
    }

    /// <summary>Gives it a line on standard input, and answers how it ended and what it said.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> AskAsync(
        HostSettings settings,
        string input,
        params string[] command
    )
    {
        Directory.CreateDirectory(settings.DataDirectory);
        var start = new ProcessStartInfo("dotnet", [settings.Program, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = settings.DataDirectory,
        };
        foreach (var (name, value) in settings.Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
