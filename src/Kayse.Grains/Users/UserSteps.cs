using Kayse.Grains.Audit;
using Kayse.Grains.Blobs;
using Kayse.Grains.Companies;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.State;

namespace Kayse.Grains.Users;

/// <summary>Executes the steps that follow from changes of a person. Each may be executed again.</summary>
internal sealed class UserSteps(UserContext user, UserSessions sessions, ApiKeyRing apiKeys, MailSecrets secrets, IBlobStore blobs)
{
    /// <summary>How long the session lasts whose token was renewed last; null when it was not live.</summary>
    public SessionTerm? Renewed { get; private set; }

    public async Task<StepResult> ExecuteAsync(UserStep step)
    {
        switch (step)
        {
            case EndSessions ending:
                await Task.WhenAll(ending.SessionIds.Select(id => user.Session(id).EndAsync(ending.Reason)));
                break;
            case RevokeApiKeys revoking:
                await Task.WhenAll(revoking.KeyIds.Select(id => user.ApiKey(id).RevokeAsync(actor: null)));
                break;
            case RefreshSessions:
                await sessions.RefreshAsync();
                break;
            case RefreshApiKeys:
                await apiKeys.RefreshAsync();
                break;
            case SyncEmailAddress(var email):
                await SyncAsync(email);
                break;
            case SyncPasskey(var key):
                await SyncPasskeyAsync(key);
                break;
            case SyncSsoIdentity(var key):
                await SyncIdentityAsync(key);
                break;
            case TellBreakGlass(var companyId, var at):
                await user.Grains.GetGrain<ISsoNewsGrain>(companyId).BreakGlassUsedAsync(user.Id, at);
                break;
            case DeletePhoto(var name) when name != user.State.Photo:
                await blobs.DeleteAsync(PhotoName.BlobKey(name), CancellationToken.None);
                break;
            case NotifyCompany(var companyId, _):
                await user.Grains.GetGrain<ICompanyNewsGrain>(companyId).ContactChangedAsync(user.Id);
                return StepResult.Waiting; // It is one-way and may get lost.
            case RenewToken renewal:
                Renewed = await RenewAsync(renewal);
                break;
            case UnlockSignIn(var email):
                await user.SignInGuard(email).ClearAsync();
                break;
            case SendMail mail:
                await SendAsync(mail);
                break;
            case AppendAudit(var record):
                await user.Grains.GetGrain<IAuditLogGrain>(record.CompanyId).AppendAsync([record]);
                break;
        }

        return StepResult.Done;
    }

    private Task SyncAsync(string email)
    {
        var address = user.Address(email);
        if (email == user.State.Email)
            return address.ClaimAsync(user.Id);
        var isKept = user.State.FormerEmails.Any(former => former.Email == email);
        return isKept ? address.KeepAsync(user.Id) : address.ReleaseAsync(user.Id);
    }

    private Task SyncPasskeyAsync(string key)
    {
        var passkey = user.Passkey(key);
        var isTheirs = user.State.Passkeys.Any(held => PasskeyKeys.Of(held.CredentialId) == key);
        return isTheirs ? passkey.ClaimAsync(user.Id) : passkey.ReleaseAsync(user.Id);
    }

    private Task SyncIdentityAsync(string key)
    {
        var identity = user.SsoIdentity(key);
        var isTheirs = user.State.SsoIdentities.Any(held => held.Key == key);
        return isTheirs ? identity.ClaimAsync(user.Id) : identity.ReleaseAsync(user.Id);
    }

    // Who the session acts as may have changed as well: with a second factor it has nothing to wait for.
    private async Task<SessionTerm?> RenewAsync(RenewToken renewal)
    {
        var session = user.Session(renewal.SessionId);
        var membership = await session.GetAsync() is { } view ? UserRules.ActiveMembership(user.State, view.CompanyId) : null;
        return await session.RenewAsync(
            new RenewSession(renewal.TokenHash)
            {
                Principal = membership is null ? null : UserRules.PrincipalOf(user.Id, user.State, membership),
                Restriction = UserPasswordRules.RestrictionOf(user.State),
                ProvedAt = renewal.ProvedAt,
                SecondFactorProved = renewal.SecondFactorProved,
            }
        );
    }

    private async Task SendAsync(SendMail step)
    {
        if (step.Replaces is { } replaced)
            await user.Outbox(replaced).WithdrawAsync(replaced);
        var secret = step.ProtectedSecret is { } hidden ? secrets.Unprotect(hidden) : null;
        // When the keys are lost the link is too: the person asks for another.
        if (secret is not null || step.ProtectedSecret is null)
            await user.Outbox(step.Mail.Id).EnqueueAsync(step.Mail with { Company = OnlyCompany }, secret);
    }

    // To who works in one company, Kayse is its; to who works in several, mails about their account are no company's.
    private MailCompany? OnlyCompany =>
        user.State.Memberships is [{ Status: MemberStatus.Active } only] ? new MailCompany(only.CompanyId, only.CompanyName) : null;
}
