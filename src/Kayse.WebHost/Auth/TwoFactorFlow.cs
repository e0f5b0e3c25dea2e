using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Auth;

/// <summary>What a person does with their second factor (US-4): completes a sign-in, sets one up, turns it off.</summary>
internal sealed class TwoFactorFlow(IGrainFactory grains, SignInGuard guard)
{
    /// <summary>Completes the sign-in that the ticket stands for. A wrong code counts against the ticket, the account and where it comes from.</summary>
    public Task<SignedIn> SignInAsync(string ticket, string code, ClientDevice device)
        => SecretToken.TryParse(ticket.AsSpan().Trim(), out var token)
            ? SignInAsync(token.Id.ToString(), new CompleteSignIn(token.Hash, code, device))
            : throw new RefusedException(TwoFactorErrors.TicketExpired);

    private async Task<SignedIn> SignInAsync(string userId, CompleteSignIn command)
    {
        var user = grains.GetGrain<IUserGrain>(userId);
        if (await user.GetAsync() is not { } person)
            throw new RefusedException(TwoFactorErrors.TicketExpired);
        await using var attempt = await guard.AttemptAsync(person.Email, userId, command.Device);
        try
        {
            var signedIn = await user.CompleteSignInAsync(command);
            await attempt.SucceededAsync();
            return signedIn;
        }
        catch (RefusedException refused) when (refused.Refusal == TwoFactorErrors.InvalidCode)
        {
            await attempt.FailedAsync(reason: null);
            throw;
        }
    }
}
