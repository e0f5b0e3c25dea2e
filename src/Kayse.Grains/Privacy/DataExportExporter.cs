namespace Kayse.Grains.Privacy;

/// <summary>The exports themselves.</summary>
internal sealed class DataExportExporter()
    : JsonExporter<DataExportExporter.Item>("data-exports.json", "When you requested copies of your data.", typeof(DataExportsState))
{
    protected override Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        IReadOnlyList<Item> items =
        [
            .. context.Exports.Select(export => new Item(
                export.Id,
                export.CreatedAt,
                export.ExpiresAt,
                DataExportRules.MaxDownloads - export.DownloadsLeft
            )),
        ];
        return Task.FromResult((items, (string?)null));
    }

    internal sealed record Item(string Id, DateTimeOffset RequestedAt, DateTimeOffset? ExpiresAt, int Downloads);
}
