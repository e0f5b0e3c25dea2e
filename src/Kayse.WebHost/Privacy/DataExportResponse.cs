using Kayse.Grains.Privacy;

namespace Kayse.WebHost.Privacy;

/// <summary>An export of a person's own data.</summary>
/// <param name="Id">The export's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Progress">How much of it is prepared, in percent.</param>
/// <param name="CreatedAt">When it was requested.</param>
/// <param name="ExpiresAt">Until when it can be downloaded; null until it is ready.</param>
/// <param name="DownloadsLeft">How often it can still be downloaded.</param>
internal sealed record DataExportResponse(
    string Id,
    DataExportStatus Status,
    int Progress,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    int DownloadsLeft
)
{
    public static DataExportResponse Of(DataExportView export) =>
        new(export.Id, export.Status, export.Progress, export.CreatedAt, export.ExpiresAt, export.DownloadsLeft);
}
