using System.Text;
using Kayse.Grains.Mail;
using MimeKit;
using MimeKit.Utils;

namespace Kayse.Silo.Mail;

/// <summary>A mail as both transports send it: text, then HTML, then the file that comes with it.</summary>
internal static class MailMessage
{
    // The most that RFC 5322 allows. Where lines may be long, links and subjects stay in one piece, which whoever reads
    // the file is glad of.
    private const int LongestLine = 998;

    /// <exception cref="EmailRefusedException">The message can't be put on the wire.</exception>
    public static MimeMessage Of(EmailMessage message)
    {
        var mail = new MimeMessage { Body = BodyOf(message) };
        mail.Headers.Replace(Subject(message.Subject));
        mail.From.Add(AddressOf(message.From));
        mail.To.Add(AddressOf(message.To));
        if (message.ReplyTo is { } replyTo)
            mail.ReplyTo.Add(AddressOf(replyTo));
        mail.MessageId = IdOf(message.MessageId);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (message.Unsubscribe is { } unsubscribe)
        {
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        mail.Prepare(EncodingConstraint.SevenBit, LongestLine);
        return mail;
    }

    /// <summary>
    /// Raw UTF-8 headers need servers that can take them all the way, so only an address that can't do without asks for
    /// them.
    /// </summary>
    public static FormatOptions FormatFor(MimeMessage mail)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        InternetAddress[] addresses = [.. mail.From, .. mail.To, .. mail.ReplyTo];
        format.International = !addresses.OfType<MailboxAddress>().All(mailbox => Ascii.IsValid(mailbox.LocalPart));
        return format;
    }

    private static Header Subject(string subject)
    {
        var format = FormatOptions.Default.Clone();
        format.MaxLineLength = LongestLine;
        var header = new Header(HeaderId.Subject, "");
        header.SetValue(format, Encoding.UTF8, Literally(subject.ReplaceLineEndings(" ")));
        return header;
    }

    // Parsed and compared, so that what is an address is one and nothing else.
    private static MailboxAddress AddressOf(Mailbox mailbox) =>
        MailboxAddress.TryParse(mailbox.Address, out var parsed) && parsed.Domain.Length > 0 && parsed.Address == mailbox.Address
            ? new MailboxAddress(Encoding.UTF8, Literally(OneLine.Of(mailbox.DisplayName)), mailbox.Address)
            : throw new EmailRefusedException("The mail address is malformed.");

    private static string IdOf(string messageId) =>
        MimeUtils.ParseMessageId(messageId) is { } id && $"<{id}>" == messageId
            ? id
            : throw new EmailRefusedException("The Message-ID is malformed.");

    // MimeKit leaves an encoded word that somebody typed as it is, and mail programs would decode it. With a word
    // joiner inside it is none, and MimeKit encodes the whole.
    private static string Literally(string text) => text.Replace("=?", "=\u2060?", StringComparison.Ordinal);

    private static Multipart BodyOf(EmailMessage message)
    {
        var html = Part(message.HtmlBody, "html");
        MimeEntity shown = message.Logo is { } logo ? new MultipartRelated { html, Part(logo) } : html;
        var text = new MultipartAlternative(Part(message.TextBody, "plain"), shown);
        return message.Attachment is { } attachment ? new Multipart("mixed") { text, Part(attachment) } : text;
    }

    // In base64: where lines are broken on the way, a signed file stays what it was.
    private static MimePart Part(EmailAttachment attachment) =>
        new(MimeKit.ContentType.Parse(attachment.MediaType))
        {
            Content = new MimeContent(new MemoryStream(attachment.Content.ToArray())),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = attachment.Name,
        };

    private static MimePart Part(EmailImage image) =>
        new("image", "png")
        {
            Content = new MimeContent(new MemoryStream(image.Content.ToArray())),
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentId = image.ContentId,
        };

    private static TextPart Part(string content, string subtype)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, content);
        return part;
    }
}
