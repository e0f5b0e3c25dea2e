using Kayse.Crash.Hosting;
using Kayse.Testing;

namespace Kayse.Crash.Documents;

/// <summary>The examples of the documents, run as a reader runs them.</summary>
public sealed class WalkthroughTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-walkthrough-").FullName;

    /// <summary>Builds the program and runs all tests; here the program that was built with the tests runs.</summary>
    private static readonly string[] _startCommands = ["dotnet run --project src/Kayse.WebHost", "./test.sh"];

    [Fact]
    public async Task Examples_of_README_and_walkthrough_print_what_the_documents_say()
    {
        await using var dns = new LocalNameServer();
        var settings = new Dictionary<string, string>(DefaultLimits, StringComparer.Ordinal) { ["Kayse__Dns__Servers__0"] = dns.Address };
        using var host = await HostProcess.StartAsync(new HostSettings(Path.Combine(_folder, "data")) { Others = settings });
        using var shell = Shell.StartIn(_folder);
        await shell.RunAsync($"repository='{Repository.Root}'");
        var readme = await BlocksOfAsync("README.md");
        var walkthrough = await BlocksOfAsync("docs/walkthrough.md");
        walkthrough.Count.ShouldBeGreaterThan(10);

        CommandsOf(readme[0]).ShouldBe(_startCommands);
        foreach (var block in readme.Skip(1).Concat(walkthrough))
        {
            var commands = block.Commands.Replace("http://localhost:5080", $"http://{host.Address.Authority}", StringComparison.Ordinal);
            var output = await shell.RunAsync(commands);
            block.Prints(output).ShouldBeTrue($"{block.Place} prints\n{output}\nbut the document says\n{block.Output}");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A reader's program has the limits that are the default.
    private static Dictionary<string, string> DefaultLimits =>
        new(StringComparer.Ordinal)
        {
            ["Kayse__RateLimits__Enabled"] = "true",
            ["Kayse__Mail__PerRecipient__Limit"] = "5",
            ["Kayse__Invitations__RampUp__FirstDay"] = "20",
            ["Kayse__Introspection__Clients__crm__Secret"] = "only-for-this-walkthrough-0123456789",
            ["Kayse__Telemetry__MetricsToken"] = "only-for-this-walkthrough-0123456789",
            ["Kayse__Support__Email"] = "support@kayse.example",
            ["Kayse__Cors__Origins__0"] = "https://app.example.com",
            ["Kayse__Billing__Prices__emails"] = "0.01",
            ["Kayse__Outbound__AllowedPrivateHosts__0"] = "127.0.0.1",
        };

    private static async Task<IReadOnlyList<ShellBlock>> BlocksOfAsync(string document) =>
        [.. ShellBlock.In(document, await File.ReadAllTextAsync(Path.Combine(Repository.Root, document)))];

    private static IEnumerable<string> CommandsOf(ShellBlock block) =>
        block.Commands.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('#')[0].Trim());
}
