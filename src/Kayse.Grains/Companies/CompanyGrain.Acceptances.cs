using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    public async Task<InvitationAccepted> AcceptInvitationAsync(AcceptInvitation command)
    {
        var entry = await SettledAsync(command.InvitationId);
        var invitation = Invitation(entry.Id);
        await invitation.LookUpAsync(command.Secret);
        var view = await ViewAsync(entry.Id);
        var details = view.Details;
        if (!MayStillGive(view))
        {
            await RevokeByItselfAsync(entry);
            throw new RefusedException(InvitationErrors.Revoked);
        }

        if (_roster.HasEmail(details.Email))
            throw new RefusedException(InvitationErrors.EmailAlreadyMember);
        var registration = AcceptanceRules.RegistrationOf(command, details, _phones) is { } person
            ? person with
            {
                CompanyId = Key,
            }
            : null;
        if (registration is not null)
            EnsurePhoneIsFree(registration.PhoneNumber, entry.Id);
        var userId = command.NewPerson?.UserId ?? await ProvenOwnerAsync(details.Email, command.ExistingUserId);
        if (command.NewPerson is null)
            await GrainFactory.GetGrain<IUserGrain>(userId).EnsureMayJoinAsync(Key);

        await WillResumeAsync();
        return await DriveAsync(async () =>
        {
            await _invitations.PutAsync(entry with { Work = InvitationWork.Accepting });
            var acceptance = await invitation.BeginAcceptanceAsync(command.Secret, registration, userId, command.IpAddress);
            await FinishAcceptanceAsync(entry, acceptance);
            return new InvitationAccepted(Key, userId);
        });
    }

    private async Task FinishAcceptancesAsync()
    {
        foreach (var entry in _invitations.Unfinished.Where(entry => entry.Work == InvitationWork.Accepting))
        {
            if (await Invitation(entry.Id).GetAcceptanceAsync() is { } acceptance)
                await FinishInterruptedAsync(entry, acceptance);
            else
                await SettledAsync(entry.Id);
        }
    }

    private async Task FinishInterruptedAsync(InvitationEntry entry, InvitationAcceptance acceptance)
    {
        try
        {
            await FinishAcceptanceAsync(entry, acceptance);
        }
        catch (RefusedException)
        {
            // Nobody was told that it succeeded, and the invitation is pending again.
        }
    }

    // Each step may be repeated, so a crash after any of them is mended by doing them all again.
    private async Task FinishAcceptanceAsync(InvitationEntry entry, InvitationAcceptance acceptance)
    {
        var user = GrainFactory.GetGrain<IUserGrain>(acceptance.UserId);
        if (acceptance.Registration is { } registration)
            await RegisterAsync(entry, user, registration);
        else
            await user.EmailProvedAsync(acceptance.Details.Email);
        var member =
            _roster.Find(acceptance.UserId)
            ?? await JoinAsync(
                entry,
                acceptance,
                await user.GetAsync() ?? throw await CancelledAsync(entry, UserErrors.InvalidCredentials)
            );
        await Invitation(entry.Id).CompleteAcceptanceAsync(member.FullName);
        _invitations.Note(entry with { Status = InvitationStatus.Accepted, EndedAt = Now, Work = InvitationWork.None });
    }

    private Task<MemberRecord> JoinAsync(InvitationEntry entry, InvitationAcceptance acceptance, UserView user)
    {
        var member = AcceptanceRules.MemberOf(acceptance.Details, user, entry.Id, Now);
        // Who registers says which number it is to be, also none; who has an account may have given the company none
        // yet.
        string?[] phones = acceptance.Registration is null ? [user.PhoneNumber, acceptance.Details.PhoneNumber] : [user.PhoneNumber];
        member = member with
        {
            PhoneNumber = phones.FirstOrDefault(phone => phone is not null && IsPhoneFreeFor(user.Id, phone, entry.Id)),
        };
        member = member with { ScopeIds = ScopeAssignmentRules.Remaining(member.Role, member.ScopeIds, _scopes) };
        return ChangeMemberAsync(member, new Announcement(AuditBy(member).MemberJoined(member, entry.Id)));
    }

    private async Task RegisterAsync(InvitationEntry entry, IUserGrain user, RegisterUser registration)
    {
        try
        {
            await user.RegisterAsync(registration);
        }
        catch (RefusedException refused)
        {
            throw await CancelledAsync(entry, refused.Refusal == UserErrors.EmailTaken ? UserErrors.InvalidCredentials : refused.Refusal);
        }
    }

    // Somebody whose account was deleted meanwhile has none to join with.
    private async Task<RefusedException> CancelledAsync(InvitationEntry entry, Refusal refusal)
    {
        await Invitation(entry.Id).CancelAcceptanceAsync();
        _invitations.Note(entry with { Work = InvitationWork.None });
        return new RefusedException(refusal);
    }

    private async Task<string> ProvenOwnerAsync(string email, string? userId) =>
        userId is not null && await GrainFactory.GetGrain<IEmailAddressGrain>(email).GetUserIdAsync() == userId
            ? userId
            : throw new RefusedException(UserErrors.InvalidCredentials);
}
