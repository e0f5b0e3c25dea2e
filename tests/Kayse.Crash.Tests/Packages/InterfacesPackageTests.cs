using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using Kayse.Testing;

namespace Kayse.Crash.Packages;

/// <summary>The package that services inside the network build on.</summary>
public sealed class InterfacesPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_has_a_readme_and_documentation_and_needs_nothing_but_Orleans()
    {
        await PackAsync();

        using var package = await ZipFile.OpenReadAsync(Directory.GetFiles(_folder, "Kayse.Grains.Interfaces.*.nupkg").Single());
        Directory.GetFiles(_folder, "*.snupkg").Length.ShouldBe(1);
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        files.ShouldContain("README.md");
        files
            .Where(file => file.StartsWith("lib/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["lib/net10.0/Kayse.Grains.Interfaces.dll", "lib/net10.0/Kayse.Grains.Interfaces.xml"]);
        var metadata = await ReadAsync(package, "Kayse.Grains.Interfaces.nuspec");
        metadata
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => (string)element.Attribute("id")!)
            .ShouldBe(["Microsoft.Orleans.Sdk"]);
        foreach (var name in new[] { "id", "version", "description", "readme" })
            metadata.Descendants().Single(element => element.Name.LocalName == name).Value.ShouldNotBeEmpty();
        (await ReadAsync(package, "lib/net10.0/Kayse.Grains.Interfaces.xml"))
            .Descendants("member")
            .Select(member => (string)member.Attribute("name")!)
            .ShouldContain("T:Kayse.Grains.Sessions.IUserSessionGrain");
    }

    private async Task PackAsync()
    {
        var configuration = typeof(InterfacesPackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var project = Path.Combine(Repository.Root, "src", "Kayse.Grains.Interfaces");
        using var pack = Process.Start(
            new ProcessStartInfo("dotnet", ["pack", project, "-c", configuration, "--no-build", "--nologo", "-o", _folder])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = await pack.StandardOutput.ReadToEndAsync();
        await pack.WaitForExitAsync();
        pack.ExitCode.ShouldBe(0, said);
    }

    private static async Task<XDocument> ReadAsync(ZipArchive package, string name)
    {
        await using var file = await package.GetEntry(name)!.OpenAsync();
        return await XDocument.LoadAsync(file, LoadOptions.None, default);
    }
}
