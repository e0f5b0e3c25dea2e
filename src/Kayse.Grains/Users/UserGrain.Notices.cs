using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public async Task SignInLockedAsync(ClientDevice device)
    {
        if (State.Email is null)
            return;
        await FinishAsync();
        if (NoticeRules.MayTellOfLock(State, Now))
            await SaveAndFinishAsync(
                WithNotice(State with { LockNoticeAt = Now }, UserNoticeMail.Locked(NewMailId(), State, device, Now))
            );
        await AccountGuard(State.Email).LockToldAsync();
    }

    public async Task NotMeAsync(TokenHash secret)
    {
        if (State.Email is null)
            DeactivateOnIdle();
        var link = NoticeRules.Find(State.NoticeLinks, secret, Now) ?? throw new RefusedException(GeneralErrors.NotFound);
        await FinishAsync();
        if (link.IsUsed)
            return;
        var token = SecretToken.Create(Key, out var hash);
        var reset = new PasswordReset(NewMailId(), hash, Now + UserPasswordRules.ResetLifetime);
        var next = UserPasswordRules.WithPassword(UserTwoFactorRules.WithoutDisowned(State, link), hash: "", mustChange: false);
        await SaveAndFinishAsync(
            next with
            {
                PasswordReset = reset,
                NoticeLinks = NoticeRules.Used(State.NoticeLinks, link),
                Ending = UserRules.Ending(State, exceptSessionId: null, SessionEndReason.Revoked),
                Announcing = [.. State.Announcing, .. UserTwoFactorAudit.Of(Key, State, next, clock)],
                Mails =
                [
                    new MailToHandOver(
                        UserPasswordMail.ResetOfVoid(State, reset, link.Address),
                        mailSecrets.Protect(token),
                        State.PasswordReset?.MailId
                    ),
                ],
            }
        );
    }

    /// <summary>
    /// A state with a notice more to hand over, in which there is a link by which the person says that it wasn't they.
    /// To be stored by <see cref="SaveAndFinishAsync"/>.
    /// </summary>
    private UserState WithNotice(UserState state, OutgoingMail notice, string? replaces = null, DateTimeOffset? secondFactorOf = null)
    {
        var token = SecretToken.Create(Key, out var hash);
        return state with
        {
            NoticeLinks = NoticeRules.With(
                state.NoticeLinks,
                new NoticeLink(hash, notice.To, Now + NoticeRules.Lifetime) { SecondFactorOf = secondFactorOf },
                Now
            ),
            Mails = [.. state.Mails, new MailToHandOver(notice, mailSecrets.Protect(token), replaces)],
        };
    }

    /// <summary>
    /// A state in which the device is known. Who was never signed in on one like it is told, before a session starts on
    /// it; not of their first.
    /// </summary>
    private async Task<UserState> WithDeviceAsync(UserState state, ClientDevice device)
    {
        var next = state with { KnownDevices = KnownDeviceRules.With(state.KnownDevices, device, Now) };
        if (!KnownDeviceRules.IsNews(state.KnownDevices, device))
            return next;
        await SaveAndFinishAsync(WithNotice(next, UserNoticeMail.NewDevice(NewMailId(), state, device, Now)));
        return State;
    }

    private string NewMailId() => $"{EntityId.New(clock)}-notice";

    private ISignInGuardGrain AccountGuard(string email) => GrainFactory.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForAddress(email));
}
