using Kayse.Grains.Tokens;

namespace Kayse.Grains.Subscriptions;

/// <summary>
/// Which emails a person gets beside those about the security of their account (NO-8), keyed by user id, and the token
/// of the personal link by which they change that without signing in.
/// </summary>
[Alias("kayse.subscriptions")]
public interface ISubscriptionsGrain : IGrainWithStringKey
{
    /// <summary>The switches; of somebody who never changed one, as they are by default.</summary>
    [Alias("get")]
    Task<SubscriptionsView> GetAsync();

    /// <summary>Sets all four switches. May be repeated.</summary>
    [Alias("set")]
    Task<SubscriptionsView> SetAsync(SetSubscriptions command);

    /// <summary>
    /// The token of the personal link, for an email: the secret to hand to the outbox with it. The same until
    /// <see cref="RevokeLinkAsync"/>.
    /// </summary>
    [Alias("get-link-token")]
    Task<string> GetLinkTokenAsync();

    /// <summary>Has the links in all emails so far stop working. May be repeated.</summary>
    [Alias("revoke-link")]
    Task RevokeLinkAsync();

    /// <summary>The switches, for who has the link. Changes nothing. Refuses <c>not_found</c>.</summary>
    [Alias("open-link")]
    Task<SubscriptionsView> OpenLinkAsync(TokenHash secret);

    /// <summary>Sets all four switches, for who has the link. May be repeated. Refuses <c>not_found</c>.</summary>
    [Alias("set-by-link")]
    Task<SubscriptionsView> SetByLinkAsync(TokenHash secret, SetSubscriptions command);

    /// <summary>Turns one switch off, for who has the link. May be repeated. Refuses <c>not_found</c>.</summary>
    [Alias("unsubscribe")]
    Task UnsubscribeAsync(TokenHash secret, SubscriptionKind kind);

    /// <summary>Forgets the person; their link stops working. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}
