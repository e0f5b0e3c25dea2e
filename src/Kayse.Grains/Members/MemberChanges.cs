using Kayse.Grains.Billing;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.State;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>Stores changes of members with the steps that follow from them, and executes those.</summary>
internal sealed class MemberChanges(CompanyContext company, InvitationAuthority invitations, MemberOffboarding offboarding)
{
    // Enough to keep the storage's writer busy, and few enough that 10,000 people don't wait for each other.
    private const int UpdatedAtOnce = 128;

    /// <summary>
    /// Saves a change of a member. When the task completes, every live session of theirs reflects it.
    /// </summary>
    /// <param name="next">The member after it.</param>
    /// <param name="announcement">What others are told of it.</param>
    /// <param name="work">What else is to be done to the member's account and sessions.</param>
    public async Task<MemberRecord> SaveAsync(MemberRecord next, Announce announcement, params IEnumerable<CompanyStep> work)
    {
        CompanyStep[] steps = [new UpdateMemberships(), .. work, new RevokeExcessInvitations(), .. NewsOf(next), announcement];
        var changed = next with
        {
            Version = MemberRules.NextVersion(next.Version, company.Now),
            Pending = next.Pending.With(next.Removed ? steps.Append(new DeleteRecord()) : steps),
        };
        await StepsOf(next.UserId).SaveAsync(changed.Pending, () => company.Roster.PutAsync(changed));
        return company.Roster.Find(next.UserId) ?? changed;
    }

    /// <summary>
    /// The same for a change that is one record in the audit log; also one that takes away the member's access or gives
    /// it back.
    /// </summary>
    public async Task<MemberRecord> SaveAsync(
        CompanyAudit audit,
        string action,
        MemberRecord before,
        MemberRecord next,
        params IEnumerable<CompanyStep> work
    )
    {
        // What a removed member held is recorded for whoever takes it over.
        var changes = MemberAudit.Of(before, next.Removed ? null : next);
        CompanyStep[] steps = [.. await offboarding.StepsOfAsync(audit, before, next), .. work];
        return await SaveAsync(next, Announce.Of(audit.Of(action, CompanyAudit.OfMember(next), changes)), steps);
    }

    public async Task ResumeAsync()
    {
        foreach (var member in company.Roster.Unfinished)
            await StepsOf(member.UserId).ResumeAsync();
    }

    /// <summary>Brings the memberships up to date that people hold a copy of, with their live sessions.</summary>
    public async Task UpdateMembershipsAsync(IEnumerable<MemberRecord> members)
    {
        foreach (var some in members.ToList().Chunk(UpdatedAtOnce))
            await Task.WhenAll(some.Select(UpdateMembershipAsync));
    }

    private Task UpdateMembershipAsync(MemberRecord member) =>
        company
            .User<IMembershipsGrain>(member.UserId)
            .PutMembershipAsync(CompanyRules.MembershipOf(member, company.Id, company.State, company.Scopes.CaseTypesOf(member.Access)));

    private IEnumerable<CompanyStep> NewsOf(MemberRecord next)
    {
        if (company.Roster.Find(next.UserId) is { } known && SsoAccessRules.LosesExemption(known, next, company.State))
            yield return new TellSso();
        if (company.Roster.Find(next.UserId) is { } before && MemberRules.IsActiveAdmin(before) && !MemberRules.IsActiveAdmin(next))
            yield return new TellBilling(MemberRules.IsFirstSuperAdmin(before, company.Roster.Members));
    }

    private PendingSteps<CompanyStep> StepsOf(string userId) =>
        new(
            company.Reminder,
            () => company.Roster.Find(userId)?.Pending ?? [],
            done => RemoveAsync(company.Roster.Find(userId)!, done),
            step => ExecuteAsync(company.Roster.Find(userId)!, step),
            company.Deactivate
        );

    // A mail isn't to go out twice, a hash not to stay, and sessions that have started since not to end; the rest may
    // wait for the next write.
    private Task RemoveAsync(MemberRecord member, IReadOnlyCollection<CompanyStep> done)
    {
        var next = member with { Pending = member.Pending.Without(done) };
        if (done.Any(step => step is EndMemberSessions or SetMemberPassword or SendMemberPasswordReset or Announce { Mail.Count: > 0 }))
            return company.Roster.PutAsync(next);
        company.Roster.Note(next);
        return Task.CompletedTask;
    }

    private async Task<StepResult> ExecuteAsync(MemberRecord member, CompanyStep step)
    {
        switch (step)
        {
            case UpdateMemberships:
                await UpdateMembershipAsync(member);
                break;
            case EndMemberSessions(var sessionIds, var reason):
                await company.User<ISessionsGrain>(member.UserId).EndSessionsInAsync(company.Id, sessionIds, reason);
                break;
            case RevokeExcessInvitations:
                await invitations.RevokeExcessAsync(member);
                break;
            case TellBilling(var wasFirstSuperAdmin):
                await company.Grains.GetGrain<IBillingNewsGrain>(company.Id).AdminLeftAsync(member.UserId, wasFirstSuperAdmin);
                break;
            case TellSso:
                await company.Grains.GetGrain<ISsoNewsGrain>(company.Id).SuperAdminsChangedAsync();
                break;
            case NoteOffboarding(var record):
                await offboarding.NoteAsync(member, record);
                break;
            case ForgetOffboarding:
                await offboarding.ForgetAsync(member.UserId);
                break;
            case Announce announcement:
                await company.DeliverAsync(announcement);
                break;
            case DeleteRecord:
                await company.Roster.RemoveAsync(member.UserId);
                break;
            default:
                await ExecuteOnAccountAsync(member, step);
                break;
        }

        return StepResult.Done;
    }

    private async Task ExecuteOnAccountAsync(MemberRecord member, CompanyStep step)
    {
        var credentials = company.User<ICredentialsGrain>(member.UserId);
        try
        {
            await (
                step switch
                {
                    SetMemberPassword(var hash) => credentials.SetPasswordAsync(new SetPassword(company.Id, company.State.Name, hash)),
                    SendMemberPasswordReset(var resetId) => credentials.SendPasswordResetAsync(
                        new SendPasswordReset(resetId, new AskingCompany(company.Id, company.State.Name))
                    ),
                    ResetMemberTwoFactor(var resetId) => company
                        .User<ITwoFactorGrain>(member.UserId)
                        .ResetTwoFactorAsync(new ResetTwoFactor(resetId, company.Id, company.State.Name)),
                    CancelMemberTwoFactorReset => company.User<ITwoFactorGrain>(member.UserId).CancelTwoFactorResetAsync(byAdmin: true),
                    EraseAccount => company.User<IUserGrain>(member.UserId).EraseAsync(),
                    _ => throw new InvalidOperationException($"A member has no step {step}."),
                }
            );
        }
        catch (RefusedException)
        {
            await company.Roster.PutAsync(member with { Pending = MemberRules.WithoutAccountWork(member) });
            throw;
        }
    }
}
