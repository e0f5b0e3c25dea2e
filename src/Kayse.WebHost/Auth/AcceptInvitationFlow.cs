using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Kayse.WebHost.Api.Invitations;
using Kayse.WebHost.Api.Problems;

namespace Kayse.WebHost.Auth;

/// <summary>
/// Accepts an invitation (IN-7) and signs the person in. Holding the token proves that one reads the invited address' mail; that makes a new person,
/// but opens nobody's account: who has one is signed in to it, or gives its password and then, where they have a second factor, a code.
/// </summary>
internal sealed class AcceptInvitationFlow(IGrainFactory grains, PasswordHashing passwords, SignInFlow signIn, TimeProvider clock)
{
    public async Task<BegunSignIn> AcceptAsync(AcceptInvitationRequest request, Caller? caller, ClientDevice device, CancellationToken ct)
    {
        var token = InvitationToken.Parse(request.Token);
        var invitation = await grains.GetGrain<IInvitationGrain>(token.InvitationId).LookUpAsync(token.Secret);
        var owner = await grains.GetGrain<IEmailAddressGrain>(invitation.Email).GetUserIdAsync();
        var acceptance = owner is null
            ? new AcceptInvitation(token.InvitationId, token.Secret, await NewPersonAsync(request, invitation, ct), ExistingUserId: null)
            : new AcceptInvitation(token.InvitationId, token.Secret, NewPerson: null, owner);
        acceptance = acceptance with { IpAddress = device.IpAddress };
        var credentialVersion = owner is null ? UserCredential.FirstVersion : await ProveAsync(owner, invitation.Email, request.Password, caller, token, device, ct);
        var accepted = await grains.GetGrain<ICompanyGrain>(invitation.CompanyId).AcceptInvitationAsync(acceptance);
        return await grains.GetGrain<IUserGrain>(accepted.UserId).BeginSignInAsync(new SignIn(credentialVersion, accepted.CompanyId, device, RememberMe: false));
    }

    private async Task<NewPerson> NewPersonAsync(AcceptInvitationRequest request, InvitationPreview invitation, CancellationToken ct)
    {
        if (request.Password is null)
            throw new RefusedException(HttpErrors.Field("password", "This is required: choose a password."));
        var context = new PasswordContext(invitation.Email, request.FullName ?? invitation.FullName, invitation.CompanyName);
        var hash = await passwords.HashAsync(request.Password, context, "password", ct);
        return new NewPerson(EntityId.New(clock), hash, request.FullName, request.PhoneNumber, request.PhoneCountry);
    }

    // Null when a live session of theirs proves it.
    private async Task<int?> ProveAsync(string owner, string address, string? password, Caller? caller, InvitationToken token, ClientDevice device, CancellationToken ct)
    {
        if (caller is not null && string.Equals(caller.Principal.UserId, owner, StringComparison.Ordinal))
            return null;
        try
        {
            return password is null ? throw new RefusedException(UserErrors.InvalidCredentials) : await signIn.ProveAsync(owner, address, password, device, ct);
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.InvalidCredentials)
        {
            // Of two with the same link the other may have just become that owner: then it isn't the password that was wrong.
            await grains.GetGrain<IInvitationGrain>(token.InvitationId).LookUpAsync(token.Secret);
            throw;
        }
    }
}
