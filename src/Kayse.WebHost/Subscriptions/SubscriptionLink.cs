using Kayse.Grains.Errors;
using Kayse.Grains.Subscriptions;

namespace Kayse.WebHost.Subscriptions;

/// <summary>The switches that a personal link opens.</summary>
internal readonly struct SubscriptionLink
{
    private readonly SubscriptionToken _token;

    private SubscriptionLink(SubscriptionToken token) => _token = token;

    /// <summary>Reads the token of a link; refuses <c>not_found</c> for what can't be one.</summary>
    public static SubscriptionLink Parse(string? token) =>
        SubscriptionToken.Find(token) is { } found ? new SubscriptionLink(found) : throw new RefusedException(GeneralErrors.NotFound);

    public Task<SubscriptionsView> OpenAsync(IGrainFactory grains) => Grain(grains).OpenLinkAsync(_token.Secret);

    public Task<SubscriptionsView> SetAsync(IGrainFactory grains, SetSubscriptions command) =>
        Grain(grains).SetByLinkAsync(_token.Secret, command);

    public Task UnsubscribeAsync(IGrainFactory grains, SubscriptionKind kind) => Grain(grains).UnsubscribeAsync(_token.Secret, kind);

    private ISubscriptionsGrain Grain(IGrainFactory grains) => grains.GetGrain<ISubscriptionsGrain>(_token.UserId);
}
