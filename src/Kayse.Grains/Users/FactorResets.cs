using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <summary>
/// Resets of second factors that a person has lost. Whether one is due is decided by the clock at each sign-in; the
/// reminder makes it happen also when nobody signs in.
/// </summary>
/// <param name="user">The person.</param>
/// <param name="notices">Tells them.</param>
/// <param name="remindAt">Has the grain call <see cref="ApplyDueAsync"/> at that time; null: not any more.</param>
internal sealed class FactorResets(UserContext user, Notices notices, Func<DateTimeOffset?, Task> remindAt)
{
    public async Task ResetAsync(ResetTwoFactor command)
    {
        user.EnsureExists();
        if (command.Id == user.State.FactorResetId)
            return;
        FactorResetRules.EnsureMayBe(user.State, command.CompanyId);
        var state = user.State with { FactorResetId = command.Id };
        if (FactorResetRules.WaitsUntil(state, user.Now) is not { } at)
        {
            await user.SaveAsync(Applied(state, command.CompanyName));
            return;
        }

        // The reminder first: one without a reset does nothing.
        await remindAt(at);
        var next = FactorResetRules.With(state, new FactorReset(command.CompanyId, command.CompanyName, at));
        var mail = new TwoFactorResetEmail(user.Now, command.CompanyName) { At = at };
        await user.SaveAsync(notices.With(next, MailOf(next, mail, "planned")));
    }

    public async Task<bool> CancelAsync(bool byAdmin)
    {
        if (user.State.FactorReset is not { } reset)
            return false;
        var next = FactorResetRules.With(user.State, reset: null);
        var mail = new TwoFactorResetEmail(user.Now, reset.CompanyName) { IsCancelled = true };
        next = notices.With(next, MailOf(next, mail, "cancelled"));
        if (!byAdmin)
            next = next.Then(UserTwoFactorAudit.Of(user.Id, next, AuditActions.MemberTwoFactorResetCancelled, user.Clock));
        await user.SaveAsync(next);
        await remindAt(null);
        return true;
    }

    /// <summary>Does what is due; without effect when nothing is.</summary>
    public async Task ApplyDueAsync()
    {
        if (user.State.FactorReset is not { } reset || !FactorResetRules.IsDue(user.State, user.Now))
            return;
        await user.SaveAsync(
            FactorResetRules.MayStillBe(user.State, reset)
                ? Applied(user.State, reset.CompanyName)
                : FactorResetRules.With(user.State, reset: null)
        );
        await remindAt(null);
    }

    /// <summary>Does what is due, or comes again when it is.</summary>
    public async Task RemindedAsync()
    {
        await ApplyDueAsync();
        await remindAt(user.State.FactorReset?.At);
    }

    private UserState Applied(UserState state, string companyName)
    {
        var next = FactorResetRules.Applied(state);
        return notices
            .With(next, MailOf(next, new TwoFactorResetEmail(user.Now, companyName), "done"))
            .Then(UserTwoFactorAudit.OfReset(user.Id, next, user.Clock));
    }

    private OutgoingMail MailOf(UserState next, TwoFactorResetEmail email, string what) =>
        new($"{next.FactorResetId}-{what}", next.Email!, next.FullName, email, user.Now + NoticeRules.Lifetime);
}
