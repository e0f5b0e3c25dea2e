using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Passwords;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <remarks>
/// What is done to the account behind a member is stored with the member first, and carried out from there: after a
/// crash it is carried out again.
/// </remarks>
internal sealed partial class CompanyGrain
{
    public async Task<string> PrepareCreateMemberAsync(Actor actor, Role role)
    {
        var acting = await VerifiedInviterAsync(actor);
        if (role > acting.Role)
            throw new RefusedException(GeneralErrors.Forbidden);
        PrivilegeRules.EnsureMayGive(actor, role);
        return State.Name;
    }

    public async Task<MemberView> CreateMemberAsync(Actor actor, CreateMember command)
    {
        var acting = await VerifiedInviterAsync(actor);
        var member = MemberCreationRules.MemberOf(command, _scopes, _phones, Now);
        GrantRules.EnsureMayGive(acting, before: null, member, _scopes.CaseTypesOf);
        PrivilegeRules.EnsureMayGive(actor, member.Role);
        if (_roster.Find(member.UserId) is { } known && known.Email == member.Email)
            return known.View;
        await EnsureMayComeAsync(member.Email);
        EnsurePhoneIsFree(member.PhoneNumber);
        EnsureSeat();
        var audit = AuditBy(acting, actor).Of(AuditActions.MemberCreated, CompanyAudit.OfMember(member), MemberAudit.Of(null, member));
        await WillResumeAsync();
        return await DriveAsync(async () =>
        {
            var creation = new MemberCreation(member, MemberCreationRules.RegistrationOf(member, command.PasswordHash), audit);
            await SaveAsync(_storage, State with { Creating = creation });
            return (await CreateAsync(creation)).View;
        });
    }

    public async Task<MemberView> PrepareSetMemberPasswordAsync(Actor actor, string userId)
    {
        // Who sets it can sign in with it: a User would get whatever another User may do.
        var acting = Admin(actor);
        var member = _roster.Get(userId);
        MemberRules.EnsureNotAbove(acting, member);
        MemberRules.EnsureOther(acting, member);
        await EnsureNotElsewhereAsync(member, PasswordErrors.NotTheirsAlone);
        return member.View;
    }

    public async Task SetMemberPasswordAsync(Actor actor, string userId, string passwordHash)
    {
        await PrepareSetMemberPasswordAsync(actor, userId);
        var (acting, member) = (Acting(actor), _roster.Get(userId));
        await ChangeMemberAsync(
            acting,
            actor,
            member,
            member with
            {
                PasswordWork = new PasswordWork(passwordHash, ResetId: null),
            },
            AuditActions.MemberPasswordSet
        );
    }

    public async Task SendMemberPasswordResetAsync(Actor actor, string userId)
    {
        var (acting, member) = Concerned(actor, userId, Permissions.UpdateMembers);
        MemberRules.EnsureOther(acting, member);
        var work = new PasswordWork(SetHash: null, EntityId.New(_clock));
        await ChangeMemberAsync(acting, actor, member, member with { PasswordWork = work }, AuditActions.MemberPasswordResetSent);
    }

    public async Task DeleteAccountAsync(Actor actor, string userId)
    {
        var acting = Admin(actor);
        var member = _roster.Get(userId);
        MemberRules.EnsureNotAbove(acting, member);
        EnsureMayLoseAccess(acting, member);
        await EnsureNotElsewhereAsync(member, MemberErrors.Elsewhere);
        await RemoveAsync(acting, actor, member with { Erasing = true }, AuditActions.MemberAccountDeleted);
    }

    private async Task FinishCreationAsync()
    {
        if (State.Creating is not { } creation)
            return;
        try
        {
            await CreateAsync(creation);
        }
        catch (RefusedException)
        {
            // Nobody was told that they were created, and nothing of them is left.
        }
    }

    private async Task<MemberRecord> CreateAsync(MemberCreation creation)
    {
        try
        {
            await GrainFactory.GetGrain<IUserGrain>(creation.Member.UserId).RegisterAsync(creation.Registration);
        }
        catch (RefusedException refused)
        {
            await SaveAsync(_storage, State with { Creating = null });
            throw refused.Refusal == UserErrors.EmailTaken ? new RefusedException(MemberErrors.EmailInUse) : refused;
        }

        var member = _roster.Find(creation.Member.UserId) ?? await ChangeMemberAsync(creation.Member, new Announcement(creation.Audit));
        await SaveAsync(_storage, State with { Creating = null });
        return member;
    }

    private async Task FinishAccountWorkAsync(MemberRecord member)
    {
        if (member is { PasswordWork: null, Erasing: false })
            return;
        try
        {
            await WorkOnAccountAsync(GrainFactory.GetGrain<IUserGrain>(member.UserId), member);
        }
        catch (RefusedException)
        {
            await GiveUpAsync(member);
            throw;
        }
    }

    private async Task WorkOnAccountAsync(IUserGrain user, MemberRecord member)
    {
        if (member.PasswordWork?.SetHash is { } hash)
            await user.SetPasswordAsync(new SetPassword(Key, State.Name, hash));
        if (member.PasswordWork?.ResetId is { } resetId)
            await user.SendPasswordResetAsync(new SendPasswordReset(resetId, new AskingCompany(Key, State.Name)));
        if (member.Erasing)
            await user.EraseAsync();
    }

    // They have joined another company in this very moment: their password and account are no longer this company's to
    // touch. Who was to be erased is removed, as it was asked for here.
    private Task GiveUpAsync(MemberRecord member) =>
        member.Removed
            ? PublishAsync(member with { Erasing = false, Announcing = [.. member.Announcing.Select(CompanyAudit.AsRemoval)] })
            : _roster.PutAsync(member with { Pushing = false, PasswordWork = null, Announcing = [] });

    private async Task EnsureNotElsewhereAsync(MemberRecord member, Refusal refusal)
    {
        if (await GrainFactory.GetGrain<IUserGrain>(member.UserId).BelongsElsewhereAsync(Key))
            throw new RefusedException(refusal);
    }
}
