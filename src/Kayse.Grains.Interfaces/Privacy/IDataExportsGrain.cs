using Kayse.Grains.Members;

namespace Kayse.Grains.Privacy;

/// <summary>
/// A person's exports of their own data (PR-3), keyed by user id. An export is built in the background, in stages that
/// survive a crash, and its files stay for 7 days. Every method refuses <c>not_found</c> for an export that isn't
/// theirs.
/// </summary>
[Alias("kayse.data-exports")]
public interface IDataExportsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts an export; of the same id once. Tells the person by mail when it is asked for on a new device. Refuses
    /// <c>step_up_required</c>, <c>data_export_in_progress</c> while another is being built, and <c>rate_limited</c>
    /// after three within 7 days.
    /// </summary>
    [Alias("request")]
    Task<DataExportView> RequestAsync(RequestDataExport command);

    /// <summary>The latest exports, newest first.</summary>
    [Alias("list")]
    Task<IReadOnlyList<DataExportView>> ListAsync();

    /// <summary>One of them.</summary>
    [Alias("get")]
    Task<DataExportView> GetAsync(string exportId);

    /// <summary>
    /// Counts a download, records it in the audit log, and says what the archive consists of. Refuses
    /// <c>step_up_required</c>, <c>data_export_not_ready</c>, <c>data_export_expired</c> after 7 days, and
    /// <c>data_export_downloads_used</c> after 5 downloads.
    /// </summary>
    /// <param name="actor">Who downloads it.</param>
    /// <param name="companyId">The company that their session is in, whose audit log notes it.</param>
    /// <param name="exportId">Which.</param>
    [Alias("begin-download")]
    Task<DataExportDownload> BeginDownloadAsync(Actor actor, string companyId, string exportId);

    /// <summary>Deletes an export with its files, finished or not. It counts as requested still. May be repeated.</summary>
    [Alias("delete")]
    Task DeleteAsync(string exportId);

    /// <summary>Forgets all exports with their files. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}
