using Kayse.Grains.ApiKeys;
using Kayse.Grains.Blobs;
using Kayse.Grains.Directory;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Microsoft.Extensions.Options;

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
        ISessionsGrain,
        ICredentialsGrain,
        ITwoFactorGrain,
        IApiKeysGrain,
        IRemindable
{
    private const string FreeEmails = "free-emails";
    private static readonly TimeSpan _freeEmailsEvery = TimeSpan.FromHours(1);

    private readonly IPersistentState<UserState> _storage;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<UserStep> _pending;
    private readonly UserSteps _steps;
    private readonly UserContext _user;
    private readonly Registration _registration;
    private readonly Profile _profile;
    private readonly EmailChanges _emailChanges;
    private readonly EmailVerifications _emailVerifications;
    private readonly Memberships _memberships;
    private readonly UserSessions _sessions;
    private readonly SessionTokens _tokens;
    private readonly SignIns _signIns;
    private readonly Credentials _credentials;
    private readonly Notices _notices;
    private readonly SecondFactors _secondFactors;
    private readonly TrustedDevices _trustedDevices;
    private readonly ApiKeyRing _apiKeys;

    public UserGrain(
        [PersistentState("user", Storage)] IPersistentState<UserState> storage,
        IOptions<UserSessionOptions> sessionOptions,
        MailSecrets mailSecrets,
        TwoFactorSecrets twoFactorSecrets,
        IPhoneNumberParser phones,
        IBlobStore blobs,
        TimeProvider clock
    )
    {
        var options = sessionOptions.Value;
        _storage = storage;
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _pending = new PendingSteps<UserStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(storage, State with { Pending = State.Pending.Without(done) }),
            step => _steps!.ExecuteAsync(step),
            DeactivateOnIdle
        );
        _user = new UserContext(Key, storage, next => SaveAsync(storage, next), _pending, GrainFactory, clock, DeactivateOnIdle);
        _sessions = new UserSessions(_user, options);
        _apiKeys = new ApiKeyRing(_user);
        _steps = new UserSteps(_user, _sessions, _apiKeys, mailSecrets, blobs);
        _tokens = new SessionTokens(_user, _steps, _sessions, options);
        _notices = new Notices(_user, mailSecrets);
        _secondFactors = new SecondFactors(_user, _tokens, _notices, twoFactorSecrets);
        _trustedDevices = new TrustedDevices(_user);
        _signIns = new SignIns(_user, _sessions, _secondFactors, _trustedDevices, _notices, options);
        _credentials = new Credentials(_user, _sessions, _tokens, _notices, mailSecrets);
        _emailVerifications = new EmailVerifications(_user, mailSecrets);
        _emailChanges = new EmailChanges(_user, mailSecrets, RemindOfExpiryAsync);
        _memberships = new Memberships(_user, _sessions, _apiKeys);
        _profile = new Profile(_user, phones, blobs);
        _registration = new Registration(_user, _emailVerifications, ForgetAsync);
    }

    private UserState State => _storage.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _pending.ResumeAsync();

    public Task<RegisteredUser> RegisterAsync(RegisterUser command) => _registration.RegisterAsync(command);

    public Task EraseAsync() => _registration.EraseAsync();

    public Task<UserView?> GetAsync() => Task.FromResult(State.Email is null ? null : _user.View);

    public Task<UserView> UpdateProfileAsync(UpdateProfile command) => _profile.UpdateAsync(command);

    public Task<UserView> SetPhotoAsync(byte[] file) => _profile.SetPhotoAsync(file);

    public Task RemovePhotoAsync() => _profile.RemovePhotoAsync();

    public Task<UserContact?> GetContactAsync() => Task.FromResult(_profile.Contact);

    public Task ContactKnownAsync(string companyId, long version) => _profile.ContactKnownAsync(companyId, version);

    public Task RequestEmailChangeAsync(RequestEmailChange command) => _emailChanges.RequestAsync(command);

    public Task ConfirmEmailChangeAsync(TokenHash secret) => _emailChanges.ConfirmAsync(secret);

    public Task UndoEmailChangeAsync(TokenHash secret) => _emailChanges.UndoAsync(secret);

    public Task VerifyEmailAsync(TokenHash secret) => _emailVerifications.VerifyAsync(secret);

    public Task VerifyEmailByCodeAsync(string code) => _emailVerifications.VerifyByCodeAsync(code);

    public Task ResendEmailVerificationAsync(string id) => _emailVerifications.ResendAsync(id);

    public Task EmailProvedAsync(string email) => _emailVerifications.EmailProvedAsync(email);

    public Task<bool> IsEmailVerifiedAsync() => Task.FromResult(State.EmailVerifiedAt is not null);

    public Task EnsureMayJoinAsync(string companyId)
    {
        UserRules.EnsureMayJoin(State, companyId);
        return Task.CompletedTask;
    }

    public Task<bool> BelongsElsewhereAsync(string companyId) => Task.FromResult(!UserRules.BelongsTo(State, companyId));

    public Task<UserStanding?> GetStandingAsync() => Task.FromResult(_memberships.Standing);

    public Task PutMembershipAsync(Membership membership) => _memberships.PutAsync(membership);

    public Task<UserCompanies> ListCompaniesAsync() => Task.FromResult(_memberships.Companies);

    public Task SetDefaultCompanyAsync(string companyId) => _memberships.SetDefaultCompanyAsync(companyId);

    public Task DismissSetupAsync(string companyId) => _memberships.DismissSetupAsync(companyId);

    public Task<BegunSignIn> SignInAsync(SignIn command) => _signIns.BeginAsync(command);

    public Task<SignedIn> CompleteSignInAsync(CompleteSignIn command) => _signIns.CompleteAsync(command);

    public Task SignInFailedAsync(SignInFailure reason, ClientDevice device) => _signIns.FailedAsync(reason, device);

    public Task SignInLockedAsync(ClientDevice device) => _notices.SignInLockedAsync(device);

    public Task<RenewedSession> StepUpAsync(StepUp command) => _tokens.StepUpAsync(command, _secondFactors);

    public Task<RenewedSession> SwitchCompanyAsync(string sessionId, string companyId) =>
        _tokens.SwitchCompanyAsync(sessionId, companyId);

    public Task<IReadOnlyList<SessionView>> ListSessionsAsync() => _sessions.ListAsync();

    public Task EndSessionAsync(string sessionId, SessionEndReason reason) => _sessions.EndAsync(sessionId, reason);

    public Task EndSessionsAsync(string? exceptSessionId, SessionEndReason reason) => _sessions.EndAllAsync(exceptSessionId, reason);

    public Task EndSessionsInAsync(string companyId, IReadOnlyList<string>? sessionIds, SessionEndReason reason) =>
        _sessions.EndInAsync(companyId, sessionIds, reason);

    public Task<SessionSettings> GetSessionSettingsAsync(string companyId) => Task.FromResult(_sessions.SettingsIn(companyId));

    public Task SetIdleTimeoutAsync(TimeSpan idleTimeout) => _sessions.SetIdleTimeoutAsync(idleTimeout);

    public Task<UserCredential?> GetCredentialAsync() => Task.FromResult(_credentials.Current);

    public Task<PasswordHistory?> GetPasswordHistoryAsync() => Task.FromResult(_credentials.History);

    public Task<PasswordHistory> LookUpPasswordResetAsync(TokenHash secret) => Task.FromResult(_credentials.LookUpReset(secret));

    public Task<RenewedSession?> ChangePasswordAsync(ChangePassword command) => _credentials.ChangeAsync(command);

    public Task ResetPasswordAsync(ResetPassword command) => _credentials.ResetAsync(command);

    public Task SetPasswordAsync(SetPassword command) => _credentials.SetAsync(command);

    public Task SendPasswordResetAsync(SendPasswordReset command) => _credentials.SendResetAsync(command);

    public Task RehashPasswordAsync(int credentialVersion, string passwordHash) =>
        _credentials.RehashAsync(credentialVersion, passwordHash);

    public Task NotMeAsync(TokenHash secret) => _notices.NotMeAsync(secret);

    public Task<TwoFactorView> GetTwoFactorAsync() => Task.FromResult(_secondFactors.View);

    public Task<TwoFactorSetup> SetUpTwoFactorAsync() => _secondFactors.SetUpAsync();

    public Task<TwoFactorEnabled> EnableTwoFactorAsync(EnableTwoFactor command) => _secondFactors.EnableAsync(command);

    public Task<RenewedSession?> DisableTwoFactorAsync(DisableTwoFactor command) => _secondFactors.DisableAsync(command);

    public Task<IReadOnlyList<string>> RenewBackupCodesAsync() => _secondFactors.RenewBackupCodesAsync();

    public Task<string?> FindTrustedDeviceAsync(TokenHash secret) => Task.FromResult(_trustedDevices.Find(secret));

    public Task<IReadOnlyList<TrustedDeviceView>> ListTrustedDevicesAsync(TokenHash? current) =>
        Task.FromResult(_trustedDevices.List(current));

    public Task<bool> DistrustDeviceAsync(string deviceId) => _trustedDevices.RemoveAsync(deviceId);

    public Task<IReadOnlyList<ApiKeyView>> ListApiKeysAsync() => _apiKeys.ListAsync();

    public Task<IssuedApiKey> CreateApiKeyAsync(Actor actor, string companyId, CreateApiKey command) =>
        _apiKeys.CreateAsync(actor, companyId, command);

    public Task<IssuedApiKey> RegenerateApiKeyAsync(Actor actor, string keyId) => _apiKeys.RegenerateAsync(actor, keyId);

    public Task RevokeApiKeyAsync(Actor actor, string keyId) => _apiKeys.RevokeAsync(actor, keyId);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName == FreeEmails)
        {
            await _emailChanges.FreeExpiredAsync();
            return;
        }

        await _pending.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    private Task RemindOfExpiryAsync(DateTimeOffset? at) =>
        at is { } due
            ? this.RegisterOrUpdateReminder(FreeEmails, DueIn(due - _user.Now), _freeEmailsEvery)
            : StopReminderAsync(FreeEmails);

    private async Task ForgetAsync()
    {
        await ClearAsync(_storage);
        await StopReminderAsync(PendingReminder.Name);
        await StopReminderAsync(FreeEmails);
    }
}
