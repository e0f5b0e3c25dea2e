using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;
using Orleans.Runtime.Placement;
using Orleans.Storage;

namespace Kayse.Grains.Sessions;

/// <remarks>
/// Placed on the silo of the first request (<see cref="LiveSessions"/> asks for that): behind a load balancer that sends
/// a token's requests to one host, the next ones go there too.
/// </remarks>
[GrainType("user-session"), PreferLocalPlacement]
internal sealed class UserSessionGrain(
    [FromKeyedServices(DurableGrain.Storage)] IGrainStorage storage,
    IGrainContext context,
    IOptions<UserSessionOptions> options,
    LiveSessions sessions,
    ActiveSilos silos,
    TimeProvider clock,
    ILogger<UserSessionGrain> logger
) : DurableGrain, IUserSessionGrain, IRemindable
{
    private const string Timeout = "timeout";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(5);

    private readonly SlimState<UserSessionState> _stored = new(storage, "user-session", context.GrainId);

    // What requests look at; null unless the session is live.
    private LiveSessionEntry? _live;

    private UserSessionState State => _stored.State;

    private DateTime LastActive => _live?.Last ?? State.LastActiveAt;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private ISessionUsesGrain Uses => GrainFactory.GetGrain<ISessionUsesGrain>(SessionUsesRules.ShardOf(Key));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _stored.ReadStateAsync();
        if (State is not { Principal: not null, EndedAt: null })
            return;
        _stored.State = UserSessionRules.Shared(State);
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
        }

        LeaveUnlessUsed();
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
        var isFirstUse = LastActive == State.StartedAt;
        if (_live?.TryCheck(secret, Now, countsAsUse: true, out var check) == true)
        {
            if (isFirstUse && check.Principal is not null && IsAskedByAnotherSilo())
                this.MigrateOnIdle();
            return new(check);
        }

        return EndedOrUnknown(secret);
    }

    public ValueTask<SessionCheck> LookAsync(TokenHash secret) =>
        _live?.TryCheck(secret, Now, countsAsUse: false, out var check) == true ? new(check) : EndedOrUnknown(secret);

    public Task<SessionView?> GetAsync()
    {
        if (State.Principal is not { } principal || UserSessionRules.EndOf(State, LastActive, Now) is not null)
            return Task.FromResult<SessionView?>(null);
        LeaveUnlessUsed();
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
        await SaveAsync(
            next with
            {
                Principal = UserSessionRules.Replaced(State, principal, State.SecondFactorProved),
                LastActiveAt = LastActive,
            }
        );
        LeaveUnlessUsed();
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
            LeaveUnlessUsed();
            return;
        }

        await ClearAsync(_stored);
        await StopReminderAsync(Timeout);
        DeactivateOnIdle();
    }

    private ValueTask<SessionCheck> EndedOrUnknown(TokenHash secret)
    {
        if (State.Principal is null)
            DeactivateOnIdle(); // Anybody can ask for any id: one that nobody has must not stay in memory.
        return State.TokenHash.Matches(secret) ? new(new SessionCheck(null, default, State.EndReason)) : default;
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
            Restriction = UserSessionRules.PrincipalAt(principal, Now).Restriction,
            Scopes = principal.Scopes,
            SsoConnectionId = principal.SsoConnectionId,
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
            await SaveAsync(_stored, next);
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

    // The silo that gives it commands isn't the one that its requests go to: the first request activates it there.
    private void LeaveUnlessUsed()
    {
        if (_live?.IsUsed != true && silos.AreSeveral)
            DeactivateOnIdle();
    }

    // The first request may find it where it was started: that silo activates it again when the request was already on
    // its way. It moves to the silo that asks then.
    private bool IsAskedByAnotherSilo() =>
        RequestContext.Get(IPlacementDirector.PlacementHintKey) is SiloAddress asking && !asking.Equals(GrainContext.Address.SiloAddress);

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
        await SaveAsync(_stored, State with { LastActiveAt = live.Last });
        await Uses.ForgetAsync(Key, live.Last);
    }

    private ICompanySessionsGrain CompanySessions(SessionPrincipal principal) =>
        GrainFactory.GetGrain<ICompanySessionsGrain>(principal.CompanyId);

    private Task<IGrainReminder> RemindAtAsync(DateTime at) => this.RegisterOrUpdateReminder(Timeout, DueIn(at - Now), _retry);
}
