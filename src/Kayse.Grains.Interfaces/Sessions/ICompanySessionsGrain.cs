using Kayse.Grains.Lists;
using Orleans.Concurrency;

namespace Kayse.Grains.Sessions;

/// <summary>
/// Who is signed in to a company and how people signed in to it before (CO-7), keyed by company id. It knows nothing of
/// who may read it: people read through the company, which authorises. It stands below the sessions and is told by
/// them, so what it says of one that has not been looked at may be behind: whoever reads looks at the session itself.
/// </summary>
[Alias("kayse.company-sessions")]
public interface ICompanySessionsGrain : IGrainWithStringKey
{
    /// <summary>
    /// A session starts whose active company this is; on disk when the task completes. May be repeated.
    /// </summary>
    [Alias("started")]
    Task StartedAsync(SessionStarted started);

    /// <summary>Sessions were used. May be lost: the next use tells it again.</summary>
    [OneWay, Alias("used")]
    Task UsedAsync(IReadOnlyList<SessionUse> uses);

    /// <summary>
    /// A session has ended, or goes on in another company. May be lost: who reads finds that it isn't live here.
    /// </summary>
    [OneWay, Alias("ended")]
    Task EndedAsync(string sessionId, DateTimeOffset lastActiveAt);

    /// <summary>Somebody who is known was refused. May be lost, with the process, for a few seconds.</summary>
    [OneWay, Alias("failed")]
    Task FailedAsync(SignInFailed failed);

    /// <summary>The sessions that have not been told to have ended, latest started first.</summary>
    [Alias("list")]
    Task<Page<CompanySession>> ListAsync(CompanySessionFilter filter, PageRequest page);

    /// <summary>One of them, or null.</summary>
    [Alias("find")]
    Task<CompanySession?> FindAsync(string sessionId);

    /// <summary>
    /// Takes sessions from the list that were looked at and are not live here. One that has just been listed stays for
    /// a minute: it may be about to start.
    /// </summary>
    [Alias("forget")]
    Task ForgetAsync(IReadOnlyList<CompanySession> sessions);

    /// <summary>How people signed in, or failed to, in the retention period; latest first.</summary>
    [Alias("list-history")]
    Task<Page<SignInEntry>> ListHistoryAsync(SignInHistoryFilter filter, PageRequest page);

    /// <summary>
    /// When people were last active here, by user id, at most a minute behind; null asks for everybody. Who has not
    /// been active is missing.
    /// </summary>
    [Alias("last-active")]
    Task<IReadOnlyDictionary<string, DateTimeOffset>> LastActiveAsync(IReadOnlyList<string>? userIds);

    /// <summary>
    /// Forgets a person for good: their sessions in the list, when they were active, and in the history who they were,
    /// where from and on what. May be repeated.
    /// </summary>
    [Alias("erase")]
    Task EraseAsync(string userId);
}
