using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    private TimeSpan InvitationLifetime => State.Policy.InvitationLifetime ?? _invitationOptions.Lifetime;

    public async Task<Invited> InviteAsync(Actor actor, InviteMember command)
    {
        var inviter = await VerifiedInviterAsync(actor);
        var details = InvitationDetailsRules.Check(command, _phones, _scopes);
        EnsureMayGive(inviter, actor, details);
        if (await EarlierOutcomeAsync(command.InvitationId, details.Email) is { } earlier)
            return earlier;
        await EnsureMayComeAsync(details.Email);
        EnsurePhoneIsFree(details.PhoneNumber);
        EnsureSeat();
        EnsureMailAllowed();
        return await InviteOrAddAsync(inviter, actor, command.InvitationId, details);
    }

    public async Task<Page<InvitationView>> ListInvitationsAsync(Actor actor, InvitationStatus? status, PageRequest page)
    {
        Inviter(actor);
        var entries = _invitations.Entries.Where(entry => (status is null || entry.StatusAt(Now) == status) && Now < ForgottenAt(entry));
        var cut = Paging.Cut(
            entries,
            entry => string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - entry.CreatedAt.UtcTicks:d19}{entry.Id}"),
            page
        );
        var views = await Task.WhenAll(cut.Items.Select(entry => Invitation(entry.Id).GetAsync()));
        return new Page<InvitationView>([.. views.OfType<InvitationView>().Select(WithScopesThatRemain)], cut.NextCursor, cut.Total);
    }

    public async Task<InvitationView> GetInvitationAsync(Actor actor, string invitationId)
    {
        Inviter(actor);
        return await ViewAsync(invitationId);
    }

    public async Task<InvitationView> UpdateInvitationAsync(Actor actor, string invitationId, UpdateInvitation command)
    {
        var inviter = await VerifiedInviterAsync(actor);
        var entry = await SettledAsync(invitationId);
        var view = await ViewAsync(invitationId);
        var before = view.Details;
        EnsureMayGive(inviter, before);
        VersionRules.EnsureExpected(command.ExpectedVersion, view.Version);
        var after = InvitationDetailsRules.Apply(invitationId, before, command, _phones, _scopes);
        EnsureMayGive(inviter, actor, after);
        EnsurePhoneIsFree(after.PhoneNumber, invitationId);
        if (before.Email != after.Email)
        {
            await EnsureMayComeAsync(after.Email);
            EnsureMailAllowed();
            entry = entry.WithMail(Day);
        }

        return await ChangeAsync(entry, invitation => invitation.UpdateAsync(after, InvitationLifetime, OriginOf(inviter, actor)));
    }

    public async Task<InvitationView> ResendInvitationAsync(Actor actor, string invitationId)
    {
        var inviter = await VerifiedInviterAsync(actor);
        var entry = await SettledAsync(invitationId);
        var details = (await ViewAsync(invitationId)).Details;
        EnsureMayGive(inviter, actor, details);
        InvitationRules.EnsureDomainAllowed(State.Policy, details.Email);
        if (entry.StatusAt(Now) == InvitationStatus.Expired)
        {
            await EnsureMayBeInvitedAsync(details.Email);
            EnsurePhoneIsFree(details.PhoneNumber, invitationId);
            EnsureSeat();
        }

        EnsureMailAllowed();
        return await ChangeAsync(entry.WithMail(Day), invitation => invitation.ResendAsync(InvitationLifetime, OriginOf(inviter, actor)));
    }

    public async Task RevokeInvitationAsync(Actor actor, string invitationId)
    {
        var inviter = Inviter(actor);
        var entry = await SettledAsync(invitationId);
        var details = (await ViewAsync(invitationId)).Details;
        EnsureMayGive(inviter, details);
        await EndAsync(entry, invitation => invitation.RevokeAsync(OriginOf(inviter, actor)));
    }

    public async Task DeclineInvitationAsync(DeclineInvitation command)
    {
        var entry = await SettledAsync(command.InvitationId);
        await Invitation(entry.Id).LookUpAsync(command.Secret);
        var by = new AuditOrigin(InvitationAudit.Invitee, command.IpAddress, SessionId: null);
        await EndAsync(entry, invitation => invitation.DeclineAsync(command.Secret, by));
    }

    private Task<InvitationView> EndAsync(InvitationEntry entry, Func<IInvitationGrain, Task> end) =>
        ChangeAsync(
            entry,
            async invitation =>
            {
                await end(invitation);
                return (await invitation.GetAsync())!;
            }
        );

    /// <summary>
    /// Changes an invitation: the intent is stored, the invitation decides, and the index notes what it says. Of a
    /// refusal nothing is left; after a crash <see cref="SettledAsync"/> finds out what the invitation had stored.
    /// </summary>
    private async Task<InvitationView> ChangeAsync(InvitationEntry entry, Func<IInvitationGrain, Task<InvitationView>> change)
    {
        var isNew = _invitations.Find(entry.Id) is null;
        await WillResumeAsync();
        return await DriveAsync(async () =>
        {
            await _invitations.PutAsync(entry with { Work = InvitationWork.Changing });
            try
            {
                var view = await change(Invitation(entry.Id));
                _invitations.Note(EntryOf(view));
                return WithScopesThatRemain(view);
            }
            catch (RefusedException) when (isNew)
            {
                await _invitations.RemoveAsync(entry.Id);
                throw;
            }
            catch (RefusedException)
            {
                await SettledAsync(entry.Id);
                throw;
            }
        });
    }

    /// <summary>
    /// The index's entry of an invitation on which no work is under way; refuses when there is no such invitation.
    /// </summary>
    private async Task<InvitationEntry> SettledAsync(string invitationId)
    {
        var entry = _invitations.Find(invitationId);
        if (entry is null || entry.Work == InvitationWork.None)
            return entry ?? throw new RefusedException(GeneralErrors.NotFound);
        return await DriveAsync(async () =>
        {
            if (await Invitation(invitationId).SettleAsync() is { } view)
            {
                _invitations.Note(EntryOf(view));
                return _invitations.Find(invitationId)!;
            }

            await _invitations.RemoveAsync(invitationId);
            throw new RefusedException(GeneralErrors.NotFound);
        });
    }

    // Of one that a crash interrupted before anything was stored nothing remains.
    private async Task SettleUnfinishedAsync() => await Task.WhenAll(_invitations.Unfinished.Select(entry => IsStoredAsync(entry.Id)));

    private async Task TidyInvitationsAsync()
    {
        foreach (var old in _invitations.Entries.Where(entry => entry.Work == InvitationWork.None && Now >= ForgottenAt(entry)).ToList())
            _invitations.NoteRemoval(old.Id);
        await _invitations.FlushAsync();
    }

    private async Task EnsureMayComeAsync(string email)
    {
        await EnsureMayBeInvitedAsync(email);
        InvitationRules.EnsureDomainAllowed(State.Policy, email);
    }

    private async Task EnsureMayBeInvitedAsync(string email)
    {
        if (_roster.FindByEmail(email) is { } member)
            throw new RefusedException(
                member.Status == MemberStatus.Deactivated
                    ? InvitationErrors.EmailOfDeactivatedMember
                    : InvitationErrors.EmailAlreadyMember
            );
        if (_invitations.FindPending(email, Now) is not { } pending)
            return;
        if (pending.Work == InvitationWork.None || await IsStoredAsync(pending.Id))
            throw new RefusedException(InvitationErrors.EmailAlreadyInvited);
    }

    private async Task<bool> IsStoredAsync(string invitationId)
    {
        try
        {
            await SettledAsync(invitationId);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private async Task<InvitationView> ViewAsync(string invitationId) =>
        _invitations.Find(invitationId) is { } entry && await Invitation(entry.Id).GetAsync() is { } view
            ? WithScopesThatRemain(view)
            : throw new RefusedException(GeneralErrors.NotFound);

    // The invitation doesn't know when a scope is deleted.
    private InvitationView WithScopesThatRemain(InvitationView view) =>
        view with
        {
            Details = view.Details with { ScopeIds = ScopeAssignmentRules.Remaining(view.Details.Role, view.Details.ScopeIds, _scopes) },
        };

    private MemberRecord Inviter(Actor actor)
    {
        var member = Acting(actor);
        MemberRules.EnsureMay(member, Permissions.InviteMembers);
        return member;
    }

    private async Task<MemberRecord> VerifiedInviterAsync(Actor actor)
    {
        var inviter = Inviter(actor);
        return await GrainFactory.GetGrain<IUserGrain>(inviter.UserId).IsEmailVerifiedAsync()
            ? inviter
            : throw new RefusedException(UserErrors.EmailNotVerified);
    }

    private void EnsureMayGive(MemberRecord inviter, Actor actor, InvitationDetails details)
    {
        EnsureMayGive(inviter, details);
        PrivilegeRules.EnsureMayGive(actor, details.Role);
    }

    private void EnsureMayGive(MemberRecord inviter, InvitationDetails details) =>
        GrantRules.EnsureMayGive(inviter, before: null, AcceptanceRules.Draft(details), _scopes.CaseTypesOf);

    private static AuditOrigin OriginOf(MemberRecord member, Actor command) =>
        new(new AuditActor(member.UserId, member.FullName), command.IpAddress, command.SessionId);

    private static DateTimeOffset ForgottenAt(InvitationEntry entry) => InvitationRules.ForgottenAt(entry.EndedAt, entry.ExpiresAt);

    private InvitationEntry EntryOf(InvitationView view) =>
        new()
        {
            Id = view.Id,
            Email = view.Details.Email,
            PhoneNumber = view.Details.PhoneNumber,
            InviterId = view.InvitedBy.UserId,
            MailDay = _invitations.Find(view.Id)?.MailDay ?? 0,
            Mails = _invitations.Find(view.Id)?.Mails ?? 0,
            CreatedAt = view.CreatedAt,
            ExpiresAt = view.ExpiresAt,
            EndedAt = view.EndedAt,
            Status = view.Status == InvitationStatus.Expired ? InvitationStatus.Pending : view.Status,
        };

    private IInvitationGrain Invitation(string id) => GrainFactory.GetGrain<IInvitationGrain>(id);
}
