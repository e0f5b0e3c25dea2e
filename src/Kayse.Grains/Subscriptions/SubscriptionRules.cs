using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Subscriptions;

/// <summary>What becomes of a person's subscriptions.</summary>
internal static class SubscriptionRules
{
    public static SubscriptionsView ViewOf(SubscriptionsState state) =>
        new(!state.NotificationsOff, !state.ReportsOff, !state.UpdatesOff, state.Marketing) { Consent = state.Consent };

    /// <summary>The same state when nothing changes.</summary>
    public static SubscriptionsState Set(SubscriptionsState state, SetSubscriptions command, DateTimeOffset now) =>
        state with
        {
            NotificationsOff = !command.Notifications,
            ReportsOff = !command.Reports,
            UpdatesOff = !command.Updates,
            Marketing = command.Marketing,
            Consent =
                state.Marketing == command.Marketing ? state.Consent
                : command.Marketing ? new MarketingConsent(now, command.Source)
                : state.Consent! with { WithdrawnAt = now },
        };

    public static SubscriptionsState TurnOff(SubscriptionsState state, SubscriptionKind kind, DateTimeOffset now)
    {
        var view = ViewOf(state);
        return Set(
            state,
            new SetSubscriptions(
                view.Notifications && kind is not SubscriptionKind.Notifications,
                view.Reports && kind is not SubscriptionKind.Reports,
                view.Updates && kind is not SubscriptionKind.Updates,
                view.Marketing && kind is not SubscriptionKind.Marketing,
                SubscriptionSource.Link
            ),
            now
        );
    }

    /// <summary>Refuses who doesn't have the link.</summary>
    public static void EnsureLink(SubscriptionsState state, TokenHash secret)
    {
        if (!state.LinkSecret.Matches(secret))
            throw new RefusedException(GeneralErrors.NotFound);
    }
}
