using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Users;

/// <remarks>
/// A list of what can be asked of a person; each method is one of a class that has its feature. What has to follow from
/// a change is stored with it (<see cref="UserStep"/>). A fault ends the activation, and the next one resumes before it
/// serves anybody: so no method finds another's work unfinished.
/// </remarks>
[GrainType("user")]
internal sealed class UserGrain
    : DurableGrain,
        IUserGrain,
        IMembershipsGrain,
        IUserEmailGrain,
        ISignInGrain,
        ISsoSignInGrain,
        ISessionsGrain,
        ICredentialsGrain,
        ITwoFactorGrain,
        IPasskeysGrain,
        IApiKeysGrain,
        IUserDataGrain,
        IRemindable
{
    private const string FreeEmails = "free-emails";
    private const string FactorReset = "factor-reset";
    private static readonly TimeSpan _retry = TimeSpan.FromHours(1);

    private readonly IPersistentState<UserState> _storage;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<UserStep> _pending;
    private readonly UserContext _user;
    private readonly UserParts _parts;

    public UserGrain(
        [PersistentState("user", Storage)] IPersistentState<UserState> storage,
        IServiceProvider services,
        TimeProvider clock
    )
    {
        _storage = storage;
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _pending = new PendingSteps<UserStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(storage, State with { Pending = State.Pending.Without(done) }),
            step => _parts!.Steps.ExecuteAsync(step),
            DeactivateOnIdle
        );
        _user = new UserContext(Key, storage, next => SaveAsync(storage, next), _pending, GrainFactory, clock, DeactivateOnIdle);
        _parts = ActivatorUtilities.CreateInstance<UserParts>(
            services,
            _user,
            (Func<DateTimeOffset?, Task>)(at => RemindAsync(FreeEmails, at)),
            (RemindOfReset)(at => RemindAsync(FactorReset, at)),
            (Func<Task>)ForgetAsync
        );
    }

    private UserState State => _storage.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _pending.ResumeAsync();

    public Task<RegisteredUser> RegisterAsync(RegisterUser command) => _parts.Registration.RegisterAsync(command);

    public Task EraseAsync() => _parts.Registration.EraseAsync();

    public Task<UserView?> GetAsync() => Task.FromResult(State.Email is null ? null : _user.View);

    public Task<UserData?> GetDataAsync() => Task.FromResult(_parts.Profile.Data);

    public Task<UserView> UpdateProfileAsync(UpdateProfile command) => _parts.Profile.UpdateAsync(command);

    public Task<UserView> SetPhotoAsync(byte[] file) => _parts.Profile.SetPhotoAsync(file);

    public Task RemovePhotoAsync() => _parts.Profile.RemovePhotoAsync();

    public Task<UserContact?> GetContactAsync() => Task.FromResult(_parts.Profile.Contact);

    public Task ContactKnownAsync(string companyId, long version) => _parts.Profile.ContactKnownAsync(companyId, version);

    public Task RequestEmailChangeAsync(RequestEmailChange command) => _parts.EmailChanges.RequestAsync(command);

    public Task ConfirmEmailChangeAsync(TokenHash secret) => _parts.EmailChanges.ConfirmAsync(secret);

    public Task UndoEmailChangeAsync(TokenHash secret) => _parts.EmailChanges.UndoAsync(secret);

    public Task VerifyEmailAsync(TokenHash secret) => _parts.EmailVerifications.VerifyAsync(secret);

    public Task VerifyEmailByCodeAsync(string code) => _parts.EmailVerifications.VerifyByCodeAsync(code);

    public Task ResendEmailVerificationAsync(string id) => _parts.EmailVerifications.ResendAsync(id);

    public Task EmailProvedAsync(string email) => _parts.EmailVerifications.EmailProvedAsync(email);

    public Task<bool> IsEmailVerifiedAsync() => Task.FromResult(State.EmailVerifiedAt is not null);

    public Task EnsureMayJoinAsync(string companyId)
    {
        UserRules.EnsureMayJoin(State, companyId);
        return Task.CompletedTask;
    }

    public Task<bool> BelongsElsewhereAsync(string companyId) => Task.FromResult(!UserRules.BelongsTo(State, companyId));

    public Task<UserStanding?> GetStandingAsync() => Task.FromResult(_parts.Memberships.Standing);

    public Task PutMembershipAsync(Membership membership) => _parts.Memberships.PutAsync(membership);

    public Task<UserCompanies> ListCompaniesAsync() => Task.FromResult(_parts.Memberships.Companies);

    public Task SetDefaultCompanyAsync(string companyId) => _parts.Memberships.SetDefaultCompanyAsync(companyId);

    public Task DismissSetupAsync(string companyId) => _parts.Memberships.DismissSetupAsync(companyId);

    public Task<BegunSignIn> SignInAsync(SignIn command) => _parts.SignIns.BeginAsync(command);

    public Task<SignedIn> CompleteSignInAsync(CompleteSignIn command) => _parts.SignIns.CompleteAsync(command);

    public Task<SignedIn> PairAsync(string sessionId, ClientDevice device) => _parts.Pairing.PairAsync(sessionId, device);

    public Task<SignedIn> SignInBySsoAsync(string companyId, SsoSignIn command) => _parts.SsoSignIns.SignInAsync(companyId, command);

    public Task<RenewedSession> StepUpBySsoAsync(string sessionId, VerifiedIdentity identity, DateTimeOffset begunAt) =>
        _parts.SsoSignIns.StepUpAsync(sessionId, identity, begunAt);

    public Task SignInFailedAsync(SignInFailure reason, ClientDevice device) => _parts.SignIns.FailedAsync(reason, device);

    public Task SignInLockedAsync(ClientDevice device) => _parts.Notices.SignInLockedAsync(device);

    public Task<RenewedSession> StepUpAsync(StepUp command) => _parts.Tokens.StepUpAsync(command, _parts.SecondFactors, _parts.Passkeys);

    public Task<RenewedSession> SwitchCompanyAsync(string sessionId, string companyId) =>
        _parts.Tokens.SwitchCompanyAsync(sessionId, companyId);

    public Task<IReadOnlyList<SessionView>> ListSessionsAsync() => _parts.Sessions.ListAsync();

    public Task EndSessionAsync(string sessionId, SessionEndReason reason) => _parts.Sessions.EndAsync(sessionId, reason);

    public Task EndSessionsAsync(string? exceptSessionId, SessionEndReason reason) =>
        _parts.Sessions.EndAllAsync(exceptSessionId, reason);

    public Task EndSessionsInAsync(string companyId, IReadOnlyList<string>? sessionIds, SessionEndReason reason) =>
        _parts.Sessions.EndInAsync(companyId, sessionIds, reason);

    public Task<SessionSettings> GetSessionSettingsAsync(string companyId) => Task.FromResult(_parts.Sessions.SettingsIn(companyId));

    public Task SetIdleTimeoutAsync(TimeSpan idleTimeout) => _parts.Sessions.SetIdleTimeoutAsync(idleTimeout);

    public Task<UserCredential?> GetCredentialAsync() => Task.FromResult(_parts.Credentials.Current);

    public Task<PasswordHistory?> GetPasswordHistoryAsync() => Task.FromResult(_parts.Credentials.History);

    public Task<PasswordHistory> LookUpPasswordResetAsync(TokenHash secret) => Task.FromResult(_parts.Credentials.LookUpReset(secret));

    public Task<RenewedSession?> ChangePasswordAsync(ChangePassword command) => _parts.Credentials.ChangeAsync(command);

    public Task ResetPasswordAsync(ResetPassword command) => _parts.Credentials.ResetAsync(command);

    public Task SetPasswordAsync(SetPassword command) => _parts.Credentials.SetAsync(command);

    public Task SendPasswordResetAsync(SendPasswordReset command) => _parts.Credentials.SendResetAsync(command);

    public Task RehashPasswordAsync(int credentialVersion, string passwordHash) =>
        _parts.Credentials.RehashAsync(credentialVersion, passwordHash);

    public Task NotMeAsync(TokenHash secret) => _parts.Notices.NotMeAsync(secret);

    public Task<TwoFactorView> GetTwoFactorAsync() => Task.FromResult(_parts.SecondFactors.View);

    public Task<TwoFactorSetup> SetUpTwoFactorAsync() => _parts.SecondFactors.SetUpAsync();

    public Task<TwoFactorEnabled> EnableTwoFactorAsync(EnableTwoFactor command) => _parts.SecondFactors.EnableAsync(command);

    public Task<RenewedSession?> DisableTwoFactorAsync(DisableTwoFactor command) => _parts.SecondFactors.DisableAsync(command);

    public Task<IReadOnlyList<string>> RenewBackupCodesAsync() => _parts.SecondFactors.RenewBackupCodesAsync();

    public Task ResetTwoFactorAsync(ResetTwoFactor command) => _parts.FactorResets.ResetAsync(command);

    public Task<bool> CancelTwoFactorResetAsync(bool byAdmin) => _parts.FactorResets.CancelAsync(byAdmin);

    public Task<PasskeyList> ListPasskeysAsync() => Task.FromResult(_parts.Passkeys.List);

    public Task<PasskeyRegistration> BeginPasskeyRegistrationAsync(string sessionId) => _parts.Passkeys.BeginRegistrationAsync(sessionId);

    public Task<AddedPasskey> AddPasskeyAsync(AddPasskey command) => _parts.Passkeys.AddAsync(command);

    public Task<PasskeyView> RenamePasskeyAsync(string passkeyId, string name) => _parts.Passkeys.RenameAsync(passkeyId, name);

    public Task<RenewedSession?> RemovePasskeyAsync(string passkeyId, string sessionId) =>
        _parts.Passkeys.RemoveAsync(passkeyId, sessionId);

    public Task<PasskeyRequest> BeginSecondFactorAsync(TokenHash ticket) => Task.FromResult(_parts.Passkeys.BeginSecondFactor(ticket));

    public Task<PasskeyRequest> BeginStepUpAsync(string sessionId) => Task.FromResult(_parts.Passkeys.BeginStepUp(sessionId));

    public Task<SignedIn> SignInWithPasskeyAsync(SignInWithPasskey command) => _parts.SignIns.ByPasskeyAsync(command);

    public Task DismissPasskeyOfferAsync() => _parts.Passkeys.DismissOfferAsync();

    public Task<string?> FindTrustedDeviceAsync(TokenHash secret) => Task.FromResult(_parts.TrustedDevices.Find(secret));

    public Task<IReadOnlyList<TrustedDeviceView>> ListTrustedDevicesAsync(TokenHash? current) =>
        Task.FromResult(_parts.TrustedDevices.List(current));

    public Task<bool> DistrustDeviceAsync(string deviceId) => _parts.TrustedDevices.RemoveAsync(deviceId);

    public Task<IReadOnlyList<ApiKeyView>> ListApiKeysAsync() => _parts.ApiKeys.ListAsync();

    public Task<IssuedApiKey> CreateApiKeyAsync(Actor actor, string companyId, CreateApiKey command) =>
        _parts.ApiKeys.CreateAsync(actor, companyId, command);

    public Task<IssuedApiKey> RegenerateApiKeyAsync(Actor actor, string keyId) => _parts.ApiKeys.RegenerateAsync(actor, keyId);

    public Task RevokeApiKeyAsync(Actor actor, string keyId) => _parts.ApiKeys.RevokeAsync(actor, keyId);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName is FreeEmails or FactorReset)
        {
            await (reminderName == FreeEmails ? _parts.EmailChanges.FreeExpiredAsync() : _parts.FactorResets.RemindedAsync());
            return;
        }

        await _pending.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    private Task RemindAsync(string reminder, DateTimeOffset? at) =>
        at is { } due ? this.RegisterOrUpdateReminder(reminder, DueIn(due - _user.Now), _retry) : StopReminderAsync(reminder);

    private async Task ForgetAsync()
    {
        await ClearAsync(_storage);
        await StopReminderAsync(PendingReminder.Name);
        await StopReminderAsync(FreeEmails);
        await StopReminderAsync(FactorReset);
    }
}
