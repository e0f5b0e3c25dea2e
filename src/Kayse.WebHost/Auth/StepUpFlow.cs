using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Auth;

/// <summary>Has the person of a session prove once more who they are (SE-6), which counts for <see cref="SessionProof.Lifetime"/>.</summary>
internal sealed class StepUpFlow(IGrainFactory grains, PasswordHashing passwords, TimeProvider clock)
{
    /// <summary>Whether the caller need not prove it again.</summary>
    public bool IsProved(Caller caller) => SessionProof.Counts(caller.ProvedAt, clock.GetUtcNow());

    /// <summary>Answers the session with its new token. Refuses <c>invalid_credentials</c>, and <c>password_change_required</c> for a password that somebody else chose.</summary>
    public async Task<RenewedSession> ProveAsync(Caller caller, string password, CancellationToken ct)
    {
        var user = caller.User(grains);
        var credential = await user.GetCredentialAsync();
        if (await passwords.VerifyAsync(credential?.PasswordHash, password, ct) == PasswordMatch.None)
            throw new RefusedException(PasswordErrors.Wrong);
        return await user.StepUpAsync(new StepUp(caller.SessionId, credential!.Version));
    }
}
