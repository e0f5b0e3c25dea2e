using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>The beginning and the end of an account.</summary>
/// <param name="user">The person.</param>
/// <param name="verifications">Mails how to verify the address.</param>
/// <param name="forget">Clears the state and ends all reminders.</param>
internal sealed class Registration(UserContext user, EmailVerifications verifications, Func<Task> forget)
{
    public async Task<RegisteredUser> RegisterAsync(RegisterUser command)
    {
        await (user.State.Email is null ? BeginAsync(command) : TakeOverAsync(command));
        var isTheirs = user.State.PasswordHash == command.PasswordHash;
        return new RegisteredUser(user.View, isTheirs ? user.State.CredentialVersion : null);
    }

    // Each step may be repeated, and who erases repeats it until the last, which forgets what there is to erase.
    public async Task EraseAsync()
    {
        if (user.State.Email is not { } email)
            return;
        if (user.State.Memberships.Count > 0)
            throw new RefusedException(MemberErrors.Elsewhere);
        await user.ExecutePendingAsync();
        var state = user.State;
        await Task.WhenAll(state.SessionIds.Select(id => user.Session(id).EndAsync(SessionEndReason.Removed)));
        await Task.WhenAll(state.ApiKeys.Select(key => user.ApiKey(key.Id).RevokeAsync(actor: null)));
        await Task.WhenAll(state.FormerCompanyIds.Select(id => user.Grains.GetGrain<IAuditLogGrain>(id).EraseAsync(user.Id)));
        await Task.WhenAll(state.FormerCompanyIds.Select(id => user.CompanySessions(id).EraseAsync(user.Id)));
        await Task.WhenAll(state.FormerCompanyIds.Select(id => user.Offboarding(id).EraseAsync()));
        await Task.WhenAll(state.FormerCompanyIds.Select(id => user.AccessReviews(id).EraseAsync(user.Id)));
        await Task.WhenAll(state.Passkeys.Select(passkey => user.Passkey(PasskeyKeys.Of(passkey.CredentialId)).ReleaseAsync(user.Id)));
        await Task.WhenAll(state.SsoIdentities.Select(identity => user.SsoIdentity(identity.Key).ReleaseAsync(user.Id)));
        await user.SignInGuard(email).ClearAsync();
        var mailIds = new[] { state.PasswordReset?.MailId, state.EmailVerification?.MailId, state.EmailChange?.MailId }.OfType<string>();
        await Task.WhenAll(mailIds.Select(id => user.Outbox(id).WithdrawAsync(id)));
        if (state.Photo is not null)
            await user.SaveAsync(ProfileRules.Changed(state, state with { Photo = null }));
        var addresses = state.FormerEmails.Select(former => former.Email).Append(email);
        await Task.WhenAll(addresses.Select(address => user.Address(address).ReleaseAsync(user.Id)));
        await forget();
        user.Leave();
    }

    private async Task BeginAsync(RegisterUser command)
    {
        if (await user.Address(command.Email).ClaimAsync(user.Id) != user.Id)
            throw new RefusedException(UserErrors.EmailTaken);
        var registered = new UserState
        {
            Email = command.Email,
            EmailVerifiedAt = command.Address == AddressProof.Given ? user.Now : null,
            FullName = command.FullName,
            PhoneNumber = command.PhoneNumber,
            TimeZone = command.TimeZone,
            PasswordHash = command.PasswordHash,
            CredentialVersion = UserCredential.FirstVersion,
            MustChangePassword = command.MustChangePassword,
            PasswordExpiresAt = command.MustChangePassword ? user.Now + UserPasswordRules.InitialLifetime : null,
            // The company that creates them looks at once until when.
            ContactVersion = command.MustChangePassword ? 1 : 0,
            CreatedAt = user.Now,
        };
        await user.SaveAsync(command.Address == AddressProof.Mailed ? await verifications.BeginAsync(registered) : registered);
    }

    // Whoever holds a link that was mailed to the address has a better claim than whoever never proved it.
    private async Task TakeOverAsync(RegisterUser command)
    {
        if (command.Address != AddressProof.Given || UserPasswordRules.HasHad(user.State, command.PasswordHash))
            return;
        if (user.State.EmailVerifiedAt is not null || user.State.Email != command.Email)
            throw new RefusedException(UserErrors.EmailTaken);
        await user.SaveAsync(EmailVerificationRules.TakenOver(user.State, command, user.Now));
    }
}
