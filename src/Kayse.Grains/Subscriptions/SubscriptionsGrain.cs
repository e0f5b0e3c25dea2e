using Kayse.Grains.Mail;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Subscriptions;

[GrainType("subscriptions")]
internal sealed class SubscriptionsGrain(
    [PersistentState("subscriptions", DurableGrain.Storage)] IPersistentState<SubscriptionsState> storage,
    MailSecrets secrets,
    TimeProvider clock
) : DurableGrain, ISubscriptionsGrain
{
    public Task<SubscriptionsView> GetAsync() => Task.FromResult(SubscriptionRules.ViewOf(storage.State));

    public Task<SubscriptionsView> SetAsync(SetSubscriptions command) =>
        StoreAsync(SubscriptionRules.Set(storage.State, command, clock.GetUtcNow()));

    public async Task<string> GetLinkTokenAsync()
    {
        if (storage.State.ProtectedToken is { } known && secrets.Unprotect(known) is { } token)
            return token;
        token = SubscriptionToken.Create(Key);
        await StoreAsync(
            storage.State with
            {
                ProtectedToken = secrets.Protect(token),
                LinkSecret = SubscriptionToken.Find(token)!.Value.Secret,
            }
        );
        return token;
    }

    public Task RevokeLinkAsync() => StoreAsync(storage.State with { ProtectedToken = null, LinkSecret = default });

    public Task<SubscriptionsView> OpenLinkAsync(TokenHash secret)
    {
        EnsureLink(secret);
        return GetAsync();
    }

    public Task<SubscriptionsView> SetByLinkAsync(TokenHash secret, SetSubscriptions command)
    {
        EnsureLink(secret);
        return SetAsync(command with { Source = SubscriptionSource.Link });
    }

    public Task UnsubscribeAsync(TokenHash secret, SubscriptionKind kind)
    {
        EnsureLink(secret);
        return StoreAsync(SubscriptionRules.TurnOff(storage.State, kind, clock.GetUtcNow()));
    }

    public Task EraseAsync() => ClearAsync(storage);

    private void EnsureLink(TokenHash secret)
    {
        // Anybody can ask for any id: one that nobody has must not stay in memory.
        if (!storage.RecordExists)
            DeactivateOnIdle();
        SubscriptionRules.EnsureLink(storage.State, secret);
    }

    private async Task<SubscriptionsView> StoreAsync(SubscriptionsState next)
    {
        if (next != storage.State)
            await SaveAsync(storage, next);
        return SubscriptionRules.ViewOf(next);
    }
}
