using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public Task<bool> BelongsElsewhereAsync(string companyId) => Task.FromResult(!UserRules.BelongsTo(State, companyId));

    // Each step may be repeated, and who erases repeats it until the last, which forgets what there is to erase.
    public async Task EraseAsync()
    {
        if (State.Email is not { } email)
            return;
        if (State.Memberships.Count > 0)
            throw new RefusedException(MemberErrors.Elsewhere);
        await FinishAsync();
        await Task.WhenAll(State.SessionIds.Select(id => Session(id).EndAsync(SessionEndReason.Removed)));
        await Task.WhenAll(State.ApiKeys.Select(key => ApiKey(key.Id).RevokeAsync(actor: null)));
        if (State.PasswordReset is { } reset)
            await Outbox(reset.MailId).WithdrawAsync(reset.MailId);
        await Task.WhenAll(State.FormerCompanyIds.Select(companyId => GrainFactory.GetGrain<IAuditLogGrain>(companyId).EraseAsync(Key)));
        await Task.WhenAll(State.FormerCompanyIds.Select(companyId => CompanySessions(companyId).EraseAsync(Key)));
        await AccountGuard(email).ClearAsync();
        if (State.EmailVerification is { } verification)
            await Outbox(verification.MailId).WithdrawAsync(verification.MailId);
        if (State.EmailChange is { } change)
            await Outbox(change.MailId).WithdrawAsync(change.MailId);
        if (State.Photo is { } photo)
            await DeletePhotoAsync(photo);
        await Task.WhenAll(
            State.FormerEmails.Select(former => former.Email).Append(email).Select(address => Address(address).ReleaseAsync(Key))
        );
        await ClearAsync(storage);
        await StopReminderAsync(FinishEnding);
        await StopReminderAsync(FreeEmails);
        DeactivateOnIdle();
    }
}
