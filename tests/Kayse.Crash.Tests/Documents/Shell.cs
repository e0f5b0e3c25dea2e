using System.Diagnostics;
using System.Text;

namespace Kayse.Crash.Documents;

/// <summary>A shell that keeps its variables and functions from one block of commands to the next.</summary>
internal sealed class Shell : IDisposable
{
    private const string End = "the-block-ends-here";
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);
    private readonly Process _bash;

    private Shell(Process bash) => _bash = bash;

    public static Shell StartIn(string folder) =>
        new(
            Process.Start(
                new ProcessStartInfo("bash", ["--noprofile", "--norc"])
                {
                    WorkingDirectory = folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    StandardOutputEncoding = Encoding.UTF8,
                }
            )!
        );

    /// <summary>What the commands print, on standard error too.</summary>
    public async Task<string> RunAsync(string commands)
    {
        await _bash.StandardInput.WriteAsync($"{{\n{commands}\n}} 2>&1 </dev/null; printf '\\n%s\\n' {End}\n");
        await _bash.StandardInput.FlushAsync();
        var output = new StringBuilder();
        using var timeout = new CancellationTokenSource(_longest);
        while (await _bash.StandardOutput.ReadLineAsync(timeout.Token) is { } line && line != End)
            output.Append(line).Append('\n');
        return output.ToString();
    }

    public void Dispose()
    {
        if (!_bash.HasExited)
            _bash.Kill(entireProcessTree: true);
        _bash.Dispose();
    }
}
