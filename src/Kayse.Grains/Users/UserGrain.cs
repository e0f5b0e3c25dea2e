using Kayse.Grains.Blobs;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.TwoFactor;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Users;

[GrainType("user")]
internal sealed partial class UserGrain(
    [PersistentState("user", DurableGrain.Storage)] IPersistentState<UserState> storage,
    IOptions<UserSessionOptions> sessionOptions,
    MailSecrets mailSecrets,
    IPhoneNumberParser phones,
    TwoFactorSecrets twoFactorSecrets,
    IBlobStore blobs,
    TimeProvider clock
) : DurableGrain, IUserGrain, IRemindable
{
    private const string FinishEnding = "finish-ending";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(1);

    private UserState State => storage.State;

    private UserView View =>
        new(Key, State.FullName, State.Email!, State.PhoneNumber, State.TimeZone)
        {
            Language = State.Language,
            Version = State.ProfileVersion,
            Photo = State.Photo,
            PendingEmail = EmailChangeRules.Pending(State, Now),
            EmailVerified = State.EmailVerifiedAt is not null,
        };

    public override Task OnActivateAsync(CancellationToken cancellationToken) => FinishAsync();

    public async Task RegisterAsync(RegisterUser command)
    {
        if (State.Email is not null)
        {
            await TakeOverAsync(command);
            return;
        }

        if (await Address(command.Email).ClaimAsync(Key) != Key)
            throw new RefusedException(UserErrors.EmailTaken);
        var registered = new UserState
        {
            Email = command.Email,
            EmailVerifiedAt = command.Address == AddressProof.Given ? Now : null,
            FullName = command.FullName,
            PhoneNumber = command.PhoneNumber,
            TimeZone = command.TimeZone,
            PasswordHash = command.PasswordHash,
            CredentialVersion = UserCredential.FirstVersion,
            MustChangePassword = command.MustChangePassword,
            CreatedAt = clock.GetUtcNow(),
        };
        if (command.Address == AddressProof.Mailed && await WithVerificationAsync(registered) is { } asked)
            await SaveAndFinishAsync(asked);
        else
            await SaveAsync(storage, registered);
    }

    public Task<UserView?> GetAsync() => Task.FromResult(State.Email is null ? null : View);

    public Task EnsureMayJoinAsync(string companyId)
    {
        UserRules.EnsureMayJoin(State, companyId);
        return Task.CompletedTask;
    }

    public Task<UserStanding?> GetStandingAsync()
    {
        var memberships = ActiveMemberships();
        return Task.FromResult(
            State.Email is null
                ? null
                : new UserStanding(
                    State.EmailVerifiedAt is not null,
                    memberships.Any(membership => membership.Role >= Role.Admin),
                    [.. memberships.Select(membership => membership.CompanyId)]
                )
        );
    }

    public Task<UserCredential?> GetCredentialAsync() =>
        Task.FromResult(
            State.Email is null
                ? null
                : new UserCredential(State.PasswordHash, State.CredentialVersion)
                {
                    MustChange = State.MustChangePassword,
                    HasSecondFactor = State.SecondFactor is not null,
                }
        );

    public async Task PutMembershipAsync(Membership membership)
    {
        if (State.Email is null || UserRules.Merge(State.Memberships, membership) is not { } memberships)
            return;
        var next = UserPasswordRules.WithMemberships(State, memberships);
        var untold = ProfileRules.Untold(State, membership);
        if (untold.Count > State.UntoldCompanyIds.Count)
            await WillFinishAsync();
        await SaveAsync(
            storage,
            next with
            {
                FormerCompanyIds = UserRules.FormerCompanies(State, membership),
                UntoldCompanyIds = untold,
            }
        );
        await TellCompaniesAsync();
        // What one company says concerns the sessions that act in it: anybody can found a company, and add admins of
        // others to it.
        var concerned = (await LiveSessionsAsync()).Where(session => session.CompanyId == membership.CompanyId);
        await Task.WhenAll(concerned.Select(session => BringUpToDateAsync(session, membership)));
        await PushToApiKeysAsync(membership);
    }

    public async Task<IReadOnlyList<SessionView>> ListSessionsAsync() =>
        [.. (await LiveSessionsAsync()).OrderByDescending(session => session.LastActiveAt)];

    public async Task EndSessionAsync(string sessionId, SessionEndReason reason)
    {
        if (!State.SessionIds.Contains(sessionId, StringComparer.Ordinal) || await Session(sessionId).GetAsync() is null)
            throw new RefusedException(GeneralErrors.NotFound);
        await Session(sessionId).EndAsync(reason);
        await SaveAsync(storage, State with { SessionIds = [.. State.SessionIds.Where(id => id != sessionId)] });
    }

    public async Task EndSessionsAsync(string? exceptSessionId, SessionEndReason reason)
    {
        // What an earlier one began and could not finish was to end sessions that this one may be to keep.
        await FinishAsync();
        if (UserRules.Ending(State, exceptSessionId, reason) is { } ending)
            await SaveAndFinishAsync(State with { Ending = ending });
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName == FreeEmails)
        {
            await FreeEmailsAsync();
            return;
        }

        await FinishAsync();
        await StopFinishingAsync();
    }

    private async Task FinishEndingAsync()
    {
        if (State.Ending is not { } ending)
            return;
        await Task.WhenAll(ending.SessionIds.Select(id => Session(id).EndAsync(ending.Reason)));
        await SaveAsync(
            storage,
            State with
            {
                SessionIds = [.. State.SessionIds.Except(ending.SessionIds, StringComparer.Ordinal)],
                Ending = null,
            }
        );
    }

    // Sessions end by themselves without telling anybody, so the list is swept now and then; a person with too many
    // live ones loses the one idle longest.
    private async Task<IReadOnlyList<string>> WithRoomForOneAsync()
    {
        if (
            State.SessionIds.Count == 0
            || (State.SessionIds.Count % UserRules.SweepEvery != 0 && State.SessionIds.Count < sessionOptions.Value.MaxPerPerson)
        )
            return State.SessionIds;
        var live = (await LiveSessionsAsync()).OrderByDescending(session => session.LastActiveAt).ToList();
        foreach (var surplus in live.Skip(sessionOptions.Value.MaxPerPerson - 1))
            await Session(surplus.Id).EndAsync(SessionEndReason.Revoked);
        return [.. live.Take(sessionOptions.Value.MaxPerPerson - 1).Select(session => session.Id)];
    }

    private async Task<IEnumerable<SessionView>> LiveSessionsAsync() =>
        (await Task.WhenAll(State.SessionIds.Select(id => Session(id).GetAsync()))).OfType<SessionView>();

    private Task BringUpToDateAsync(SessionView session, Membership changed) =>
        UserRules.ActiveMembership(State, session.CompanyId) is null
            ? Session(session.Id).EndAsync(changed.Removed ? SessionEndReason.Removed : SessionEndReason.Deactivated)
            : BringUpToDateAsync(session);

    // One in a company that would not have them is ended by the company's news of that.
    private Task BringUpToDateAsync(SessionView session) =>
        UserRules.ActiveMembership(State, session.CompanyId) is { } membership
            ? Session(session.Id).SetPrincipalAsync(UserRules.PrincipalOf(Key, State, membership), UserRules.LimitsOf(State, membership))
            : Task.CompletedTask;

    private IReadOnlyList<Membership> ActiveMemberships() => [.. UserRules.ActiveMemberships(State)];

    private IUserSessionGrain Session(string id) => GrainFactory.GetGrain<IUserSessionGrain>(id);
}
