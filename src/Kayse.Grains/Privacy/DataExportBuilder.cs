using Kayse.Grains.Blobs;
using Kayse.Grains.Users;

namespace Kayse.Grains.Privacy;

/// <summary>Builds exports part by part. Of the data only one part is in memory at a time.</summary>
internal sealed class DataExportBuilder(
    IEnumerable<IExportsPersonalData> exporters,
    IGrainFactory grains,
    IServiceProvider services,
    IBlobStore blobs,
    TimeProvider clock
)
{
    private readonly IReadOnlyList<IExportsPersonalData> _exporters = [.. exporters];

    /// <summary>How many files an export has at most.</summary>
    public int Stages => _exporters.Count;

    /// <summary>Stores the next part; answers the export as it is then. May be repeated.</summary>
    public async Task<DataExport> BuildNextAsync(UserData user, DataExport export, IReadOnlyList<DataExportView> exports)
    {
        if (export.Stage >= _exporters.Count)
            return export with { ReadyAt = clock.GetUtcNow() };
        var exporter = _exporters[export.Stage];
        var part = await exporter.ReadAsync(new ExportContext(user, exports, grains, services), export.Cursor);
        var key = DataExportParts.Key(user.User.Id, export.Id, export.Parts);
        if (part.Items > 0)
            await blobs.PutAsync(key, part.Content, CancellationToken.None);
        var stage = part.NextCursor is null ? export.Stage + 1 : export.Stage;
        return export with
        {
            Files = WithPart(export, part.FileName ?? exporter.FileName, part.Items, exporter.ItemType is not null),
            Parts = part.Items > 0 ? export.Parts + 1 : export.Parts,
            Stage = stage,
            Cursor = part.NextCursor,
            Failures = 0,
            ReadyAt = stage == _exporters.Count ? clock.GetUtcNow() : null,
        };
    }

    // A list is in the archive though there is nothing in it, so that this is said.
    private static IReadOnlyList<DataExportFile> WithPart(DataExport export, string name, int items, bool isList)
    {
        var parts = items > 0 ? 1 : 0;
        if (export.Files.FirstOrDefault(file => file.Name == name) is not { } begun)
            return items == 0 && !isList ? export.Files : [.. export.Files, new DataExportFile(name, export.Parts, parts, items)];
        var longer = begun with { Parts = begun.Parts + parts, Items = begun.Items + items };
        return [.. export.Files.Select(file => file == begun ? longer : file)];
    }
}
