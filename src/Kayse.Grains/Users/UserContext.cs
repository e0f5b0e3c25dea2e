using Kayse.Grains.AccessReviews;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Sso;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>What the parts of a user grain share: the person's state, the clock, and the grains below.</summary>
/// <param name="id">The user id.</param>
/// <param name="storage">The state as it is stored.</param>
/// <param name="write">Stores another state.</param>
/// <param name="pending">What has to follow from changes.</param>
/// <param name="grains">The other grains.</param>
/// <param name="clock">The time.</param>
/// <param name="deactivate">Ends this activation after the current call.</param>
internal sealed class UserContext(
    string id,
    IPersistentState<UserState> storage,
    Func<UserState, Task> write,
    PendingSteps<UserStep> pending,
    IGrainFactory grains,
    TimeProvider clock,
    Action deactivate
)
{
    public string Id => id;

    public UserState State => storage.State;

    public UserView View => ProfileRules.ViewOf(id, State, Now);

    public DateTimeOffset Now => clock.GetUtcNow();

    public TimeProvider Clock => clock;

    public IGrainFactory Grains => grains;

    /// <summary>Stores a change with its steps in a single write, and executes these.</summary>
    public Task SaveAsync(UserState next) => pending.SaveAsync(next.Pending, () => write(next));

    /// <summary>Stores steps that clean up after work which is about to begin, without executing them yet.</summary>
    public Task StoreAsync(UserState next) => pending.StoreAsync(next.Pending, () => write(next));

    /// <summary>Executes the steps that are stored.</summary>
    public Task ExecutePendingAsync() => pending.ExecuteAsync();

    /// <summary>Refuses <c>not_found</c> when there is no such person.</summary>
    public void EnsureExists()
    {
        if (State.Email is null)
            throw new RefusedException(GeneralErrors.NotFound);
    }

    /// <summary>Anybody can ask for any id: one that nobody has must not stay in memory.</summary>
    public void LeaveIfNobody()
    {
        if (State.Email is null)
            deactivate();
    }

    public void Leave() => deactivate();

    /// <summary>The membership in a company that would have the person; refuses <c>not_found</c>.</summary>
    public Membership ActiveMembership(string companyId) =>
        UserRules.ActiveMembership(State, companyId) ?? throw new RefusedException(GeneralErrors.NotFound);

    public string NewId() => EntityId.New(clock);

    public IUserSessionGrain Session(string sessionId) => grains.GetGrain<IUserSessionGrain>(sessionId);

    public IApiKeyGrain ApiKey(string keyId) => grains.GetGrain<IApiKeyGrain>(keyId);

    public IEmailAddressGrain Address(string email) => grains.GetGrain<IEmailAddressGrain>(email);

    public IPasskeyGrain Passkey(string key) => grains.GetGrain<IPasskeyGrain>(key);

    public ISsoIdentityGrain SsoIdentity(string key) => grains.GetGrain<ISsoIdentityGrain>(key);

    public IOutboxGrain Outbox(string mailId) => grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId));

    public ICompanySessionsGrain CompanySessions(string companyId) => grains.GetGrain<ICompanySessionsGrain>(companyId);

    public IOffboardingGrain Offboarding(string companyId) => grains.GetGrain<IOffboardingGrain>(OffboardingKeys.Of(companyId, Id));

    public IAccessReviewRecordsGrain AccessReviews(string companyId) => grains.GetGrain<IAccessReviewRecordsGrain>(companyId);

    public ISignInGuardGrain SignInGuard(string email) => grains.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForAddress(email));
}
