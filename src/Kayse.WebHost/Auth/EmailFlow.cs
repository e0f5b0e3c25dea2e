using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Auth;

/// <summary>
/// Changes a person's email address (US-1). Asking proves the password, as the address is what one signs in and recovers the account by; whether it is taken nobody looks up then,
/// so neither the answer nor its time can tell.
/// </summary>
internal sealed class EmailFlow(IGrainFactory grains, SignInFlow signIn, TimeProvider clock)
{
    public async Task RequestAsync(Caller caller, string newEmail, string password, ClientDevice device, CancellationToken ct)
    {
        var version = await ProveAsync(caller, password, device, ct);
        await caller.User(grains).RequestEmailChangeAsync(new RequestEmailChange(EntityId.New(clock), newEmail, version, caller.SessionId));
    }

    public Task ConfirmAsync(string token)
    {
        var link = PasswordResetToken.Parse(token);
        return grains.GetGrain<IUserGrain>(link.UserId).ConfirmEmailChangeAsync(link.Secret);
    }

    public Task UndoAsync(string token)
    {
        var link = PasswordResetToken.Parse(token);
        return grains.GetGrain<IUserGrain>(link.UserId).UndoEmailChangeAsync(link.Secret);
    }

    private async Task<int> ProveAsync(Caller caller, string password, ClientDevice device, CancellationToken ct)
    {
        try
        {
            return await signIn.ProveAsync(caller.Principal.UserId, caller.Principal.Email, password, device, ct);
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.InvalidCredentials)
        {
            throw new RefusedException(PasswordErrors.Wrong);
        }
    }
}
