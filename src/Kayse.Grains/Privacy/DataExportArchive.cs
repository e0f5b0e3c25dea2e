using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Kayse.Grains.Blobs;

namespace Kayse.Grains.Privacy;

/// <summary>
/// Writes the archive of an export: its files as they were built, what they look like, and what they are. The parts are
/// copied one after the other, so that it takes no more memory however much there is.
/// </summary>
public sealed class DataExportArchive
{
    private readonly IReadOnlyList<IExportsPersonalData> _exporters;
    private readonly IBlobStore _blobs;

    internal DataExportArchive(IEnumerable<IExportsPersonalData> exporters, IBlobStore blobs)
    {
        _exporters = [.. exporters];
        _blobs = blobs;
    }

    /// <summary>Writes the archive to a stream that need not be able to seek.</summary>
    public async Task WriteAsync(DataExportDownload export, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(export);
        await using var archive = await ZipArchive.CreateAsync(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        await WriteAsync(archive, "README.txt", ReadmeOf(export), export.CreatedAt, cancellationToken);
        await WriteAsync(archive, "schema.json", Schema(), export.CreatedAt, cancellationToken);
        foreach (var file in export.Files)
            await WriteAsync(archive, export, file, cancellationToken);
    }

    private string Schema() =>
        ExportJson
            .SchemaOf(
                _exporters
                    .Where(exporter => exporter.ItemType is not null)
                    .Select(exporter => (exporter.FileName, exporter.Description, exporter.ItemType!))
            )
            .ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private async Task WriteAsync(ZipArchive archive, DataExportDownload export, DataExportFile file, CancellationToken cancellationToken)
    {
        var isList = Path.GetExtension(file.Name) == ".json";
        await using var entry = await NewEntryAsync(archive, file.Name, export.CreatedAt, cancellationToken);
        if (isList)
            await entry.WriteAsync("[\n"u8.ToArray(), cancellationToken);
        for (var part = file.FirstPart; part < file.FirstPart + file.Parts; part++)
        {
            if (isList && part > file.FirstPart)
                await entry.WriteAsync(",\n"u8.ToArray(), cancellationToken);
            await using var content =
                await _blobs.GetAsync(DataExportParts.Key(export.UserId, export.ExportId, part), cancellationToken)
                ?? throw new InvalidOperationException($"Part {part} of data export {export.ExportId} is missing.");
            await content.CopyToAsync(entry, cancellationToken);
        }

        if (isList)
            await entry.WriteAsync("\n]\n"u8.ToArray(), cancellationToken);
    }

    private string ReadmeOf(DataExportDownload export)
    {
        var text = new StringBuilder()
            .AppendLine("Your Kayse data")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Requested on {export.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.")
            .AppendLine()
            .AppendLine("Each .json file is a list. schema.json describes them as a JSON Schema, by file name.")
            .AppendLine("Times are in UTC. Other people and things are named by their id alone.")
            .AppendLine("Left out are passwords, keys and other secrets, and what belongs to your companies.")
            .AppendLine();
        foreach (var file in export.Files)
            text.AppendLine(CultureInfo.InvariantCulture, $"{file.Name}: {DescriptionOf(file)} ({file.Items})");
        return text.ToString();
    }

    private string DescriptionOf(DataExportFile file) =>
        _exporters
            .FirstOrDefault(exporter =>
                file.Name == exporter.FileName || file.Name.StartsWith($"{exporter.FileName}.", StringComparison.Ordinal)
            )
            ?.Description
        ?? "";

    private static async Task WriteAsync(
        ZipArchive archive,
        string name,
        string text,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await using var entry = await NewEntryAsync(archive, name, at, cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static Task<Stream> NewEntryAsync(ZipArchive archive, string name, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = at;
        return entry.OpenAsync(cancellationToken);
    }
}
