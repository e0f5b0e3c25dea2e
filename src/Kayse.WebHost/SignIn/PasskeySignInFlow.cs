using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Passkeys;

namespace Kayse.WebHost.SignIn;

/// <summary>
/// Signs a person in with a passkey instead of a password. The options are the same for everybody, and an address is
/// never asked for. Failures count for the passkey, the IP address and the network: whoever locks an account by wrong
/// passwords doesn't keep its owner's passkeys out.
/// </summary>
internal sealed class PasskeySignInFlow(IGrainFactory grains, SignInGuard guard, SecurityLog log)
{
    public async Task<SignedIn> SignInAsync(PasskeyAssertion assertion, bool rememberMe, ClientDevice device)
    {
        var key = PasskeyKeys.Of(assertion.CredentialId);
        var userId = await grains.GetGrain<IPasskeyGrain>(key).GetUserIdAsync();
        await using var attempt = await guard.AttemptWithPasskeyAsync(key, userId, device);
        if (userId is null)
        {
            await attempt.FailedAsync(SignInFailure.PasskeyInvalid);
            throw new RefusedException(PasskeyErrors.Unknown);
        }

        try
        {
            var signedIn = await grains
                .GetGrain<ISignInGrain>(userId)
                .SignInWithPasskeyAsync(new SignInWithPasskey(assertion, device, rememberMe));
            await attempt.SucceededAsync();
            log.SignInSucceeded(userId, signedIn.Session.Id);
            return signedIn;
        }
        catch (RefusedException refused)
            when (refused.Refusal == PasskeyErrors.Invalid || refused.Refusal == UserErrors.InvalidCredentials)
        {
            // The history has it from the person's own grain.
            await attempt.FailedAsync(reason: null);
            throw;
        }
    }

    /// <summary>What a browser needs to complete a sign-in with a passkey, and whether a code does as well.</summary>
    public async Task<(PasskeyRequest Request, bool TakesCode)> BeginSecondFactorAsync(string ticket)
    {
        if (!SecretToken.TryParse(ticket.AsSpan().Trim(), out var token))
            throw new RefusedException(TwoFactorErrors.TicketExpired);
        var (userId, hash) = (token.Id.ToString(), token.Hash);
        var request = await grains.GetGrain<IPasskeysGrain>(userId).BeginSecondFactorAsync(hash);
        return (request, await grains.GetGrain<ICredentialsGrain>(userId).GetCredentialAsync() is { HasSecondFactor: true });
    }
}
