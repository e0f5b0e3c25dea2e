using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.SignIn;

namespace Kayse.WebHost.Passwords;

/// <summary>
/// Changes the password of who knows the present one (US-2) or holds a reset link (US-3). The link replaces the
/// password alone: it signs nobody in, so that whatever else a sign-in asks for is asked for as ever.
/// </summary>
internal sealed class PasswordFlow(IGrainFactory grains, PasswordHashing passwords, SignInGuard guard, SecurityLog log)
{
    private const string Field = "newPassword";

    /// <summary>Answers the caller's session with its new token, or null when it ended meanwhile.</summary>
    public async Task<RenewedSession?> ChangeAsync(Caller caller, string currentPassword, string newPassword, CancellationToken ct)
    {
        var user = caller.User<ICredentialsGrain>(grains);
        var history = await user.GetPasswordHistoryAsync() ?? throw new RefusedException(PasswordErrors.Wrong);
        await EnsureKnowsAsync(caller, history, currentPassword, ct);
        var hash = await HashAsync(newPassword, history, HashingCaller.Known(caller.Principal.UserId), ct);
        var renewed = await user.ChangePasswordAsync(new ChangePassword(history.Version, hash, caller.SessionId));
        log.PasswordChanged(caller.Principal.UserId, "by themselves");
        return renewed;
    }

    /// <summary>
    /// Refuses what <see cref="ResetAsync"/> refuses for the token's sake, before a password is chosen.
    /// </summary>
    public Task CheckResetAsync(string token)
    {
        var reset = LinkToken.Parse(token);
        return grains.GetGrain<ICredentialsGrain>(reset.OwnerId).LookUpPasswordResetAsync(reset.Secret);
    }

    /// <param name="token">Of the link.</param>
    /// <param name="newPassword">As they wrote it.</param>
    /// <param name="revokesApiKeys">Whether their API keys are to open nothing any more either.</param>
    /// <param name="ipAddress">Where from, when it is known.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task ResetAsync(string token, string newPassword, bool revokesApiKeys, string? ipAddress, CancellationToken ct)
    {
        var reset = LinkToken.Parse(token);
        var user = grains.GetGrain<ICredentialsGrain>(reset.OwnerId);
        var history = await user.LookUpPasswordResetAsync(reset.Secret);
        var hash = await HashAsync(newPassword, history, HashingCaller.Of(ipAddress), ct);
        await user.ResetPasswordAsync(new ResetPassword(reset.Secret, hash) { RevokesApiKeys = revokesApiKeys });
        log.PasswordChanged(reset.OwnerId, "by a reset link");
    }

    /// <summary>Makes the password useless for who holds the link of a notice and says that it wasn't they.</summary>
    public Task DisownAsync(string token)
    {
        var notice = LinkToken.Parse(token);
        return grains.GetGrain<ICredentialsGrain>(notice.OwnerId).NotMeAsync(notice.Secret);
    }

    // Who has a session without knowing the password must not be able to guess it.
    private async Task EnsureKnowsAsync(Caller caller, PasswordHistory history, string password, CancellationToken ct)
    {
        await using var attempt = await guard.AttemptAsync(caller, ClientDevice.Unknown with { IpAddress = caller.IpAddress });
        if (
            await passwords.VerifyAsync(history.Hashes[0], password, HashingCaller.Known(caller.Principal.UserId), ct)
            != PasswordMatch.None
        )
            return;
        await attempt.FailedAsync(SignInFailure.WrongPassword);
        throw new RefusedException(PasswordErrors.Wrong);
    }

    private Task<string> HashAsync(string password, PasswordHistory history, HashingCaller caller, CancellationToken ct) =>
        passwords.HashAsync(password, new PasswordContext(history.Email, history.Names), history.Hashes, Field, caller, ct);
}
