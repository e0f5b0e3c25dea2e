using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.SignIn;

namespace Kayse.WebHost.Users;

/// <summary>
/// Proves (CO-1) and changes (US-1) a person's email address. Asking for another proves the password, as the address is
/// what one signs in and recovers the account by; whether it is taken nobody looks up then, so neither the answer nor
/// its time can tell.
/// </summary>
internal sealed class EmailFlow(IGrainFactory grains, SignInFlow signIn, TimeProvider clock)
{
    public async Task RequestAsync(Caller caller, string newEmail, string password, ClientDevice device, CancellationToken ct)
    {
        var version = await ProveAsync(caller, password, device, ct);
        await caller
            .User<IUserEmailGrain>(grains)
            .RequestEmailChangeAsync(new RequestEmailChange(EntityId.New(clock), newEmail, version, caller.SessionId));
    }

    public Task ConfirmAsync(string token)
    {
        var link = LinkToken.Parse(token);
        return grains.GetGrain<IUserEmailGrain>(link.OwnerId).ConfirmEmailChangeAsync(link.Secret);
    }

    public Task UndoAsync(string token)
    {
        var link = LinkToken.Parse(token);
        return grains.GetGrain<IUserEmailGrain>(link.OwnerId).UndoEmailChangeAsync(link.Secret);
    }

    /// <summary>Proves the address of an account by the link that was mailed to it.</summary>
    public Task VerifyAsync(string token)
    {
        var link = LinkToken.Parse(token);
        return grains.GetGrain<IUserEmailGrain>(link.OwnerId).VerifyEmailAsync(link.Secret);
    }

    /// <summary>Proves the caller's address by the code that was mailed to it.</summary>
    public Task VerifyByCodeAsync(Caller caller, string code) => caller.User<IUserEmailGrain>(grains).VerifyEmailByCodeAsync(code);

    /// <summary>Mails the caller another link and another code.</summary>
    public Task ResendVerificationAsync(Caller caller) =>
        caller.User<IUserEmailGrain>(grains).ResendEmailVerificationAsync(EntityId.New(clock));

    private async Task<int> ProveAsync(Caller caller, string password, ClientDevice device, CancellationToken ct)
    {
        try
        {
            return await signIn.ProveAsync(caller, password, device, ct);
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.InvalidCredentials)
        {
            throw new RefusedException(PasswordErrors.Wrong);
        }
    }
}
