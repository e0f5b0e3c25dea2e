using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Sessions;

/// <summary>The sessions of a company's members, for its admins (CO-7): <see cref="IMemberSessionsGrain"/>.</summary>
internal sealed class MemberSessions(CompanyContext company, MemberList members, MemberChanges changes)
{
    // After so many pages with sessions that had ended it returns a shorter page.
    private const int MaxAttempts = 3;

    private ICompanySessionsGrain Sessions => company.Grains.GetGrain<ICompanySessionsGrain>(company.Id);

    public async Task<Page<CompanySessionView>> ListAsync(Actor actor, string? userId, string? search, PageRequest page)
    {
        await company.WhenSavedAsync();
        company.Admin(actor);
        var filter = new CompanySessionFilter(UserIds(userId, search));
        for (var attempt = 1; ; attempt++)
        {
            var listed = await Sessions.ListAsync(filter, page);
            var active = await Task.WhenAll(listed.Items.Select(FindActiveAsync));
            var ended = listed.Items.Where((_, i) => active[i] is null).ToList();
            if (ended.Count == 0 || attempt == MaxAttempts)
                return new Page<CompanySessionView>(
                    [.. listed.Items.Zip(active).Where(both => both.Second is not null).Select(both => ViewOf(both.First, both.Second!))],
                    listed.NextCursor,
                    listed.Total - ended.Count
                );
            await Sessions.ForgetAsync(ended);
        }
    }

    public async Task EndAsync(Actor actor, string sessionId)
    {
        var acting = company.Admin(actor);
        if (
            await Sessions.FindAsync(sessionId) is not { } listed
            || company.Roster.Find(listed.UserId) is not { } member
            || await FindActiveAsync(listed) is null
        )
            throw new RefusedException(GeneralErrors.NotFound);
        MemberRules.EnsureNotAbove(acting, member);
        var ended = new AuditChange("sessionId", $"\"{sessionId}\"", null, Personal: false);
        var record = company.AuditBy(acting, actor).Of(AuditActions.SessionEnded, CompanyAudit.OfMember(member), [ended]);
        await changes.SaveAsync(member, Announce.Of(record), new EndMemberSessions([sessionId], SessionEndReason.Revoked));
    }

    public async Task SignOutAsync(Actor actor, string userId)
    {
        var (acting, member) = company.ActingOn(actor, userId, Permissions.UpdateMembers);
        var record = company.AuditBy(acting, actor).Of(AuditActions.MemberSignedOut, CompanyAudit.OfMember(member), []);
        await changes.SaveAsync(member, Announce.Of(record), new EndMemberSessions(SessionIds: null, SessionEndReason.Revoked));
    }

    public async Task<Page<SignInEntry>> SearchHistoryAsync(Actor actor, SignInSearch search, PageRequest page)
    {
        await company.WhenSavedAsync();
        company.Admin(actor);
        var filter = new SignInHistoryFilter(UserIds(search.UserId, search.Search), search.Outcome)
        {
            From = search.From,
            To = search.To,
        };
        var history = await Sessions.ListHistoryAsync(filter, page);
        return history with { Items = [.. history.Items.Select(WithMember)] };
    }

    /// <summary>The session, if it is active in the company.</summary>
    private async Task<SessionView?> FindActiveAsync(CompanySession listed) =>
        await company.Grains.GetGrain<IUserSessionGrain>(listed.Id).GetAsync() is { } session && session.CompanyId == company.Id
            ? session
            : null;

    private CompanySessionView ViewOf(CompanySession listed, SessionView session)
    {
        var member = company.Roster.Find(listed.UserId);
        return new CompanySessionView(listed.UserId, member?.FullName ?? listed.FullName, member?.Email, session)
        {
            Photo = member?.Photo,
        };
    }

    private SignInEntry WithMember(SignInEntry entry) =>
        entry.UserId is { } id && company.Roster.Find(id) is { } member
            ? entry with
            {
                FullName = member.FullName,
                Email = member.Email,
                Photo = member.Photo,
            }
            : entry;

    private List<string>? UserIds(string? userId, string? search)
    {
        if (search is null)
            return userId is null ? null : [userId];
        return [.. members.Find(search).Select(member => member.UserId).Where(id => userId is null || id == userId)];
    }
}
