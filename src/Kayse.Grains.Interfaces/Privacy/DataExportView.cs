using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Privacy;

/// <summary>Asks for an export of one's own data.</summary>
/// <param name="ExportId">A new id; a repetition with the same one has no further effect.</param>
/// <param name="Actor">Who asks: the person themselves.</param>
/// <param name="CompanyId">The company that their session is in, whose audit log notes it.</param>
/// <param name="Device">What they ask on.</param>
[GenerateSerializer, Immutable, Alias("kayse.request-data-export")]
public sealed record RequestDataExport(
    [property: Id(0)] string ExportId,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] string CompanyId,
    [property: Id(3)] ClientDevice Device
);

/// <summary>An export as its person sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Where it stands, by the clock.</param>
/// <param name="Progress">How much of it is built, in percent.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="ExpiresAt">Until when it can be downloaded; null until it is ready.</param>
/// <param name="DownloadsLeft">How often it can still be downloaded.</param>
[GenerateSerializer, Immutable, Alias("kayse.data-export-view")]
public sealed record DataExportView(
    [property: Id(0)] string Id,
    [property: Id(1)] DataExportStatus Status,
    [property: Id(2)] int Progress,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset? ExpiresAt,
    [property: Id(5)] int DownloadsLeft
);

/// <summary>Where an export stands.</summary>
[GenerateSerializer, Alias("kayse.data-export-status")]
public enum DataExportStatus
{
    /// <summary>Nothing of it is built yet.</summary>
    Queued = 0,

    /// <summary>It is being built.</summary>
    Running = 1,

    /// <summary>It can be downloaded.</summary>
    Ready = 2,

    /// <summary>It could not be built.</summary>
    Failed = 3,

    /// <summary>Its time is over or its downloads are used up, or it was deleted.</summary>
    Expired = 4,
}

/// <summary>What the archive of an export consists of.</summary>
/// <param name="UserId">Whose data it is.</param>
/// <param name="ExportId">Which export.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Files">The files in it.</param>
[GenerateSerializer, Immutable, Alias("kayse.data-export-download")]
public sealed record DataExportDownload(
    [property: Id(0)] string UserId,
    [property: Id(1)] string ExportId,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] IReadOnlyList<DataExportFile> Files
);

/// <summary>A file of an export, stored in parts.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="FirstPart">The number of its first part.</param>
/// <param name="Parts">How many parts it has.</param>
/// <param name="Items">How many things it lists.</param>
[GenerateSerializer, Immutable, Alias("kayse.data-export-file")]
public sealed record DataExportFile(
    [property: Id(0)] string Name,
    [property: Id(1)] int FirstPart,
    [property: Id(2)] int Parts,
    [property: Id(3)] int Items
);
