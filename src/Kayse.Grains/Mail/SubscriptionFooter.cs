using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Mail;

/// <summary>What emails that can be turned off say about that.</summary>
internal static class SubscriptionFooter
{
    public static EmailFooter Of(SubscriptionKind kind, Uri link) =>
        new(ReasonFor(kind), "Unsubscribe or choose which emails you get", link);

    /// <summary>As it stands in addresses.</summary>
    public static string NameOf(SubscriptionKind kind) => kind.ToString().ToLowerInvariant();

    private static string ReasonFor(SubscriptionKind kind) =>
        kind switch
        {
            SubscriptionKind.Notifications => "You get this email because notifications by email are turned on in your Kayse account.",
            SubscriptionKind.Reports => "You get this email because scheduled reports are turned on in your Kayse account.",
            SubscriptionKind.Updates => "You get this email because product updates are turned on in your Kayse account.",
            _ => "You get this email because you agreed to get offers and event invitations from Kayse.",
        };
}
