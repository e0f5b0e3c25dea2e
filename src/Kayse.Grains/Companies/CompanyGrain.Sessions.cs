using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    // After so many pages with sessions that were not live it answers a shorter page.
    private const int MostLooks = 3;

    private ICompanySessionsGrain Sessions => GrainFactory.GetGrain<ICompanySessionsGrain>(Key);

    public async Task<Page<CompanySessionView>> ListSessionsAsync(Actor actor, string? userId, string? search, PageRequest page)
    {
        Admin(actor);
        var filter = new CompanySessionFilter(UserIds(userId, search));
        for (var looks = 1; ; looks++)
        {
            var told = await Sessions.ListAsync(filter, page);
            var looked = await Task.WhenAll(told.Items.Select(LookAtAsync));
            var gone = told.Items.Where((_, i) => looked[i] is null).ToList();
            if (gone.Count == 0 || looks == MostLooks)
                return new Page<CompanySessionView>(
                    [.. told.Items.Zip(looked).Where(both => both.Second is not null).Select(both => Seen(both.First, both.Second!))],
                    told.NextCursor,
                    told.Total - gone.Count
                );
            await Sessions.ForgetAsync(gone);
        }
    }

    public async Task EndSessionAsync(Actor actor, string sessionId)
    {
        var acting = Admin(actor);
        if (
            await Sessions.FindAsync(sessionId) is not { } told
            || _roster.Find(told.UserId) is not { } member
            || await LookAtAsync(told) is null
        )
            throw new RefusedException(GeneralErrors.NotFound);
        MemberRules.EnsureNotAbove(acting, member);
        var ended = new AuditChange("sessionId", $"\"{sessionId}\"", null, Personal: false);
        await ChangeMemberAsync(
            member with
            {
                SigningOut = new SigningOut([sessionId], SessionEndReason.Revoked),
            },
            new Announcement(AuditBy(acting, actor).Of(AuditActions.SessionEnded, CompanyAudit.OfMember(member), [ended]))
        );
    }

    public Task SignOutMemberAsync(Actor actor, string userId)
    {
        var (acting, member) = Concerned(actor, userId, Permissions.UpdateMembers);
        return ChangeMemberAsync(
            member with
            {
                SigningOut = new SigningOut(SessionIds: null, SessionEndReason.Revoked),
            },
            new Announcement(AuditBy(acting, actor).Of(AuditActions.MemberSignedOut, CompanyAudit.OfMember(member), []))
        );
    }

    public async Task<Page<SignInEntry>> SearchSignInHistoryAsync(Actor actor, SignInSearch search, PageRequest page)
    {
        Admin(actor);
        var filter = new SignInHistoryFilter(UserIds(search.UserId, search.Search), search.Outcome)
        {
            From = search.From,
            To = search.To,
        };
        var history = await Sessions.ListHistoryAsync(filter, page);
        return history with { Items = [.. history.Items.Select(Named)] };
    }

    private Task SignOutAsync(MemberRecord member) =>
        member.SigningOut is { } signingOut
            ? GrainFactory.GetGrain<IUserGrain>(member.UserId).EndSessionsInAsync(Key, signingOut.SessionIds, signingOut.Reason)
            : Task.CompletedTask;

    /// <summary>The session, if it is live here.</summary>
    private async Task<SessionView?> LookAtAsync(CompanySession told) =>
        await GrainFactory.GetGrain<IUserSessionGrain>(told.Id).GetAsync() is { } session && session.CompanyId == Key ? session : null;

    private CompanySessionView Seen(CompanySession told, SessionView session)
    {
        var member = _roster.Find(told.UserId);
        return new CompanySessionView(told.UserId, member?.FullName ?? told.FullName, member?.Email, session);
    }

    /// <summary>When these members were last active; of whom that isn't asked here, it stays unknown.</summary>
    private async Task<IReadOnlyList<MemberView>> WithLastActiveAsync(IReadOnlyList<MemberView> members)
    {
        var at = await Sessions.LastActiveAsync([.. members.Select(member => member.UserId)]);
        return
        [
            .. members.Select(member =>
                at.TryGetValue(member.UserId, out var lastActive) ? member with { LastActiveAt = lastActive } : member
            ),
        ];
    }

    private SignInEntry Named(SignInEntry entry) =>
        entry.UserId is { } id && _roster.Find(id) is { } member
            ? entry with
            {
                FullName = member.FullName,
                Email = member.Email,
            }
            : entry;

    private List<string>? UserIds(string? userId, string? search)
    {
        if (search is null)
            return userId is null ? null : [userId];
        return [.. MemberList.Find(search).Select(member => member.UserId).Where(id => userId is null || id == userId)];
    }
}
