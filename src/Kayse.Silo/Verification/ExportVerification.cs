using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Kayse.Grains.Audit;

namespace Kayse.Silo.Verification;

/// <summary>Checks the audit log in the export of a company.</summary>
internal static class ExportVerification
{
    /// <param name="file">The ZIP file.</param>
    /// <param name="earlier">A count and a hash that were noted at an earlier check; null to check the file alone.</param>
    /// <param name="output">Where to say what was found.</param>
    public static async Task RunAsync(string file, (long Count, string Hash)? earlier, TextWriter output)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file);
            var end = await ReadEndAsync(archive);
            var chain = new ExportedAuditChain(end.CompanyId);
            var isConfirmed = earlier is null;
            using var lines = new StreamReader(await Entry(archive, "audit-log.jsonl").OpenAsync());
            while (await lines.ReadLineAsync() is { } line)
            {
                if (!chain.TryAdd(line))
                    throw Altered($"entry {Number(chain.Count + 1)} was changed, removed or moved");
                isConfirmed |=
                    earlier is { } point
                    && point.Count == chain.Count
                    && chain.Hash.Equals(point.Hash, StringComparison.OrdinalIgnoreCase);
            }

            if (chain.Count != end.Entries || (chain.Count > 0 && chain.Hash != end.Hash))
                throw Altered($"entries after the first {Number(chain.Count)} are missing");
            if (!chain.IsBeginningRecorded)
                throw Altered(
                    chain.Deleted == 1
                        ? "entry 1 is missing, and no other says that it was deleted"
                        : $"entries 1 to {Number(chain.Deleted)} are missing, and no other says that they were deleted"
                );
            if (earlier?.Count < chain.Deleted)
                throw new VerificationException(
                    $"The first {Number(chain.Deleted)} entries were deleted at the end of their retention period. Name a later check."
                );
            isConfirmed |= earlier?.Count == chain.Deleted && chain.BeginningHash.Equals(earlier?.Hash, StringComparison.OrdinalIgnoreCase);
            if (!isConfirmed)
                throw Altered("it doesn't contain the entries of the earlier check");
            await output.WriteLineAsync(
                $"The audit log is intact: {Number(chain.Count - chain.Deleted)} entries of company {end.CompanyId}."
            );
            if (chain.Deleted > 0)
                await output.WriteLineAsync(
                    $"{Number(chain.Deleted)} entries before them were deleted at the end of their retention period."
                );
            await output.WriteLineAsync($"Last hash: {chain.Hash}");
        }
        catch (Exception fault)
            when (fault is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new VerificationException("This file is not the export of a company, or it is damaged.", fault);
        }
    }

    private static async Task<(string CompanyId, long Entries, string Hash)> ReadEndAsync(ZipArchive archive)
    {
        await using var content = await Entry(archive, "chain.json").OpenAsync();
        using var json = await JsonDocument.ParseAsync(content);
        return (
            json.RootElement.GetProperty("companyId").GetString()!,
            json.RootElement.GetProperty("entries").GetInt64(),
            json.RootElement.GetProperty("hash").GetString()!
        );
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name) =>
        archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing.");

    private static VerificationException Altered(string how) => new($"The audit log was altered: {how}.");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
