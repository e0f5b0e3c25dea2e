using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Tests.Hosting;
using Kayse.Silo.Transfer;

namespace Kayse.Grains.Tests.Transfer;

/// <summary>A file that isn't whole is refused before anything is stored.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private static readonly Dictionary<string, Func<string[], IEnumerable<string>>> _damage = new(StringComparer.Ordinal)
    {
        ["its end is missing"] = lines => lines[..^1],
        ["a line is missing"] = lines => [.. lines[..2], .. lines[3..]],
        ["a line is there twice"] = lines => [.. lines[..2], .. lines[1..]],
        ["two lines are in another order"] = lines => [lines[0], lines[2], lines[1], .. lines[3..]],
        ["a letter is another"] = lines => [.. lines[..^3], lines[^3].Replace("2", "3", StringComparison.Ordinal), .. lines[^2..]],
        ["something follows the end"] = lines => [.. lines, lines[1]],
        ["its header is missing"] = lines => lines[1..],
        ["it is of a later version"] = lines =>
            [lines[0].Replace("\"version\":2", "\"version\":3", StringComparison.Ordinal), .. lines[1..]],
        ["its date is another"] = lines => [lines[0].Replace("T", "t", StringComparison.Ordinal), .. lines[1..]],
        ["it counts one less"] = lines => [.. lines[..^1], lines[^1].Replace("\"keys\":1", "\"keys\":0", StringComparison.Ordinal)],
        ["a line is no JSON"] = lines => [.. lines[..2], "{", .. lines[2..]],
        ["a line says nothing that is known"] = lines => [.. lines[..2], """{"other":1}""", .. lines[2..]],
        ["it is something else"] = _ => ["hello"],
        ["it is empty"] = _ => [],
    };

    private readonly Installation _installation = new();

    public static TheoryData<string> Damage => [.. _damage.Keys];

    public void Dispose() => _installation.Dispose();

    [Theory]
    [MemberData(nameof(Damage))]
    public async Task A_damaged_file_is_refused_and_nothing_is_stored(string damage)
    {
        var lines = await File.ReadAllLinesAsync(await ExportAsync());
        var damaged = _damage[damage](lines).ToArray();
        damaged.ShouldNotBe(lines);

        await ShouldBeRefusedAsync(string.Concat(damaged.Select(line => line + "\n")));
    }

    [Fact]
    public async Task A_file_that_is_cut_anywhere_is_refused()
    {
        var text = await File.ReadAllTextAsync(await ExportAsync());
        for (var length = 0; length < text.Length; length += 97)
            await Should.ThrowAsync<TransferException>(() => ImportAsync(text[..length], _installation.Empty));

        await ShouldBeRefusedAsync(text[..^1]);
    }

    [Fact]
    public async Task A_line_without_end_is_refused_though_it_fits_no_memory()
    {
        var file = _installation.NewFile;
        await using (var stream = File.Create(file))
            stream.SetLength(2L << 30);

        await Should.ThrowAsync<TransferException>(() => Installation.ImportAsync(file, _installation.Empty));
    }

    [Fact]
    public async Task The_last_line_has_the_SHA_256_of_all_before_it()
    {
        var text = await File.ReadAllTextAsync(await ExportAsync());
        var end = text.TrimEnd('\n').LastIndexOf('\n') + 1;

        text[end..].ShouldContain(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text[..end]))));
    }

    private async Task ShouldBeRefusedAsync(string text)
    {
        var target = _installation.Empty;
        await Should.ThrowAsync<TransferException>(() => ImportAsync(text, target));

        (await _installation.ContentsAsync(target)).ShouldBeEmpty();
    }

    private async Task ImportAsync(string text, string target)
    {
        var file = _installation.NewFile;
        await File.WriteAllTextAsync(file, text);
        await Installation.ImportAsync(file, target);
    }

    private async Task<string> ExportAsync()
    {
        var file = _installation.NewFile;
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await firm.InviteAsync("ben@else.example", phone: "+12025550123");
        await silo.MoveAsync((from, _) => Installation.ExportAsync(from, file));
        return file;
    }
}
