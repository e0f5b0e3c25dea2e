namespace Kayse.Grains.Mail;

/// <summary>Writes a queued mail: one layout, as text and as HTML.</summary>
internal sealed class MailComposer(EmailSender sender, PublicLinks links, MailSecrets secrets)
{
    /// <param name="queued">The mail.</param>
    /// <param name="brand">How the company that it is about looks; null for Kayse's look.</param>
    public EmailMessage Compose(QueuedMail queued, EmailBrand? brand = null)
    {
        var (id, to, toName, email, _) = queued.Mail;
        var messageId = sender.MessageIdOf(id);
        var logo = brand?.Icon is { } icon ? new EmailImage($"logo.{messageId.Trim('<', '>')}", icon) : null;
        var context = new EmailContext(to, links, SecretOf(queued));
        var layout = email.Write(context) with
        {
            Greeting = $"Hello {MailName.Of(toName)},",
            Brand = brand,
            LogoId = logo?.ContentId,
            Footer = email.Subscription is { } footed ? SubscriptionFooter.Of(footed, links.Subscriptions(context.Secret)) : null,
        };
        return new EmailMessage(
            messageId,
            sender.From,
            new Mailbox(to, toName),
            layout.Subject,
            EmailText.Render(layout),
            EmailHtml.Render(layout)
        )
        {
            Unsubscribe = email.Subscription is { } kind ? links.Unsubscribe(context.Secret, SubscriptionFooter.NameOf(kind)) : null,
            ReplyTo = layout.ReplyTo,
            Attachment = layout.Attachment,
            Logo = logo,
        };
    }

    // Keys that can't be read now may be there at the next attempt.
    private string? SecretOf(QueuedMail queued) =>
        queued.ProtectedSecret is { } secret
            ? secrets.Unprotect(secret) ?? throw new InvalidOperationException("The key that the secret is encrypted with is missing.")
            : null;
}
