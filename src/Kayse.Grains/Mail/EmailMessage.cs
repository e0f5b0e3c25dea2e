namespace Kayse.Grains.Mail;

/// <summary>
/// One mail to one person. Its bodies may hold links that sign someone in, so it shows only its id when it is logged.
/// </summary>
/// <param name="MessageId">The Message-ID header with its angle brackets, the same at every attempt.</param>
public sealed record EmailMessage(string MessageId, Mailbox From, Mailbox To, string Subject, string TextBody, string HtmlBody)
{
    /// <summary>
    /// Where a mail program turns off this kind of email (RFC 8058); null for what can't be turned off. Not to be logged.
    /// </summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>Whom an answer goes to; null: to nobody who reads it.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>A file that comes with it; null when there is none.</summary>
    public EmailAttachment? Attachment { get; init; }

    /// <summary>The logo that its HTML part shows; null when it shows none.</summary>
    public EmailImage? Logo { get; init; }

    public override string ToString() => MessageId;
}
