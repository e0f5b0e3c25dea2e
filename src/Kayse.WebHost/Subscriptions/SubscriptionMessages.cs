using Kayse.Grains.Subscriptions;

namespace Kayse.WebHost.Subscriptions;

/// <summary>Sets which emails somebody gets.</summary>
internal sealed class SetSubscriptionsRequest
{
    /// <summary>Notifications and digests.</summary>
    public required bool? Notifications { get; init; }

    /// <summary>Scheduled reports.</summary>
    public required bool? Reports { get; init; }

    /// <summary>Product updates and release notes.</summary>
    public required bool? Updates { get; init; }

    /// <summary>Offers and event invitations; true is their consent.</summary>
    public required bool? Marketing { get; init; }

    public SetSubscriptions ToCommand(SubscriptionSource source) =>
        new(Notifications!.Value, Reports!.Value, Updates!.Value, Marketing!.Value, source);
}

/// <summary>Which emails somebody gets. Emails about the security of an account can't be turned off.</summary>
/// <param name="Notifications">Notifications and digests.</param>
/// <param name="Reports">Scheduled reports.</param>
/// <param name="Updates">Product updates and release notes.</param>
/// <param name="Marketing">Offers and event invitations.</param>
internal sealed record SubscriptionsResponse(bool Notifications, bool Reports, bool Updates, bool Marketing)
{
    public static SubscriptionsResponse Of(SubscriptionsView view) => new(view.Notifications, view.Reports, view.Updates, view.Marketing);
}

/// <summary>Which emails you get, with your consent to marketing. Emails about security can't be turned off.</summary>
/// <param name="Notifications">Notifications and digests.</param>
/// <param name="Reports">Scheduled reports.</param>
/// <param name="Updates">Product updates and release notes.</param>
/// <param name="Marketing">Offers and event invitations.</param>
/// <param name="MarketingConsent">Your latest consent to marketing; null if you have never given it.</param>
internal sealed record MySubscriptionsResponse(
    bool Notifications,
    bool Reports,
    bool Updates,
    bool Marketing,
    MarketingConsentResponse? MarketingConsent
)
{
    public static MySubscriptionsResponse Of(SubscriptionsView view) =>
        new(view.Notifications, view.Reports, view.Updates, view.Marketing, MarketingConsentResponse.Of(view.Consent));
}

/// <summary>A consent to marketing.</summary>
/// <param name="GivenAt">When it was given.</param>
/// <param name="Source">Where it was given.</param>
/// <param name="WithdrawnAt">When it was withdrawn; null while it holds.</param>
internal sealed record MarketingConsentResponse(DateTimeOffset GivenAt, SubscriptionSource Source, DateTimeOffset? WithdrawnAt)
{
    public static MarketingConsentResponse? Of(MarketingConsent? consent) =>
        consent is null ? null : new(consent.GivenAt, consent.Source, consent.WithdrawnAt);
}
