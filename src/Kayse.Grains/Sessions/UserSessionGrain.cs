using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;

namespace Kayse.Grains.Sessions;

/// <remarks>
/// Placed on the silo that is asked first: behind a load balancer that sends a token's requests to one host, that is
/// where it is asked again.
/// </remarks>
[GrainType("user-session"), PreferLocalPlacement]
internal sealed class UserSessionGrain(
    [PersistentState("user-session", DurableGrain.Storage)] IPersistentState<UserSessionState> storage,
    IOptions<UserSessionOptions> options,
    LiveSessions sessions,
    ActiveSilos silos,
    TimeProvider clock,
    ILogger<UserSessionGrain> logger
) : DurableGrain, IUserSessionGrain, IRemindable
{
    private const string Timeout = "timeout";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(5);

    // What requests look at; null unless the session is live.
    private LiveSessionEntry? _live;

    private UserSessionState State => storage.State;

    private DateTime LastActive => _live?.Last ?? State.LastActiveAt;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private ISessionUsesGrain Uses => GrainFactory.GetGrain<ISessionUsesGrain>(SessionUsesRules.ShardOf(Key));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (State is not { Principal: not null, EndedAt: null })
            return;
        storage.State = UserSessionRules.Shared(State);
        Publish(await Uses.LastUseAsync(Key) is { } used && used > State.LastActiveAt ? used : State.LastActiveAt);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_live is not { } live)
            return;
        // First of all: whoever activates it next must be the only one to answer for it.
        sessions.Withdraw(live);
        try
        {
            if (reason.ReasonCode == DeactivationReasonCode.ActivationIdle && live.Last > State.LastActiveAt)
                await KeepLastUseAsync(live);
            else if (live.IsUnstored && reason.ReasonCode != DeactivationReasonCode.ShuttingDown) // Then the silo stores all of them at once.
                await Uses.NoteAsync([live.UseOf(State)]);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Session {SessionId} could not store its last use.", Key);
        }
    }

    public async Task<DateTimeOffset> StartAsync(StartSession command)
    {
        if (State.Principal is null)
        {
            var next = UserSessionRules.Start(command, options.Value, Now);
            // The reminder first: one without a session ends itself, a session without one would stay for ever.
            await RemindAtAsync(UserSessionRules.ExpiresAt(next, next.LastActiveAt));
            await SaveAsync(next);
            LeaveToWhoAsks();
        }

        return new DateTimeOffset(UserSessionRules.ExpiresAt(State, LastActive));
    }

    public async Task<SessionTerm?> RenewAsync(RenewSession command)
    {
        if (State.Principal is not { } before || UserSessionRules.EndOf(State, LastActive, Now) is not null)
            return null;
        await SaveAsync(UserSessionRules.Renewed(State, command, options.Value) with { LastActiveAt = LastActive });
        if (State.Principal!.CompanyId != before.CompanyId)
            await CompanySessions(before).EndedAsync(Key, new DateTimeOffset(LastActive));
        return UserSessionRules.TermOf(State, LastActive);
    }

    public ValueTask<SessionCheck> CheckAsync(TokenHash secret)
    {
        if (_live?.TryCheck(secret, Now, out var check) == true)
            return new(check);
        if (State.Principal is null)
            DeactivateOnIdle(); // Anybody can ask for any id: one that nobody has must not stay in memory.
        return State.TokenHash.Matches(secret) ? new(new SessionCheck(null, default, State.EndReason)) : default;
    }

    public Task<SessionView?> GetAsync()
    {
        if (State.Principal is not { } principal || UserSessionRules.EndOf(State, LastActive, Now) is not null)
            return Task.FromResult<SessionView?>(null);
        LeaveToWhoAsks();
        return Task.FromResult<SessionView?>(View(principal));
    }

    public async Task EndAsync(SessionEndReason reason)
    {
        if (State.Principal is not null && UserSessionRules.EndOf(State, LastActive, Now) is null)
            await SaveEndAsync(Now, reason);
    }

    public async Task SetPrincipalAsync(SessionPrincipal principal, SessionLimits limits)
    {
        if (State.Principal is null || UserSessionRules.EndOf(State, LastActive, Now) is not null)
            return;
        var next = UserSessionRules.Limited(State, options.Value, limits);
        await SaveAsync(next with { Principal = UserSessionRules.Shared(principal), LastActiveAt = LastActive });
        LeaveToWhoAsks();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (State.Principal is null)
        {
            await StopReminderAsync(Timeout);
            DeactivateOnIdle();
            return;
        }

        if (State.EndedAt is null && UserSessionRules.EndOf(State, LastActive, Now) is { } reason)
            await SaveEndAsync(UserSessionRules.ExpiresAt(State, LastActive), reason);

        var next = State.EndedAt + UserSessionRules.EndedKept ?? UserSessionRules.ExpiresAt(State, LastActive);
        if (next > Now)
        {
            await RemindAtAsync(next);
            LeaveToWhoAsks();
            return;
        }

        await ClearAsync(storage);
        await StopReminderAsync(Timeout);
        DeactivateOnIdle();
    }

    private SessionView View(SessionPrincipal principal) =>
        new(
            Key,
            principal.CompanyId,
            State.Device,
            new DateTimeOffset(State.StartedAt),
            new DateTimeOffset(LastActive),
            new DateTimeOffset(UserSessionRules.ExpiresAt(State, LastActive)),
            State.RememberMe
        )
        {
            IsProved = State.ProvedAt != default,
        };

    private async Task SaveEndAsync(DateTime at, SessionEndReason reason)
    {
        await SaveAsync(State with { EndedAt = at, EndReason = reason, LastActiveAt = LastActive });
        await CompanySessions(State.Principal!).EndedAsync(Key, new DateTimeOffset(LastActive));
    }

    // Requests see what is stored, and nothing of a session that could not be: this activation ends then.
    private async Task SaveAsync(UserSessionState next)
    {
        try
        {
            await SaveAsync(storage, next);
        }
        catch
        {
            Withdraw();
            throw;
        }

        if (next.EndedAt is not null)
            Withdraw();
        else if (_live is not null)
            _live.State = next;
        else
            Publish(next.LastActiveAt);
    }

    // Whoever gives it commands isn't who will ask for it: in a cluster it leaves, to be activated by the next request,
    // where that arrives.
    private void LeaveToWhoAsks()
    {
        if (_live?.IsUsed != true && silos.AreSeveral)
            DeactivateOnIdle();
    }

    private void Publish(DateTime lastUse)
    {
        _live = new LiveSessionEntry(Key, GrainContext, State, lastUse);
        sessions.Add(_live);
    }

    private void Withdraw()
    {
        if (_live is not null)
            sessions.Withdraw(_live);
        _live = null;
    }

    // A session that nobody uses takes nothing in memory: its last use moves from the shard into its own state.
    private async Task KeepLastUseAsync(LiveSessionEntry live)
    {
        await SaveAsync(storage, State with { LastActiveAt = live.Last });
        await Uses.ForgetAsync(Key, live.Last);
    }

    private ICompanySessionsGrain CompanySessions(SessionPrincipal principal) =>
        GrainFactory.GetGrain<ICompanySessionsGrain>(principal.CompanyId);

    private Task<IGrainReminder> RemindAtAsync(DateTime at) => this.RegisterOrUpdateReminder(Timeout, DueIn(at - Now), _retry);
}
