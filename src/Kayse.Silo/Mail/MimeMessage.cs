using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Kayse.Grains.Mail;

namespace Kayse.Silo.Mail;

/// <summary>
/// A mail as the framework's client takes it, the same for every transport: text, then HTML. The framework sets the Date header
/// itself, to the time of the attempt.
/// </summary>
internal sealed class MimeMessage : IDisposable
{
    private const int LongestLine = 998;
    private readonly MailMessage _mail;

    /// <param name="onBody">Called when the text is about to go out; what it throws keeps the mail from being sent.</param>
    /// <exception cref="EmailRefusedException">The message cannot be put on the wire.</exception>
    public MimeMessage(EmailMessage message, Action? onBody = null)
    {
        _mail = new MailMessage(AddressOf(message.From), AddressOf(message.To))
        {
            Subject = OneLine.Of(message.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        _mail.Headers["Message-ID"] = MessageIds.Checked(message.MessageId);
        _mail.Headers["Auto-Submitted"] = "auto-generated";
        _mail.AlternateViews.Add(Part(message.TextBody, MediaTypeNames.Text.Plain, onBody));
        _mail.AlternateViews.Add(Part(message.HtmlBody, MediaTypeNames.Text.Html, onBody));
    }

    /// <summary>Whether the text has begun to go out: what the server refuses from then on is the message itself.</summary>
    public bool BodyWasRead => _mail.AlternateViews[0].ContentStream.Position > 0;

    /// <summary>Raw UTF-8 headers need servers that can take them all the way, so only an address that cannot do without asks for them.</summary>
    private SmtpDeliveryFormat Format =>
        Ascii.IsValid(_mail.To[0].User) && Ascii.IsValid(_mail.From!.User) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;

    public Task SendAsync(SmtpClient client, CancellationToken ct)
    {
        client.DeliveryFormat = Format;
        return client.SendMailAsync(_mail, ct);
    }

    public void Dispose() => _mail.Dispose();

    private static MailAddress AddressOf(Mailbox address)
    {
        if (MailAddress.TryCreate(address.Address, Quotable(OneLine.Of(address.DisplayName)), Encoding.UTF8, out var parsed)
            && string.Equals(parsed.Address, address.Address, StringComparison.Ordinal))
            return parsed;
        throw new EmailRefusedException("The mail address is malformed.");
    }

    /// <summary>The framework puts an ASCII name between quotation marks as it is, so a mark in the name would end it and let an address follow.</summary>
    private static string Quotable(string name) => Ascii.IsValid(name)
        ? name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        : name;

    private static AlternateView Part(string content, string mediaType, Action? onBody) =>
        new(new BodyStream(Encoding.UTF8.GetBytes(content), onBody ?? (() => { })), new ContentType(mediaType) { CharSet = "utf-8" })
        {
            TransferEncoding = NeedsEncoding(content) ? TransferEncoding.Base64 : TransferEncoding.SevenBit,
        };

    private static bool NeedsEncoding(string content) =>
        !Ascii.IsValid(content) || content.Split('\n').Any(line => line.Length > LongestLine);
}
