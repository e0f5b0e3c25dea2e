using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kayse.Testing;
using Kayse.WebHost.Http.Clients.UserAgents;

namespace Kayse.WebHost.Tests.Http.Clients.UserAgents;

/// <summary>
/// Compares with uap-core's reference implementation and with the kinds of device that the npm package user-agents has
/// seen.
/// </summary>
public sealed class UserAgentDifferentialTests : IAsyncLifetime, IDisposable
{
    private const string Folder = "tests/Kayse.WebHost.Tests/Http/Clients/UserAgents/reference";
    private const int MinAgents = 900;

    private readonly UserAgentReader _reader = new();
    private IReadOnlyList<JudgedAgent> _judged = [];

    public async Task InitializeAsync() => _judged = await JudgeAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void Names_are_those_of_the_reference_implementation()
    {
        var patterns = UserAgentPatterns.Read();

        _judged.Count.ShouldBeGreaterThan(MinAgents);
        _judged
            .Select(expected =>
                (
                    expected,
                    actual: new JudgedAgent(
                        expected.Agent,
                        UserAgentPatterns.Find(patterns.Browsers, expected.Agent) ?? "Other",
                        UserAgentPatterns.Find(patterns.Systems, expected.Agent) ?? "Other",
                        UserAgentPatterns.Find(patterns.Devices, expected.Agent) ?? "Other",
                        expected.Category
                    )
                )
            )
            .Where(pair => pair.actual != pair.expected)
            .Take(20)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Kinds_of_device_are_those_that_were_seen()
    {
        var seen = _judged.Where(judged => judged.Category is not null).ToList();

        seen.Count.ShouldBeGreaterThan(500);
        seen.Select(judged => (judged.Agent, judged.Category, Kind: _reader.Read(judged.Agent).Kind))
            .Where(pair => pair.Kind != (pair.Category == "mobile" ? "phone" : pair.Category))
            .Take(50)
            .ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<JudgedAgent>> JudgeAsync()
    {
        var folder = Path.Combine(Repository.Root, Folder);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            Assert.Fail($"The reference implementation is not installed. Run: npm ci --prefix {Folder}");
        using var node = Process.Start(
            new ProcessStartInfo("node", "judge.mjs")
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var judged = new List<JudgedAgent>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            judged.Add(JsonSerializer.Deserialize<JudgedAgent>(line, JsonSerializerOptions.Web)!);
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0);
        return judged;
    }

    private sealed record JudgedAgent(string Agent, string Browser, string System, string Device, string? Category);
}
