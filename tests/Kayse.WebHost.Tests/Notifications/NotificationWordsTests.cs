using Kayse.Grains.Notifications;
using Kayse.WebHost.Notifications;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>What became of events, in words.</summary>
public sealed class NotificationWordsTests
{
    [Fact]
    public void Everything_that_can_become_of_an_event_has_words()
    {
        foreach (var outcome in Enum.GetValues<DeliveryOutcome>())
        {
            foreach (var reason in Enum.GetValues<NotificationReason>())
                Why(outcome, reason).ShouldEndWith(".");
        }

        Enum.GetValues<NotificationType>().Select(NotificationWords.Name).ShouldBeUnique();
    }

    [Fact]
    public void What_has_come_no_longer_waits()
    {
        Why(DeliveryOutcome.Waiting, NotificationReason.QuietHours).ShouldBe("It waits for the end of your quiet hours.");
        foreach (var reason in new[] { NotificationReason.QuietHours, NotificationReason.Snoozed, NotificationReason.Digest })
            Why(DeliveryOutcome.Delivered, reason).ShouldNotContain("waits");
    }

    private static string Why(DeliveryOutcome outcome, NotificationReason reason) =>
        NotificationWords.Why(new ChannelDecision(NotificationChannel.Email, outcome, reason, default));
}
