using Orleans.Concurrency;

namespace Kayse.Grains.Sessions;

/// <summary>
/// When sessions and API keys were last used, keyed by shard: a fixed number of these grains shares all ids (SE-5).
/// Silos note uses in memory and tell them here once a minute, in bulk, so that "last active" costs no write per
/// session.
/// </summary>
[Alias("kayse.session-uses")]
public interface ISessionUsesGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Notes uses; on disk when the task completes. A use before the one that is known is without effect. May be
    /// repeated.
    /// </summary>
    [Alias("note")]
    Task NoteAsync(IReadOnlyList<SessionUse> uses);

    /// <summary>When the session or key was last used, as far as was noted here; null when nothing is.</summary>
    [AlwaysInterleave, Alias("last-use")]
    ValueTask<DateTime?> LastUseAsync(string id);

    /// <summary>
    /// Forgets a session that keeps its last use itself now, unless it was used after that. May be lost: it is
    /// forgotten in time.
    /// </summary>
    [OneWay, Alias("forget")]
    Task ForgetAsync(string id, DateTime upTo);
}
