using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Grains.Privacy;

internal static class DataExportRules
{
    public const int MaxDownloads = 5;
    public const int MaxPerWeek = 3;
    private const int MaxRemembered = 20;
    private const int MaxFailures = 5;
    private static readonly TimeSpan _week = TimeSpan.FromDays(7);
    private static readonly TimeSpan _newFor = TimeSpan.FromDays(7);

    /// <summary>How long an export can be downloaded.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Refuses another export while one is being built, and after three within a week.</summary>
    public static void EnsureMayRequest(IReadOnlyList<DataExport> exports, DateTimeOffset now)
    {
        if (exports.Any(export => export.IsUnfinished))
            throw new RefusedException(PrivacyErrors.ExportInProgress);
        var recent = exports.Where(export => export.RequestedAt > now - _week).ToList();
        if (recent.Count >= MaxPerWeek)
            throw new RefusedException(PrivacyErrors.TooManyExports(recent[^MaxPerWeek].RequestedAt + _week - now));
    }

    /// <summary>Refuses a download that may not be.</summary>
    public static void EnsureMayDownload(DataExport export, DateTimeOffset now)
    {
        if (export.Downloads >= MaxDownloads)
            throw new RefusedException(PrivacyErrors.DownloadsUsed);
        switch (StatusOf(export, now))
        {
            case DataExportStatus.Expired:
                throw new RefusedException(PrivacyErrors.ExportExpired);
            case not DataExportStatus.Ready:
                throw new RefusedException(PrivacyErrors.ExportNotReady);
        }
    }

    /// <summary>The exports with one more; those too old to matter are left out once their files are gone.</summary>
    public static IReadOnlyList<DataExport> With(IReadOnlyList<DataExport> exports, DataExport export) =>
        [.. exports.Where((other, at) => at >= exports.Count - MaxRemembered + 1 || !other.Removed), export];

    /// <summary>Whether the files of an export are no longer needed.</summary>
    public static bool IsOver(DataExport export, DateTimeOffset now) => !export.Removed && (export.Failed || ExpiryOf(export) <= now);

    /// <summary>When the files of an export are to be deleted; null while it is being built.</summary>
    public static DateTimeOffset? ExpiryOf(DataExport export) => export.ReadyAt + Lifetime;

    /// <summary>An export of which a part could not be built; after some times it has failed.</summary>
    public static DataExport AfterFailure(DataExport export) =>
        export with
        {
            Failures = export.Failures + 1,
            Failed = export.Failures + 1 >= MaxFailures,
        };

    public static DataExportView ViewOf(DataExport export, int stages, DateTimeOffset now) =>
        new(
            export.Id,
            StatusOf(export, now),
            export.ReadyAt is not null ? 100 : 100 * export.Stage / stages,
            export.RequestedAt,
            ExpiryOf(export),
            Math.Max(0, MaxDownloads - export.Downloads)
        );

    /// <summary>
    /// Whether a person with other devices has used this one for less than a week, or not at all: then they are told.
    /// </summary>
    public static bool IsNewDevice(IReadOnlyList<KnownDeviceData> known, ClientDevice device, DateTimeOffset now)
    {
        var same = known.FirstOrDefault(other =>
            (other.Kind, other.Browser, other.OperatingSystem, other.Location)
            == (device.Kind, device.Browser, device.OperatingSystem, device.Location)
        );
        return same is null ? known.Count > 0 : known.Count > 1 && same.FirstSignInAt > now - _newFor;
    }

    private static DataExportStatus StatusOf(DataExport export, DateTimeOffset now) =>
        export switch
        {
            { Failed: true } => DataExportStatus.Failed,
            { Removed: true } => DataExportStatus.Expired,
            { ReadyAt: not null } when IsOver(export, now) || export.Downloads >= MaxDownloads => DataExportStatus.Expired,
            { ReadyAt: not null } => DataExportStatus.Ready,
            { Stage: 0, Parts: 0 } => DataExportStatus.Queued,
            _ => DataExportStatus.Running,
        };
}
