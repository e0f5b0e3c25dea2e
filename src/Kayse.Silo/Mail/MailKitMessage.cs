using System.Net.Mail;
using System.Text;
using Kayse.Grains.Mail;
using MimeKit;

namespace Kayse.Silo.Mail;

/// <summary>A mail as MailKit takes it: text, then HTML.</summary>
internal static class MailKitMessage
{
    /// <exception cref="EmailRefusedException">The message cannot be put on the wire.</exception>
    public static MimeKit.MimeMessage Of(EmailMessage message)
    {
        var mail = new MimeKit.MimeMessage { Subject = OneLine.Of(message.Subject), Body = new MultipartAlternative(Part(message.TextBody, "plain"), Part(message.HtmlBody, "html")) };
        mail.From.Add(AddressOf(message.From));
        mail.To.Add(AddressOf(message.To));
        mail.Headers.Replace(HeaderId.MessageId, MessageIds.Checked(message.MessageId));
        mail.Headers.Replace(HeaderId.AutoSubmitted, "auto-generated");
        mail.Prepare(EncodingConstraint.SevenBit);
        return mail;
    }

    /// <summary>Raw UTF-8 headers need servers that can take them all the way, so only an address that cannot do without asks for them.</summary>
    public static FormatOptions FormatFor(MimeKit.MimeMessage mail)
    {
        var format = FormatOptions.Default.Clone();
        format.International = !mail.From.Concat(mail.To).OfType<MailboxAddress>().All(mailbox => Ascii.IsValid(mailbox.LocalPart));
        return format;
    }

    private static MailboxAddress AddressOf(Mailbox mailbox)
        => MailAddress.TryCreate(mailbox.Address, out var parsed) && string.Equals(parsed.Address, mailbox.Address, StringComparison.Ordinal)
            ? new MailboxAddress(Encoding.UTF8, OneLine.Of(mailbox.DisplayName), mailbox.Address)
            : throw new EmailRefusedException("The mail address is malformed.");

    private static TextPart Part(string content, string subtype)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, content);
        return part;
    }
}
