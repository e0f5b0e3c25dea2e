using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.ApiKeys;

[GrainType("api-key")]
internal sealed class ApiKeyGrain(
    [PersistentState("api-key", DurableGrain.Storage)] IPersistentState<ApiKeyState> storage,
    IOptions<ApiKeyOptions> options,
    TimeProvider clock,
    ILogger<ApiKeyGrain> logger) : DurableGrain, IApiKeyGrain, IRemindable
{
    private const string Announce = "announce";
    private static readonly TimeSpan _retry = TimeSpan.FromMinutes(1);

    private ApiKeyRate _rate;
    private DateTimeOffset? _lastUsed;
    private Task _savingLastUsed = Task.CompletedTask;

    private ApiKeyState State => storage.State;

    private ApiKeyView View => new(Key, State.Name, State.Principal!.CompanyId, State.Permissions, State.CreatedAt, State.ExpiresAt, _lastUsed);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _lastUsed = State.LastUsedAt;
        return AnnounceAsync();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _savingLastUsed;
        if (State.Principal is not null && _lastUsed > State.LastUsedAt)
            await SaveLastUsedAsync();
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
        await ChangeAsync(key, ApiKeyRules.Record(AuditActions.ApiKeyCreated, Key, key, command.Actor, ApiKeyRules.Differences(null, key), clock));
        return View;
    }

    public ValueTask<ApiKeyCheck> CheckAsync(TokenHash secret)
    {
        var now = clock.GetUtcNow();
        if (!State.Secret.Matches(secret) || !ApiKeyRules.IsLive(State, now))
            return Nothing();
        var (remaining, reset) = _rate.Take(options.Value.RequestsPerMinute, now);
        Touch(now);
        return new(new ApiKeyCheck(State.Principal, State.Permissions, State.ExpiresAt, options.Value.RequestsPerMinute, remaining, reset));
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
        await ChangeAsync(State with { Secret = secret }, ApiKeyRules.Record(AuditActions.ApiKeyRegenerated, Key, State, actor, [], clock));
        return View;
    }

    public async Task SetPrincipalAsync(SessionPrincipal principal)
    {
        await _savingLastUsed;
        if (State.Principal is not null)
            await SaveAsync(storage, State with { Principal = UserSessionRules.Shared(principal), LastUsedAt = _lastUsed });
    }

    public async Task RevokeAsync(Actor? actor)
    {
        if (State.Principal is not null)
            await ChangeAsync(new ApiKeyState(), ApiKeyRules.Record(AuditActions.ApiKeyRevoked, Key, State, actor, ApiKeyRules.Differences(State, null), clock));
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await AnnounceAsync();
        await StopReminderAsync(reminderName);
    }

    // The reminder finishes what a crash interrupts: nobody may ever ask for this key again.
    private async Task ChangeAsync(ApiKeyState next, AuditRecord account)
    {
        await _savingLastUsed;
        await this.RegisterOrUpdateReminder(Announce, _retry, _retry);
        await SaveAsync(storage, next with { LastUsedAt = next.Principal is null ? null : _lastUsed, Announcing = [.. State.Announcing, account] });
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
            await SaveAsync(storage, State with { Announcing = [] });
        else
            await ClearAsync(storage);
    }

    // Anybody can ask for any id: one that nobody has must not stay in memory.
    private ValueTask<ApiKeyCheck> Nothing()
    {
        if (State.Principal is null)
            DeactivateOnIdle();
        return default;
    }

    private void Touch(DateTimeOffset now)
    {
        _lastUsed = now;
        if (_savingLastUsed.IsCompleted && !(now - State.LastUsedAt < ApiKeyRules.LastUsedGranularity))
            _savingLastUsed = SaveLastUsedAsync();
    }

    private async Task SaveLastUsedAsync()
    {
        try
        {
            await SaveAsync(storage, State with { LastUsedAt = _lastUsed });
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "API key {KeyId} could not save its last use.", Key);
        }
    }
}
