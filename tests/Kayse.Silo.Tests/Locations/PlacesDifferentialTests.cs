using System.Diagnostics;
using System.Net;
using System.Text;
using Kayse.Grains.Sessions;
using Kayse.Silo.Locations;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Tests.Locations;

/// <summary>Compares with the same data as rows of ranges.</summary>
public sealed class PlacesDifferentialTests
{
    private const string Folder = "tests/Kayse.Silo.Tests/Locations/reference";
    private const int MinSamples = 25_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Places_are_those_of_the_package(int seed)
    {
        await using var services = new ServiceCollection().AddLocations().BuildServiceProvider();
        var places = services.GetRequiredService<IPlaces>();
        var samples = (await RunAsync("samples.mjs", $"{seed}"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToList();

        samples.Count.ShouldBeGreaterThan(MinSamples);
        var names = (await RunAsync("names.mjs", ""))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        samples
            .Select(sample => (Address: sample[0], Country: names[sample[1]], Answer: places.Of(IPAddress.Parse(sample[0]))))
            .Where(sample => sample.Answer != sample.Country)
            .Select(sample => $"{sample.Address} is in {sample.Country}, not {sample.Answer}")
            .Take(20)
            .ShouldBeEmpty();
    }

    private static async Task<string> RunAsync(string script, string argument)
    {
        var folder = Path.Combine(Repository.Root, Folder);
        if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules")))
            Assert.Fail($"The package is not installed. Run: npm ci --prefix {Folder}");
        using var node = Process.Start(
            new ProcessStartInfo("node", [script, argument])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0);
        return output;
    }
}
