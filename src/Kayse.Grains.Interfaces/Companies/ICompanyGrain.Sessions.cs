using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Companies;

public partial interface ICompanyGrain
{
    /// <summary>
    /// Who is signed in here now (CO-7), latest started first; needs an Admin. <paramref name="search"/>: part of a
    /// name or an address.
    /// </summary>
    [Alias("list-sessions")]
    Task<Page<CompanySessionView>> ListSessionsAsync(Actor actor, string? userId, string? search, PageRequest page);

    /// <summary>
    /// Signs somebody out of one session; the next use of it is refused. Needs an Admin, and nobody above the actor.
    /// Refuses <c>not_found</c> when no session that is live here has this id.
    /// </summary>
    [Alias("end-session")]
    Task EndSessionAsync(Actor actor, string sessionId);

    /// <summary>
    /// Signs somebody out of every session whose active company this is; the next use of each is refused. Needs
    /// <c>members.update</c>, and nobody above the actor. May be repeated.
    /// </summary>
    [Alias("sign-out-member")]
    Task SignOutMemberAsync(Actor actor, string userId);

    /// <summary>How people signed in, or failed to, in the last 90 days (CO-7), latest first; needs an Admin.</summary>
    [Alias("list-sign-in-history")]
    Task<Page<SignInEntry>> ListSignInHistoryAsync(Actor actor, string? userId, SignInOutcome? outcome, PageRequest page);

    /// <summary>The part of the same history that a search asks for.</summary>
    [Alias("search-sign-in-history")]
    Task<Page<SignInEntry>> SearchSignInHistoryAsync(Actor actor, SignInSearch search, PageRequest page);
}
