namespace Kayse.Grains.Subscriptions;

/// <summary>Which emails a person gets.</summary>
/// <param name="Notifications">Notifications and digests.</param>
/// <param name="Reports">Scheduled reports.</param>
/// <param name="Updates">News of the product.</param>
/// <param name="Marketing">Offers and events.</param>
[GenerateSerializer, Immutable, Alias("kayse.subscriptions-view")]
public sealed record SubscriptionsView(
    [property: Id(0)] bool Notifications,
    [property: Id(1)] bool Reports,
    [property: Id(2)] bool Updates,
    [property: Id(3)] bool Marketing
)
{
    /// <summary>The last time that they agreed to marketing; null when they never did.</summary>
    [Id(4)]
    public MarketingConsent? Consent { get; init; }

    /// <summary>Whether a kind is on.</summary>
    public bool Has(SubscriptionKind kind) =>
        kind switch
        {
            SubscriptionKind.Notifications => Notifications,
            SubscriptionKind.Reports => Reports,
            SubscriptionKind.Updates => Updates,
            SubscriptionKind.Marketing => Marketing,
            _ => false,
        };
}

/// <summary>That somebody agreed to marketing.</summary>
/// <param name="GivenAt">When.</param>
/// <param name="Source">Where.</param>
[GenerateSerializer, Immutable, Alias("kayse.marketing-consent")]
public sealed record MarketingConsent([property: Id(0)] DateTimeOffset GivenAt, [property: Id(1)] SubscriptionSource Source)
{
    /// <summary>When they took it back; null while it holds.</summary>
    [Id(2)]
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>Where somebody changed their subscriptions.</summary>
[GenerateSerializer, Alias("kayse.subscription-source")]
public enum SubscriptionSource
{
    /// <summary>Signed in, on their profile.</summary>
    Profile = 0,

    /// <summary>By the personal link in an email.</summary>
    Link = 1,

    /// <summary>Over the API.</summary>
    Api = 2,
}

/// <summary>Sets all four switches.</summary>
/// <param name="Notifications">Notifications and digests.</param>
/// <param name="Reports">Scheduled reports.</param>
/// <param name="Updates">News of the product.</param>
/// <param name="Marketing">Offers and events.</param>
/// <param name="Source">Where the person does so: kept with their consent to marketing.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-subscriptions")]
public sealed record SetSubscriptions(
    [property: Id(0)] bool Notifications,
    [property: Id(1)] bool Reports,
    [property: Id(2)] bool Updates,
    [property: Id(3)] bool Marketing,
    [property: Id(4)] SubscriptionSource Source
);
