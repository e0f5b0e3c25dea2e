using Kayse.Testing;

namespace Kayse.Grains.Tests.Contracts;

/// <summary>
/// <c>contracts.txt</c> lists what has ever crossed a grain boundary. Silos of two releases run side by side during an
/// upgrade, so nothing in it is renumbered, renamed or removed; a contract that changes gets a new member, method or
/// type, and lines for it: <c>KAYSE_APPEND_CONTRACTS=1 dotnet test tests/Kayse.Grains.Tests --filter
/// ContractManifest</c>.
/// </summary>
public sealed class ContractManifestTests
{
    private const string Append = "KAYSE_APPEND_CONTRACTS";

    private static readonly string _manifest = Path.Combine(Repository.Root, "tests/Kayse.Grains.Tests/Contracts/contracts.txt");

    [Fact]
    public void Nothing_that_crosses_a_grain_boundary_is_renumbered_renamed_or_removed()
    {
        var gone = Listed().Except(ContractLines.All, StringComparer.Ordinal);

        gone.ShouldBeEmpty(
            "contracts.txt lists this, and the code no longer has it. Put it back: silos and clients of the release before know it."
        );
    }

    [Fact]
    public void Everything_that_crosses_a_grain_boundary_is_listed()
    {
        var added = ContractLines.All.Except(Listed(), StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable(Append) == "1")
            File.WriteAllLines(_manifest, [.. Comments(), .. Listed().Concat(added).Order(StringComparer.Ordinal)]);
        else
            added.ShouldBeEmpty($"contracts.txt does not list this. Run the test with {Append}=1 to add it.");
    }

    private static IEnumerable<string> Comments() => File.ReadAllLines(_manifest).TakeWhile(line => line.StartsWith('#'));

    private static IReadOnlyList<string> Listed() =>
        [.. File.ReadAllLines(_manifest).SkipWhile(line => line.StartsWith('#')).Where(line => line.Length > 0)];
}
