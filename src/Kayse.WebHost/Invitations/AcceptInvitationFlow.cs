using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.SignIn;
using StartSignIn = Kayse.Grains.Users.SignIn;

namespace Kayse.WebHost.Invitations;

/// <summary>
/// Accepts an invitation (IN-7) and signs the person in. Holding the token proves that one reads the invited address'
/// mail; that makes a new person, and takes over an account that never proved the address, but opens nobody else's: who
/// has one is signed in to it, or gives its password and then, where they have a second factor, a code.
/// </summary>
internal sealed class AcceptInvitationFlow(IGrainFactory grains, PasswordHashing passwords, SignInFlow signIn, TimeProvider clock)
{
    public async Task<BegunSignIn> AcceptAsync(AcceptInvitationLink command, Caller? caller, ClientDevice device, CancellationToken ct)
    {
        var token = LinkToken.Parse(command.Token);
        var invitation = await grains.GetGrain<IInvitationGrain>(token.OwnerId).LookUpAsync(token.Secret);
        var owner = await grains.GetGrain<IEmailAddressGrain>(invitation.Email).GetUserIdAsync();
        if (owner is null || (invitation.ProvesAddress && !await IsTheirsAsync(owner, caller)))
            return await RegisterAsync(await NewPersonAsync(command, owner, invitation, device, ct), invitation, token, device);
        var credentialVersion = await ProveAsync(owner, invitation.Email, command.Password, caller, token, device, ct);
        var acceptance = new AcceptInvitation(token.OwnerId, token.Secret, NewPerson: null, owner) { IpAddress = device.IpAddress };
        var accepted = await grains.GetGrain<ICompanyInvitationsGrain>(invitation.CompanyId).AcceptInvitationAsync(acceptance);
        return await grains
            .GetGrain<ISignInGrain>(accepted.UserId)
            .SignInAsync(new StartSignIn(credentialVersion, accepted.CompanyId, device, RememberMe: false));
    }

    private async Task<BegunSignIn> RegisterAsync(NewPerson person, InvitationPreview invitation, LinkToken token, ClientDevice device)
    {
        var acceptance = new AcceptInvitation(token.OwnerId, token.Secret, person, ExistingUserId: null) { IpAddress = device.IpAddress };
        var accepted = await grains.GetGrain<ICompanyInvitationsGrain>(invitation.CompanyId).AcceptInvitationAsync(acceptance);
        var credentialVersion = accepted.CredentialVersion ?? throw new RefusedException(UserErrors.InvalidCredentials);
        return await grains
            .GetGrain<ISignInGrain>(accepted.UserId)
            .SignInAsync(new StartSignIn(credentialVersion, accepted.CompanyId, device, RememberMe: false));
    }

    // An account that never proved the address has no claim to it, unless whoever holds the token is signed in to that
    // very account.
    private async Task<bool> IsTheirsAsync(string owner, Caller? caller) =>
        caller?.Principal.UserId == owner || await grains.GetGrain<IUserEmailGrain>(owner).IsEmailVerifiedAsync();

    private async Task<NewPerson> NewPersonAsync(
        AcceptInvitationLink command,
        string? unprovedOwner,
        InvitationPreview invitation,
        ClientDevice device,
        CancellationToken ct
    )
    {
        if (command.Password is null)
            throw new RefusedException(HttpErrors.Field("password", "This is required: choose a password."));
        var context = new PasswordContext(invitation.Email, command.FullName ?? invitation.FullName, invitation.CompanyName);
        var hash = await passwords.HashAsync(command.Password, context, "password", HashingCaller.Of(device.IpAddress), ct);
        return new NewPerson(unprovedOwner ?? EntityId.New(clock), hash, command.FullName, command.PhoneNumber, command.PhoneCountry);
    }

    // Null when a live session of theirs proves it.
    private async Task<int?> ProveAsync(
        string owner,
        string address,
        string? password,
        Caller? caller,
        LinkToken token,
        ClientDevice device,
        CancellationToken ct
    )
    {
        // What one company's identity provider says opens no other company.
        if (caller is { IsBySso: false } && caller.Principal.UserId == owner)
            return null;
        try
        {
            return password is null
                ? throw new RefusedException(UserErrors.InvalidCredentials)
                : await signIn.ProveAsync(owner, address, password, device, ct);
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.InvalidCredentials)
        {
            // Another request may have used the same link a moment ago: then it isn't the password that was wrong.
            await grains.GetGrain<IInvitationGrain>(token.OwnerId).LookUpAsync(token.Secret);
            throw;
        }
    }
}
