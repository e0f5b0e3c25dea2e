namespace Kayse.Grains.Subscriptions;

/// <summary>Emails that people can turn off. Those about the security of an account are not among them.</summary>
[GenerateSerializer, Alias("kayse.subscription-kind")]
public enum SubscriptionKind
{
    /// <summary>What happens at work: single notifications and digests.</summary>
    Notifications = 0,

    /// <summary>Reports that an admin has scheduled.</summary>
    Reports = 1,

    /// <summary>News of the product: release notes.</summary>
    Updates = 2,

    /// <summary>Offers and events; only with consent.</summary>
    Marketing = 3,
}
