namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells an admin that a webhook has been failing for a day (EN-4).</summary>
/// <param name="WebhookId">The webhook's.</param>
/// <param name="Host">The host of its address.</param>
/// <param name="Since">When the first attempt failed.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.webhook-failing")]
internal sealed record WebhookFailingEmail(
    [property: Id(0)] string Company,
    [property: Id(1)] string WebhookId,
    [property: Id(2)] string Host,
    [property: Id(3)] DateTimeOffset Since
) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (company, host) = (MailName.Of(Company), MailName.Of(Host));
        return new EmailLayout(
            Subject: $"The webhook to {host} is failing",
            Preheader: "It will be disabled after five days without success.",
            Paragraphs:
            [
                $"No event of {company} has reached {host} since {Times.Instant(Since)}.",
                "We keep trying. After five days without success the webhook is disabled. See its deliveries for what went wrong.",
            ],
            Button: "Open webhook",
            Link: context.Links.Webhook(WebhookId),
            Notes: [$"You get this email because you are an admin of {company}."]
        );
    }
}
