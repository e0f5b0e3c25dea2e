using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Sums up what has happened since the last digest (NO-5). Its secret is the token of the recipient's subscriptions.
/// </summary>
/// <param name="TimeZone">The recipient's IANA zone.</param>
/// <param name="From">When the last digest was made, or the first thing in this one happened.</param>
/// <param name="Until">Up to when it tells.</param>
/// <param name="Items">At least one, and no more than <see cref="MailedNotifications.MaxItems"/>.</param>
/// <param name="More">How many there are besides.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.digest")]
internal sealed record DigestEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string TimeZone,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset Until,
    [property: Id(4)] IReadOnlyList<MailedNotification> Items,
    [property: Id(5)] int More
) : Email
{
    public override SubscriptionKind? Subscription => SubscriptionKind.Notifications;

    public override EmailLayout Write(EmailContext context)
    {
        var (company, count) = (MailName.Of(Company), MailedNotifications.Count(Items.Count + More));
        var (from, until) = (LocalTimes.Instant(From, TimeZone), LocalTimes.Instant(Until, TimeZone));
        return new EmailLayout(
            Subject: $"Your digest: {count} from {company}",
            Preheader: $"{from} to {until}.",
            Paragraphs: [$"You had {count} from {company} on Kayse between {from} and {until}."],
            Button: "Open notifications",
            Link: context.Links.Notifications,
            Notes: ["You can change how often you get a digest on your profile, under Notifications."]
        )
        {
            Items = MailedNotifications.InBrief(Items, TimeZone),
            AfterItems = MailedNotifications.More(More),
        };
    }

    public bool Equals(DigestEmail? other) =>
        other is not null
        && (Company, TimeZone, From, Until, More) == (other.Company, other.TimeZone, other.From, other.Until, other.More)
        && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => HashCode.Combine(Company, TimeZone, From, Until, Items.Count, More);
}
