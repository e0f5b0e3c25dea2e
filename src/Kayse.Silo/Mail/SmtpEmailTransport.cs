using System.Net;
using System.Net.Security;
using System.Text;
using Kayse.Grains.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kayse.Silo.Mail;

/// <summary>
/// Hands mail to a mail server by MailKit, one connection a mail. Under TLS the client gives up, before it has said
/// anything but its name, on a server that does not offer it or whose certificate is not valid; with a user name, on
/// one that does not let it sign in.
/// </summary>
internal sealed class SmtpEmailTransport(SmtpOptions options, MailSigner? signer, TimeProvider clock) : IEmailTransport
{
    // MailKit would try those for domain accounts first where a server offers them.
    private static readonly string[] _mechanisms = ["PLAIN", "LOGIN"];

    private readonly SmtpTrust? _trust = options.TrustedCertificate.Length == 0 ? null : SmtpTrust.Load(options.TrustedCertificate);

    public async Task SendAsync(EmailMessage message, CancellationToken ct)
    {
        using var mail = MailMessage.Of(message);
        signer?.Sign(mail);
        using var client = CreateClient();
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            await client.ConnectAsync(options.Host, options.Port, SocketOptions, deadline.Token);
            await SignInAsync(client, deadline.Token);
            await client.SendAsync(FormatFor(client, mail), mail, deadline.Token);
        }
        catch (Exception exception) when (timeout.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not take the mail within {options.Timeout}.", exception);
        }
        catch (SmtpCommandException refusal)
        {
            // The server's own words often quote the recipient's address, and would end up in the log.
            var answer = $"The mail server answered {(int)refusal.StatusCode} ({refusal.ErrorCode}).";
            throw SmtpRefusals.IsFinal(refusal) ? new EmailRefusedException(answer) : new IOException(answer);
        }

        await LeaveAsync(client, deadline.Token);
    }

    private SecureSocketOptions SocketOptions =>
        options.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };

    private async Task SignInAsync(SmtpClient client, CancellationToken ct)
    {
        if (options.UserName.Length == 0)
            return;
        client.AuthenticationMechanisms.IntersectWith(_mechanisms);
        await client.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(options.UserName, options.Password), ct);
    }

    private static FormatOptions FormatFor(SmtpClient client, MimeMessage mail)
    {
        var format = MailMessage.FormatFor(mail);
        return format.International && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8)
            ? throw new NotSupportedException("The mail server takes ASCII addresses only.")
            : format;
    }

    // The server has the mail: whatever becomes of the farewell, it must not be sent again.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception exception)
            when (exception is IOException or OperationCanceledException or SmtpCommandException or SmtpProtocolException)
        { }
    }

    private SmtpClient CreateClient() =>
        new()
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors is SslPolicyErrors.None || (_trust?.Accepts(certificate, chain, errors) ?? false),
        };
}
