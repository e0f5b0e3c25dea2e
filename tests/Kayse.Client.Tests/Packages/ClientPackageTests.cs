using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using Kayse.Testing;

namespace Kayse.Client.Tests.Packages;

/// <summary>The package that other .NET services build on.</summary>
public sealed class ClientPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_has_a_readme_and_documentation_and_depends_on_nothing_of_the_host()
    {
        await PackAsync();

        using var package = await ZipFile.OpenReadAsync(Directory.GetFiles(_folder, "Kayse.Client.*.nupkg").Single());
        Directory.GetFiles(_folder, "*.snupkg").Length.ShouldBe(1);
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        files.ShouldContain("README.md");
        files
            .Where(file => file.StartsWith("lib/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ShouldBe(["lib/net10.0/Kayse.Client.dll", "lib/net10.0/Kayse.Client.xml"]);
        var metadata = await ReadAsync(package, "Kayse.Client.nuspec");
        metadata
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => (string)element.Attribute("id")!)
            .ShouldBe(["Microsoft.Extensions.Http.Resilience"]);
        foreach (var name in new[] { "id", "version", "description", "readme" })
            metadata.Descendants().Single(element => element.Name.LocalName == name).Value.ShouldNotBeEmpty();
        (await ReadAsync(package, "lib/net10.0/Kayse.Client.xml"))
            .Descendants("member")
            .Select(member => (string)member.Attribute("name")!)
            .ShouldContain("T:Kayse.Client.IKayseClient");
    }

    private async Task PackAsync()
    {
        var configuration = typeof(ClientPackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var project = Path.Combine(Repository.Root, "src", "Kayse.Client");
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
