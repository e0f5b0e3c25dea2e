using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Users;

namespace Kayse.Grains.Invitations;

/// <summary>
/// Makes the holder of an invitation's token a member (IN-7). The invitation decides who accepts it, and stores that;
/// then the company checks that nothing stands against it, the person registers or proves who they are, becomes a
/// member, and the invitation ends as accepted. Each of this may be repeated, so an acceptance that a crash interrupts is
/// finished by doing it again. After a refusal the invitation is pending again.
/// </summary>
internal sealed class AcceptInvitationHandler(
    CompanyContext company,
    InvitationChanges changes,
    InvitationAuthority authority,
    InvitationLimits limits,
    MemberChanges members,
    IPhoneNumberParser phones
)
{
    public async Task<InvitationAccepted> AcceptAsync(AcceptInvitation command)
    {
        var entry = await changes.SettleAsync(command.InvitationId);
        var userId = command.NewPerson?.UserId ?? command.ExistingUserId ?? throw new RefusedException(UserErrors.InvalidCredentials);
        await changes.BeginAsync(entry);
        int? credentialVersion = null;
        await company.DeactivateOnFaultAsync(async () => credentialVersion = await FinishAsync(entry, await BeginAsync(command, userId)));
        return new InvitationAccepted(company.Id, userId, credentialVersion);
    }

    /// <summary>Finishes acceptances that a crash interrupted.</summary>
    public async Task ResumeAsync()
    {
        foreach (var entry in company.Invitations.InDoubt)
        {
            if (await changes.Grain(entry.Id).GetAcceptanceAsync() is not { } acceptance)
                continue;
            try
            {
                await FinishAsync(entry, acceptance);
            }
            catch (RefusedException)
            {
                // Nobody was told that it succeeded, and the invitation is pending again.
            }
        }
    }

    private async Task<InvitationAcceptance> BeginAsync(AcceptInvitation command, string userId)
    {
        try
        {
            return await changes
                .Grain(command.InvitationId)
                .BeginAcceptanceAsync(command.Secret, command.NewPerson, userId, command.IpAddress);
        }
        catch (RefusedException)
        {
            await changes.SettleAsync(command.InvitationId);
            throw;
        }
    }

    private async Task<int?> FinishAsync(InvitationEntry entry, InvitationAcceptance acceptance)
    {
        int? credentialVersion = null;
        if (company.Roster.Find(acceptance.UserId)?.InvitationId != entry.Id)
        {
            try
            {
                credentialVersion = await JoinAsync(entry, acceptance);
            }
            catch (RefusedException)
            {
                await changes.Grain(entry.Id).CancelAcceptanceAsync();
                company.Invitations.Note(entry with { IsInDoubt = false });
                if (!MayStillGive(acceptance))
                    await authority.RevokeAsync(entry);
                throw;
            }
        }

        await changes.Grain(entry.Id).CompleteAcceptanceAsync();
        company.Invitations.Note(entry with { Status = InvitationStatus.Accepted, EndedAt = company.Now, IsInDoubt = false });
        return credentialVersion;
    }

    private async Task<int?> JoinAsync(InvitationEntry entry, InvitationAcceptance acceptance)
    {
        var details = acceptance.Details;
        if (!MayStillGive(acceptance))
            throw new RefusedException(InvitationErrors.Revoked);
        if (company.Roster.HasEmail(details.Email))
            throw new RefusedException(InvitationErrors.EmailAlreadyMember);
        var (user, credentialVersion) = acceptance.NewPerson is { } person
            ? await RegisterAsync(person, acceptance, entry)
            : new RegisteredUser(await ProveAsync(acceptance), CredentialVersion: null);
        // The roster may know them by an earlier address.
        var known = company.Roster.Find(user.Id);
        var member = known ?? MemberOf(entry, acceptance, user);
        var audit = company.AuditBy(member);
        var accepted = audit.InvitationAccepted(entry.Id, details) with { IpAddress = acceptance.IpAddress };
        AuditRecord[] records = known is null ? [audit.MemberJoined(member, entry.Id), accepted] : [accepted];
        await members.SaveAsync(member with { InvitationId = entry.Id }, new Announce(records, []));
        return credentialVersion;
    }

    private bool MayStillGive(InvitationAcceptance acceptance) => authority.MayStillGive(acceptance.InvitedBy, acceptance.Details);

    private async Task<RegisteredUser> RegisterAsync(NewPerson person, InvitationAcceptance acceptance, InvitationEntry entry)
    {
        var registration = AcceptanceRules.RegistrationOf(person, acceptance, phones) with { CompanyId = company.Id };
        limits.EnsurePhoneIsFree(registration.PhoneNumber, entry.Id);
        try
        {
            return await company.User<IUserGrain>(person.UserId).RegisterAsync(registration);
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.EmailTaken)
        {
            throw new RefusedException(UserErrors.InvalidCredentials);
        }
    }

    private async Task<UserView> ProveAsync(InvitationAcceptance acceptance)
    {
        var (userId, email) = (acceptance.UserId, acceptance.Details.Email);
        if (await company.Grains.GetGrain<IEmailAddressGrain>(email).GetUserIdAsync() != userId)
            throw new RefusedException(UserErrors.InvalidCredentials);
        await limits.EnsureNotDeprovisionedAsync(userId);
        await company.User<IMembershipsGrain>(userId).EnsureMayJoinAsync(company.Id);
        if (acceptance.ProvesAddress)
            await company.User<IUserEmailGrain>(userId).EmailProvedAsync(email);
        // Somebody whose account was deleted meanwhile has none to join with.
        return await company.User<IUserGrain>(userId).GetAsync() ?? throw new RefusedException(UserErrors.InvalidCredentials);
    }

    private MemberRecord MemberOf(InvitationEntry entry, InvitationAcceptance acceptance, UserView user)
    {
        var member = AcceptanceRules.MemberOf(acceptance.Details, user, entry.Id, company.Now);
        // Who registers says which number it is to be, also none; who has an account may have given the company none
        // yet.
        string?[] numbers = acceptance.NewPerson is null ? [user.PhoneNumber, acceptance.Details.PhoneNumber] : [user.PhoneNumber];
        return member with
        {
            PhoneNumber = numbers.FirstOrDefault(phone => phone is not null && limits.IsPhoneFreeFor(user.Id, phone, entry.Id)),
            Access = ScopeAssignmentRules.WithRemaining(member.Access, company.Scopes),
        };
    }
}
