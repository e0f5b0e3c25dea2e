using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells of a notification as it arrives, or of several that were held back during quiet hours (NO-4). Its secret is the
/// token of the recipient's subscriptions.
/// </summary>
/// <param name="TimeZone">The recipient's IANA zone.</param>
/// <param name="Items">At least one, and no more than <see cref="MailedNotifications.MaxItems"/>.</param>
/// <param name="More">How many there are besides.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.notification")]
internal sealed record NotificationEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string TimeZone,
    [property: Id(2)] IReadOnlyList<MailedNotification> Items,
    [property: Id(3)] int More
) : Email
{
    public override SubscriptionKind? Subscription => SubscriptionKind.Notifications;

    public override EmailLayout Write(EmailContext context) => Items is [var only] && More == 0 ? One(only, context) : Several(context);

    public bool Equals(NotificationEmail? other) =>
        other is not null && (Company, TimeZone, More) == (other.Company, other.TimeZone, other.More) && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Company, TimeZone, Items.Count, More);

    private EmailLayout One(MailedNotification only, EmailContext context)
    {
        var company = MailName.Of(Company);
        return new EmailLayout(
            Subject: MailName.Of(only.Title),
            Preheader: $"A notification from {company}.",
            Paragraphs: [$"You have a new notification from {company} on Kayse."],
            Button: "Open notifications",
            Link: context.Links.Notifications,
            Notes: []
        )
        {
            Items = MailedNotifications.InFull(Items, TimeZone),
        };
    }

    private EmailLayout Several(EmailContext context)
    {
        var (company, count) = (MailName.Of(Company), MailedNotifications.Count(Items.Count + More));
        return new EmailLayout(
            Subject: $"{count} from {company}",
            Preheader: "They arrived during your quiet hours.",
            Paragraphs: [$"You have {count} from {company} on Kayse. They arrived during your quiet hours."],
            Button: "Open notifications",
            Link: context.Links.Notifications,
            Notes: []
        )
        {
            Items = MailedNotifications.InBrief(Items, TimeZone),
            AfterItems = MailedNotifications.More(More),
        };
    }
}
