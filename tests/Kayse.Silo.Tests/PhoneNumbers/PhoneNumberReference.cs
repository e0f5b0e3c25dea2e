using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kayse.Testing;

namespace Kayse.Silo.Tests.PhoneNumbers;

/// <summary>The npm package google-libphonenumber, and the inputs that it has judged.</summary>
internal static class PhoneNumberReference
{
    private const string Folder = "tests/Kayse.Silo.Tests/PhoneNumbers/reference";

    /// <summary>Runs generate.mjs; answers all that it prints.</summary>
    public static async Task<IReadOnlyList<JudgedInput>> JudgeAsync()
    {
        var folder = Path.Combine(Repository.Root, Folder);
        if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules", "google-libphonenumber")))
            Assert.Fail($"google-libphonenumber is not installed. Run: npm ci --prefix {Folder}");
        using var node = Process.Start(
            new ProcessStartInfo("node", "generate.mjs")
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        var errors = node.StandardError.ReadToEndAsync();
        var judged = new List<JudgedInput>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            judged.Add(JsonSerializer.Deserialize<JudgedInput>(line, JsonSerializerOptions.Web)!);
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await errors);
        return judged;
    }
}
