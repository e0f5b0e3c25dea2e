namespace Kayse.Grains.Mail;

/// <summary>Writes a queued mail: one layout, as text and as HTML.</summary>
internal sealed class MailComposer(EmailSender sender, PublicLinks links, MailSecrets secrets)
{
    public EmailMessage Compose(QueuedMail queued)
    {
        var (id, to, toName, email, _) = queued.Mail;
        var context = new EmailContext(to, links, SecretOf(queued));
        var layout = email.Write(context) with
        {
            Greeting = $"Hello {MailName.Of(toName)},",
            Footer = email.Subscription is { } footed ? SubscriptionFooter.Of(footed, links.Subscriptions(context.Secret)) : null,
        };
        return new EmailMessage(
            sender.MessageIdOf(id),
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
        };
    }

    // Keys that can't be read now may be there at the next attempt.
    private string? SecretOf(QueuedMail queued) =>
        queued.ProtectedSecret is { } secret
            ? secrets.Unprotect(secret) ?? throw new InvalidOperationException("The key that the secret is encrypted with is missing.")
            : null;
}
