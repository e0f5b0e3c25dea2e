using System.Net.Mail;
using Kayse.Grains.Mail;

namespace Kayse.Silo.Mail;

/// <summary>
/// Hands mail to a mail server, one connection a mail. With <see cref="SmtpSecurity.StartTls"/> the client gives up, before it has
/// said anything but its name, on a server that does not offer TLS or whose certificate is not valid.
/// </summary>
internal sealed class SmtpEmailTransport(SmtpOptions options) : IEmailTransport
{
    private const int AfterDeadline = 500;

    private readonly SmtpTrust? _trust = options.TrustedCertificate.Length == 0 ? null : SmtpTrust.Load(options.TrustedCertificate);

    public async Task SendAsync(EmailMessage message, CancellationToken ct)
    {
        using var mail = new MimeMessage(message);
        using var client = CreateClient();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.Timeout);
        try
        {
            using var trust = _trust?.Apply();
            await mail.SendAsync(client, deadline.Token);
        }
        catch (Exception exception) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take the mail within {options.Timeout}.", exception);
        }
        catch (SmtpException refusal) when (SmtpRefusals.IsFinal(refusal, mail.BodyWasRead))
        {
            throw new EmailRefusedException(refusal.Message, refusal);
        }
    }

    private SmtpClient CreateClient() => new(options.Host, options.Port)
    {
        // Cancelling ends every step but the wait for the server's last word, which only this ends: a little later, so that the deadline is what has passed.
        Timeout = (int)Math.Ceiling(options.Timeout.TotalMilliseconds) + AfterDeadline,
        EnableSsl = options.Security is not SmtpSecurity.None,
        Credentials = options.UserName.Length == 0 ? null : new SmtpCredentials(options.UserName, options.Password),
    };
}
