using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Logging;
using Orleans.Placement;

namespace Kayse.Grains.ApiKeys;

[GrainType("api-key"), PreferLocalPlacement]
internal sealed class ApiKeyGrain(
    [PersistentState("api-key", DurableGrain.Storage)] IPersistentState<ApiKeyState> storage,
    LiveApiKeys keys,
    TimeProvider clock,
    ILogger<ApiKeyGrain> logger
) : DurableGrain, IApiKeyGrain, IServiceKeyGrain, IRemindable
{
    private const string Announce = "announce";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(1);

    // What requests look at; null when there is no such key.
    private LiveApiKeyEntry? _live;

    private ApiKeyState State => storage.State;

    private ApiKeyView View =>
        new(Key, State.Name, State.Principal!.CompanyId, State.Permissions, State.CreatedAt, State.ExpiresAt, LastUsed);

    private ServiceKeyView ServiceView =>
        new(
            Key,
            State.Name,
            State.Principal!.CompanyId,
            State.Permissions,
            State.CreatedBy,
            State.CreatedAt,
            State.ExpiresAt,
            LastUsed,
            State.PreviousUntil > clock.GetUtcNow() ? State.PreviousUntil : null
        );

    private DateTimeOffset? LastUsed =>
        _live is { Last: var last } && last > DateTime.MinValue ? new DateTimeOffset(last) : State.LastUsedAt;

    private ISessionUsesGrain Uses => GrainFactory.GetGrain<ISessionUsesGrain>(SessionUsesRules.ShardOf(Key));

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (State.Principal is not null)
        {
            var stored = State.LastUsedAt?.UtcDateTime ?? DateTime.MinValue;
            Publish(await Uses.LastUseAsync(Key) is { } used && used > stored ? used : stored);
        }

        await AnnounceAsync();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_live is not { } live)
            return;
        // First of all: whoever activates it next must be the only one to answer for it.
        keys.Withdraw(live);
        try
        {
            if (reason.ReasonCode == DeactivationReasonCode.ActivationIdle && LastUsed > State.LastUsedAt.GetValueOrDefault())
                await KeepLastUseAsync(live);
            else if (live.IsUnstored && reason.ReasonCode != DeactivationReasonCode.ShuttingDown) // Then the silo stores all of them at once.
                await Uses.NoteAsync([live.Use]);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "API key {KeyId} could not store its last use.", Key);
        }
    }

    public async Task<ApiKeyView> StartAsync(StartApiKey command)
    {
        if (State.Principal is not null)
            return await RegenerateAsync(command.Secret, command.Actor);
        var key = new ApiKeyState
        {
            Secret = command.Secret,
            Name = command.Key.Name!,
            Principal = UserSessionRules.Shared(command.Principal),
            Permissions = command.Key.Permissions,
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = command.Key.ExpiresAt,
        };
        await ChangeAsync(
            key,
            ApiKeyRules.Record(AuditActions.ApiKeyCreated, Key, key, command.Actor, ApiKeyRules.Differences(null, key), clock)
        );
        return View;
    }

    public ValueTask<ApiKeyCheck> CheckAsync(TokenHash secret)
    {
        if (_live is not null)
            return keys.CheckAsync(_live, secret);
        DeactivateOnIdle(); // Anybody can ask for any id: one that nobody has must not stay in memory.
        return default;
    }

    public Task<ApiKeyView?> GetAsync()
    {
        if (State.Principal is null)
            DeactivateOnIdle();
        return Task.FromResult(State.Principal is null ? null : View);
    }

    public async Task<ApiKeyView> RegenerateAsync(TokenHash secret, Actor actor)
    {
        if (State.Principal is null)
            throw new RefusedException(GeneralErrors.NotFound);
        await ChangeAsync(
            State with
            {
                Secret = secret,
            },
            ApiKeyRules.Record(AuditActions.ApiKeyRegenerated, Key, State, actor, [], clock)
        );
        return View;
    }

    public async Task SetPrincipalAsync(SessionPrincipal principal)
    {
        if (State.Principal is not null)
            await SaveAsync(State with { Principal = UserSessionRules.Shared(principal), LastUsedAt = LastUsed });
    }

    public async Task RevokeAsync(Actor? actor)
    {
        if (State.Principal is not null)
            await ChangeAsync(
                new ApiKeyState(),
                ApiKeyRules.Record(AuditActions.ApiKeyRevoked, Key, State, actor, ApiKeyRules.Differences(State, null), clock)
            );
    }

    public async Task<ServiceKeyView> StartServiceKeyAsync(StartServiceKey command)
    {
        if (State.Principal is null)
            await ChangeAsync(ServiceKeyRules.Start(command, clock.GetUtcNow()), command.Account);
        else
            await SaveAsync(State with { Secret = command.Secret, LastUsedAt = LastUsed });
        return ServiceView;
    }

    public Task<ServiceKeyView?> GetServiceKeyAsync()
    {
        if (State.Principal is null)
            DeactivateOnIdle();
        return Task.FromResult(State.Principal is null ? null : ServiceView);
    }

    public async Task<ServiceKeyView> RotateSecretAsync(TokenHash secret, DateTimeOffset previousUntil, AuditRecord account)
    {
        if (State.Principal is null)
            throw new RefusedException(GeneralErrors.NotFound);
        await ChangeAsync(ServiceKeyRules.Rotate(State, secret, previousUntil), account);
        return ServiceView;
    }

    public Task EndOverlapAsync(AuditRecord account) =>
        State.PreviousUntil > clock.GetUtcNow() ? ChangeAsync(ServiceKeyRules.EndOverlap(State), account) : Task.CompletedTask;

    public Task RevokeServiceKeyAsync(AuditRecord account) =>
        State.Principal is null ? Task.CompletedTask : ChangeAsync(new ApiKeyState(), account);

    public Task SetServicePrincipalAsync(SessionPrincipal principal) => SetPrincipalAsync(principal);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await AnnounceAsync();
        await StopReminderAsync(reminderName);
    }

    // The reminder finishes what a crash interrupts: nobody may ever ask for this key again.
    private async Task ChangeAsync(ApiKeyState next, AuditRecord account)
    {
        await this.RegisterOrUpdateReminder(Announce, _retry, _retry);
        await SaveAsync(next with { LastUsedAt = next.Principal is null ? null : LastUsed, Announcing = [.. State.Announcing, account] });
        await AnnounceAsync();
        await StopReminderAsync(Announce);
    }

    private async Task AnnounceAsync()
    {
        if (State.Announcing.Count == 0)
            return;
        foreach (var records in State.Announcing.GroupBy(record => record.CompanyId, StringComparer.Ordinal))
            await GrainFactory.GetGrain<IAuditLogGrain>(records.Key).AppendAsync([.. records]);
        if (State.Principal is not null)
            await SaveAsync(State with { Announcing = [] });
        else
            await ClearAsync(storage);
    }

    // Requests see what is stored, and nothing of a key that could not be: this activation ends then.
    private async Task SaveAsync(ApiKeyState next)
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

        if (next.Principal is null)
            Withdraw();
        else if (_live is not null)
            _live.State = next;
        else
            Publish(next.LastUsedAt?.UtcDateTime ?? DateTime.MinValue);
    }

    private void Publish(DateTime lastUse)
    {
        _live = new LiveApiKeyEntry(Key, GrainContext, State, lastUse);
        keys.Add(_live);
    }

    private void Withdraw()
    {
        if (_live is not null)
            keys.Withdraw(_live);
        _live = null;
    }

    // A key that nobody uses takes nothing in memory: its last use moves from the shard into its own state.
    private async Task KeepLastUseAsync(LiveApiKeyEntry live)
    {
        await SaveAsync(storage, State with { LastUsedAt = new DateTimeOffset(live.Last) });
        await Uses.ForgetAsync(Key, live.Last);
    }
}
