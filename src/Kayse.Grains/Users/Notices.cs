using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>
/// Mails of what concerns the account's security, with a link by which the person says that it wasn't they.
/// </summary>
internal sealed class Notices(UserContext user, MailSecrets secrets)
{
    /// <summary>The person with a notice to be sent and its link.</summary>
    /// <param name="state">The person.</param>
    /// <param name="notice">Without the secret of its link.</param>
    /// <param name="replaces">The mail that need not go out any more, or null.</param>
    /// <param name="secondFactorOf">See <see cref="NoticeLink.SecondFactorOf"/>.</param>
    /// <param name="passkeyId">See <see cref="NoticeLink.PasskeyId"/>.</param>
    public UserState With(
        UserState state,
        OutgoingMail notice,
        string? replaces = null,
        DateTimeOffset? secondFactorOf = null,
        string? passkeyId = null
    )
    {
        var token = SecretToken.Create(user.Id, out var hash);
        var link = new NoticeLink(hash, notice.To, user.Now + NoticeRules.Lifetime)
        {
            SecondFactorOf = secondFactorOf,
            PasskeyId = passkeyId,
        };
        return (state with { NoticeLinks = NoticeRules.With(state.NoticeLinks, link, user.Now) }).Then(
            new SendMail(notice, secrets.Protect(token), replaces)
        );
    }

    public async Task SignInLockedAsync(ClientDevice device)
    {
        if (user.State.Email is null)
            return;
        if (NoticeRules.MayTellOfLock(user.State, user.Now))
        {
            var notice = UserNoticeMail.Locked(NewMailId(), user.State, device, user.Now);
            await user.SaveAsync(With(user.State with { LockNoticeAt = user.Now }, notice));
        }

        await user.SignInGuard(user.State.Email).LockToldAsync();
    }

    /// <summary>
    /// The person with the device known. Who was never signed in on one like it is told, before a session starts on it;
    /// not of their first.
    /// </summary>
    public async Task<UserState> WithDeviceAsync(UserState state, ClientDevice device)
    {
        var next = state with { KnownDevices = KnownDeviceRules.With(state.KnownDevices, device, user.Now) };
        if (!KnownDeviceRules.IsNews(state.KnownDevices, device))
            return next;
        await user.SaveAsync(With(next, UserNoticeMail.NewDevice(NewMailId(), state, device, user.Now)));
        return user.State;
    }

    public async Task NotMeAsync(TokenHash secret)
    {
        user.LeaveIfNobody();
        var (state, now) = (user.State, user.Now);
        var link = NoticeRules.Find(state.NoticeLinks, secret, now) ?? throw new RefusedException(GeneralErrors.NotFound);
        if (link.IsUsed)
            return;
        var token = SecretToken.Create(user.Id, out var hash);
        var reset = new PasswordReset(NewMailId(), hash, now + UserPasswordRules.ResetLifetime);
        var mail = UserPasswordMail.ResetOfVoid(state, reset, link.Address);
        var next = UserPasswordRules.WithPassword(UserTwoFactorRules.WithoutDisowned(state, link), hash: "", mustChange: false) with
        {
            PasswordReset = reset,
            FactorReset = null,
            NoticeLinks = NoticeRules.Used(state.NoticeLinks, link),
        };
        await user.SaveAsync(
            UserRules
                .EndingSessions(next, exceptSessionId: null, SessionEndReason.Revoked)
                .Then(new SendMail(mail, secrets.Protect(token), state.PasswordReset?.MailId))
                .Then(UserTwoFactorAudit.Of(user.Id, state, next, user.Clock))
        );
    }

    private string NewMailId() => $"{user.NewId()}-notice";
}
