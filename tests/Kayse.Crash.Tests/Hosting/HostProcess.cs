using System.Diagnostics;
using System.Reflection;

namespace Kayse.Crash.Hosting;

/// <summary>A built program of ours as a process of its own, on a port that it chooses.</summary>
internal sealed class HostProcess : IDisposable
{
    /// <summary>How long a start may take, recovery included; generous, for build machines.</summary>
    public static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    public static readonly string WebHost = ProgramOf(nameof(WebHost));
    public static readonly string Silo = ProgramOf(nameof(Silo));
    public static readonly string InternalService = ProgramOf(nameof(InternalService));

    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(HostSettings settings)
    {
        var start = new ProcessStartInfo("dotnet", [settings.Program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = settings.DataDirectory,
        };
        foreach (var (name, value) in settings.Environment)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) =>
            _address.TrySetException(new InvalidOperationException($"The host ended before it listened.\n{Log}"));
    }

    public HostLog Log { get; } = new();

    public Uri Address { get; private set; } = null!;

    /// <summary>From the start of the process to the first time that it said it is ready.</summary>
    public TimeSpan StartedIn { get; private set; }

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts it and returns when it is ready.</summary>
    public static async Task<HostProcess> StartAsync(HostSettings settings)
    {
        Directory.CreateDirectory(settings.DataDirectory);
        var host = new HostProcess(settings);
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing of it runs any more when the operating system has taken the signal.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM, as a service manager does; answers the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public Task EndedAsync() => _process.WaitForExitAsync();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static string ProgramOf(string name) =>
        typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;

    private async Task StartAsync()
    {
        var watch = Stopwatch.StartNew();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Address = await _address.Task.WaitAsync(StartsWithin);
            await ReadyAsync(watch);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The host was not ready within {StartsWithin}.\n{Log}");
        }

        StartedIn = watch.Elapsed;
    }

    private async Task ReadyAsync(Stopwatch watch)
    {
        using var http = new HttpClient();
        while (!(await http.GetAsync(new Uri(Address, "/health/ready"))).IsSuccessStatusCode)
        {
            if (watch.Elapsed > StartsWithin)
                throw new TimeoutException();
            await Task.Delay(20);
        }
    }

    private void Note(string? line)
    {
        Log.Add(line);
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
