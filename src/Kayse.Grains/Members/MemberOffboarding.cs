using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Members;

/// <summary>Keeps what ended when a member lost their access, and shows it with what is left to reassign (ME-4).</summary>
internal sealed class MemberOffboarding(CompanyContext company)
{
    /// <summary>
    /// The steps that a change needs besides its own: one that notes what ends with it, or that forgets what ended
    /// before. It counts what ends, so it comes before anything ends.
    /// </summary>
    public async Task<IReadOnlyList<CompanyStep>> StepsOfAsync(CompanyAudit by, MemberRecord before, MemberRecord next)
    {
        if (next.Removed)
            return [new NoteOffboarding(await RecordAsync(by, before, OffboardingStatus.Removed))];
        if (before.Status == next.Status)
            return [];
        return next.Status == MemberStatus.Deactivated
            ? [new NoteOffboarding(await RecordAsync(by, before, OffboardingStatus.Deactivated))]
            : [new ForgetOffboarding()];
    }

    // The roster has these once already, and a member's record is to stay small.
    public Task NoteAsync(MemberRecord member, OffboardingRecord record) =>
        Grain(member.UserId).NoteAsync(record with { AgentIds = member.Access.AgentIds, ScopeIds = member.Access.ScopeIds });

    public Task ForgetAsync(string userId) => Grain(userId).ForgetAsync();

    /// <summary>How somebody lost their access; null when they didn't, or were given it back since.</summary>
    public Task<OffboardingRecord?> FindAsync(string userId) => Grain(userId).GetAsync();

    /// <summary>Lets an invitation bring somebody back whom the identity provider has removed; whether that changed anything.</summary>
    public Task<bool> AllowReturnAsync(string userId) => Grain(userId).AllowReturnAsync();

    /// <summary>Of somebody who has lost their access; refuses <c>not_found</c> for anybody else.</summary>
    public async Task<OffboardingView> GetAsync(string userId)
    {
        if (company.Roster.Find(userId) is { Status: MemberStatus.Active, Removed: false })
            throw new RefusedException(GeneralErrors.NotFound);
        var record = await Grain(userId).GetAsync() ?? throw new RefusedException(GeneralErrors.NotFound);
        return new OffboardingView(
            userId,
            record.FullName,
            record.Status,
            record.At,
            record.ByUserId,
            record.ByUserId is { } by ? company.Roster.Find(by)?.FullName : null,
            record.Ended,
            OffboardingRules.AgentsLeft(record, company.Roster.Members),
            OffboardingRules.ScopesLeft(record, company.Roster.Members, company.Scopes.Find)
        );
    }

    private async Task<OffboardingRecord> RecordAsync(CompanyAudit by, MemberRecord member, OffboardingStatus status)
    {
        var sessions = await company.User<ISessionsGrain>(member.UserId).ListSessionsAsync();
        var keys = await company.User<IApiKeysGrain>(member.UserId).ListApiKeysAsync();
        var now = company.Now;
        var ended = OffboardingRules.Ended(
            now,
            sessions.Count(session => session.CompanyId == company.Id),
            keys.Count(key => key.CompanyId == company.Id && !(key.ExpiresAt <= now)),
            company.Invitations.Entries.Count(entry =>
                entry.InviterId == member.UserId && entry.StatusAt(now) == InvitationStatus.Pending
            )
        );
        return new OffboardingRecord(
            EntityId.New(company.Clock),
            member.FullName,
            status,
            now,
            by.Actor.UserId,
            ended,
            AgentIds: [],
            ScopeIds: []
        )
        {
            ByDirectory = by.Command is { IsDirectory: true },
        };
    }

    private IOffboardingGrain Grain(string userId) => company.Grains.GetGrain<IOffboardingGrain>(OffboardingKeys.Of(company.Id, userId));
}
