using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Sessions;

/// <summary>
/// The sessions of a company's members as its admins see and end them (CO-7), keyed by company id. What it lists comes
/// from <see cref="ICompanySessionsGrain"/>; this is where access to it is decided.
/// </summary>
[Alias("kayse.member-sessions")]
public interface IMemberSessionsGrain : IGrainWithStringKey
{
    /// <summary>
    /// The active sessions in the company, latest started first; for Admins and above.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="userId">Only this member's; null: everybody's.</param>
    /// <param name="search">Words that occur in the member's name, address or job title; null: any.</param>
    /// <param name="page">Which part.</param>
    [Alias("list"), AlwaysInterleave]
    Task<Page<CompanySessionView>> ListSessionsAsync(Actor actor, string? userId, string? search, PageRequest page);

    /// <summary>
    /// Ends one session; its next use is refused. For Admins and above, and for nobody with a higher role than theirs.
    /// Refuses <c>not_found</c> when no active session in the company has this id.
    /// </summary>
    [Alias("end")]
    Task EndSessionAsync(Actor actor, string sessionId);

    /// <summary>
    /// Ends every session of a member whose active company this is; the next use of each is refused. Needs
    /// <c>members.update</c>, and a role not below the member's. May be repeated.
    /// </summary>
    [Alias("sign-out")]
    Task SignOutMemberAsync(Actor actor, string userId);

    /// <summary>
    /// Sign-ins and failed sign-ins of the retention period, latest first; for Admins and above.
    /// </summary>
    [Alias("search-history"), AlwaysInterleave]
    Task<Page<SignInEntry>> SearchSignInHistoryAsync(Actor actor, SignInSearch search, PageRequest page);
}
