using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Sessions;

[GrainType("user-session")]
internal sealed class UserSessionGrain(
    [PersistentState("user-session", DurableGrain.Storage)] IPersistentState<UserSessionState> storage,
    IOptions<UserSessionOptions> options,
    TimeProvider clock,
    ILogger<UserSessionGrain> logger) : DurableGrain, IUserSessionGrain, IRemindable
{
    private const string Timeout = "timeout";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(5);

    private DateTime _lastActive;
    private Task? _savingLastActive;

    private UserSessionState State => storage.State;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        storage.State = UserSessionRules.Shared(State);
        _lastActive = State.LastActiveAt;
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_savingLastActive is { } saving)
            await saving;
        if (State is { Principal: not null, EndedAt: null } && _lastActive > State.LastActiveAt)
            await SaveLastActiveAsync();
    }

    public async Task<DateTimeOffset> StartAsync(StartSession command)
    {
        if (State.Principal is null)
        {
            var next = UserSessionRules.Start(command, options.Value, Now);
            _lastActive = next.LastActiveAt;
            // The reminder first: one without a session ends itself, a session without one would stay for ever.
            await RemindAtAsync(UserSessionRules.ExpiresAt(next, _lastActive));
            await SaveAsync(storage, next);
        }

        return new DateTimeOffset(UserSessionRules.ExpiresAt(State, _lastActive));
    }

    public Task<SessionTerm?> ReplaceTokenAsync(TokenHash tokenHash, SessionRestriction restriction, SessionPrincipal? principal, SessionLimits? limits)
        => RenewAsync(new RenewSession(tokenHash) { Restriction = restriction, Principal = principal, Limits = limits });

    public async Task<SessionTerm?> RenewAsync(RenewSession command)
    {
        await LastActiveSavedAsync();
        if (State.Principal is not { } before || UserSessionRules.EndOf(State, _lastActive, Now) is not null)
            return null;
        await SaveAsync(storage, UserSessionRules.Renewed(State, command, options.Value) with { LastActiveAt = _lastActive });
        if (!string.Equals(State.Principal!.CompanyId, before.CompanyId, StringComparison.Ordinal))
            await CompanySessions(before).EndedAsync(Key, new DateTimeOffset(_lastActive));
        return UserSessionRules.TermOf(State, _lastActive);
    }

    public ValueTask<SessionCheck> CheckAsync(TokenHash secret)
    {
        if (!State.TokenHash.Matches(secret))
            return Unknown();
        var now = Now;
        if (UserSessionRules.EndOf(State, _lastActive, now) is { } ended)
            return new(new SessionCheck(null, default, ended));
        Touch(now);
        var principal = UserSessionRules.PrincipalAt(State.Principal!, now);
        return new(new SessionCheck(principal, new DateTimeOffset(UserSessionRules.ExpiresAt(State, now)), null) { ProvedAt = State.ProvedAt });
    }

    public Task<SessionView?> GetAsync()
    {
        if (State.Principal is not { } principal || UserSessionRules.EndOf(State, _lastActive, Now) is not null)
            return Task.FromResult<SessionView?>(null);
        return Task.FromResult<SessionView?>(View(principal));
    }

    public async Task EndAsync(SessionEndReason reason)
    {
        await LastActiveSavedAsync();
        if (State.Principal is not null && UserSessionRules.EndOf(State, _lastActive, Now) is null)
            await SaveEndAsync(Now, reason);
    }

    public async Task SetPrincipalAsync(SessionPrincipal principal, SessionLimits limits)
    {
        await LastActiveSavedAsync();
        if (State.Principal is null || UserSessionRules.EndOf(State, _lastActive, Now) is not null)
            return;
        var next = UserSessionRules.Limited(State, options.Value, limits);
        await SaveAsync(storage, next with { Principal = UserSessionRules.Shared(principal), LastActiveAt = _lastActive });
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await LastActiveSavedAsync();
        if (State.Principal is null)
        {
            await StopReminderAsync(Timeout);
            DeactivateOnIdle();
            return;
        }

        if (State.EndedAt is null && UserSessionRules.EndOf(State, _lastActive, Now) is { } reason)
            await SaveEndAsync(UserSessionRules.ExpiresAt(State, _lastActive), reason);

        var next = State.EndedAt + UserSessionRules.EndedKept ?? UserSessionRules.ExpiresAt(State, _lastActive);
        if (next > Now)
        {
            await RemindAtAsync(next);
            return;
        }

        await ClearAsync(storage);
        await StopReminderAsync(Timeout);
        DeactivateOnIdle();
    }

    private SessionView View(SessionPrincipal principal) => new(
        Key,
        principal.CompanyId,
        State.Device,
        new DateTimeOffset(State.StartedAt),
        new DateTimeOffset(_lastActive),
        new DateTimeOffset(UserSessionRules.ExpiresAt(State, _lastActive)),
        State.RememberMe);

    private async Task SaveEndAsync(DateTime at, SessionEndReason reason)
    {
        await SaveAsync(storage, State with { EndedAt = at, EndReason = reason, LastActiveAt = _lastActive });
        await CompanySessions(State.Principal!).EndedAsync(Key, new DateTimeOffset(_lastActive));
    }

    // Anybody can ask for any id: one that nobody has must not stay in memory.
    private ValueTask<SessionCheck> Unknown()
    {
        if (State.Principal is null)
            DeactivateOnIdle();
        return default;
    }

    private void Touch(DateTime now)
    {
        _lastActive = now;
        if (_savingLastActive is null && now - State.LastActiveAt >= UserSessionRules.SaveLastActiveAfter(State))
        {
            var saving = SaveAndTellLastActiveAsync();
            _savingLastActive = saving.IsCompleted ? null : saving;
        }
    }

    private async Task SaveAndTellLastActiveAsync()
    {
        try
        {
            await SaveLastActiveAsync();
            await CompanySessions(State.Principal!).UsedAsync(Key, new DateTimeOffset(_lastActive));
        }
        finally
        {
            _savingLastActive = null;
        }
    }

    private async Task SaveLastActiveAsync()
    {
        try
        {
            await SaveAsync(storage, State with { LastActiveAt = _lastActive });
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Session {SessionId} could not save its last use.", Key);
        }
    }

    private Task LastActiveSavedAsync() => _savingLastActive ?? Task.CompletedTask;

    private ICompanySessionsGrain CompanySessions(SessionPrincipal principal) => GrainFactory.GetGrain<ICompanySessionsGrain>(principal.CompanyId);

    private Task<IGrainReminder> RemindAtAsync(DateTime at) => this.RegisterOrUpdateReminder(Timeout, DueIn(at - Now), _retry);
}
