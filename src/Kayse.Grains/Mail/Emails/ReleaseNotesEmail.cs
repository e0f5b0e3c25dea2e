using Kayse.Grains.Subscriptions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells of a major release note that its recipient hasn't read (NO-9). Its secret is the token of their subscriptions.
/// </summary>
/// <param name="Title">The note's title.</param>
/// <param name="Summary">What it begins with, without markup; empty when the title says it all.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.release-notes")]
internal sealed record ReleaseNotesEmail([property: Id(0)] string Title, [property: Id(1)] string Summary) : Email
{
    public override SubscriptionKind? Subscription => SubscriptionKind.Updates;

    public override EmailLayout Write(EmailContext context)
    {
        var title = MailName.Of(Title);
        return new EmailLayout(
            Subject: $"New in Kayse: {title}",
            Preheader: "See what has changed.",
            Paragraphs: ["Here is what's new in Kayse."],
            Button: "See what's new",
            Link: context.Links.WhatsNew,
            Notes: []
        )
        {
            Items = [new EmailItem(title, "Release note", Summary.Length > 0 ? [MailName.Of(Summary)] : [])],
        };
    }
}
