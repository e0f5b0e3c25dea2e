using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Kayse.Testing;

namespace Kayse.Client.Tests.Support;

/// <summary>A sample as a process of its own, on a port that it chooses.</summary>
internal sealed partial class SampleService : IDisposable
{
    private static readonly TimeSpan _startsWithin = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private SampleService(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>Starts <c>samples/ProtectedService</c> or <c>samples/protected-service-node</c>.</summary>
    public static async Task<SampleService> StartAsync(string name, Uri kayse)
    {
        ProcessStartInfo start =
            name == "ProtectedService"
                ? new("dotnet", [ProgramOf(name), "--urls", "http://127.0.0.1:0"])
                : new("node", [Path.Combine(Repository.Root, "samples", name, "server.mjs")]);
        start.RedirectStandardOutput = true;
        start.Environment["PORT"] = "0";
        start.Environment["KAYSE_ADDRESS"] = start.Environment["Kayse__Address"] = kayse.ToString().TrimEnd('/');
        var process = Process.Start(start)!;
        try
        {
            return new SampleService(process, await AddressAsync(process).WaitAsync(_startsWithin));
        }
        catch
        {
            Stop(process);
            throw;
        }
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await Http.SendAsync(request);
    }

    public void Dispose()
    {
        Http.Dispose();
        Stop(_process);
    }

    private static void Stop(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return new Uri(match.Groups[1].Value);
        }

        throw new InvalidOperationException("The sample ended before it listened.");
    }

    private static string ProgramOf(string name) =>
        typeof(SampleService).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;

    [GeneratedRegex(@"istening on:? (http://127\.0\.0\.1:[0-9]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listening();
}
