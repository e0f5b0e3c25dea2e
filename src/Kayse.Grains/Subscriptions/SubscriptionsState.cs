using Kayse.Grains.Tokens;

namespace Kayse.Grains.Subscriptions;

/// <summary>A person's subscriptions. What is on by default is kept by its opposite, so that nothing stored is the default.</summary>
internal sealed record SubscriptionsState
{
    public bool NotificationsOff { get; init; }

    public bool ReportsOff { get; init; }

    public bool UpdatesOff { get; init; }

    public bool Marketing { get; init; }

    /// <summary>The last time that they agreed to marketing; null when they never did.</summary>
    public MarketingConsent? Consent { get; init; }

    /// <summary>The hash of the link's secret; none while no mail has had the link.</summary>
    public TokenHash LinkSecret { get; init; }

    /// <summary>The link's token, encrypted, for the mails to come; null while no mail has had it.</summary>
    public byte[]? ProtectedToken { get; init; }
}
