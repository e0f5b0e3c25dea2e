using Kayse.Grains.Webhooks;

namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells an admin that a webhook was disabled because its receiver failed or is gone (EN-4).</summary>
/// <param name="WebhookId">The webhook's.</param>
/// <param name="Host">The host of its address.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.webhook-disabled")]
internal sealed record WebhookDisabledEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string WebhookId,
    [property: Id(2)] string Host,
    [property: Id(3)] WebhookDisabledReason Reason
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, host) = (MailName.Of(Company), MailName.Of(Host));
        return new EmailLayout(
            Subject: $"The webhook to {host} is disabled",
            Preheader: "Events wait until you enable it again.",
            Paragraphs:
            [
                Reason == WebhookDisabledReason.Gone
                    ? $"{host} answered 410 Gone, so we have disabled this webhook of {company}."
                    : $"No event of {company} has reached {host} for five days, so we have disabled this webhook.",
                "No more events are sent to it. When you enable it again, we go on where we stopped. If you no longer need it, delete it.",
            ],
            Button: "Open webhook",
            Link: context.Links.Webhook(WebhookId),
            Notes: [$"You get this email because you are an admin of {company}."]
        );
    }
}
