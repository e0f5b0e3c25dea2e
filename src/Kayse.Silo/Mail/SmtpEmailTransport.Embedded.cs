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

    /// <summary>Whether this client can speak TLS from the first byte.</summary>
    public static bool SpeaksImplicitTls => false;

    private readonly SmtpTrust? _trust = options.TrustedCertificate.Length == 0 ? null : SmtpTrust.Load(options.TrustedCertificate);

    public async Task SendAsync(EmailMessage message, CancellationToken ct)
    {
        var credentials = options.UserName.Length == 0 ? null : new SmtpCredentials(options.UserName, options.Password);
        using var mail = new MimeMessage(message, () => EnsureSignedIn(credentials));
        using var client = CreateClient(credentials);
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

    // A rejected sign-in can't be seen from here; servers that ask for one refuse what follows.
    private static void EnsureSignedIn(SmtpCredentials? credentials)
    {
        if (credentials is { WereTaken: false })
            throw new SmtpException("The mail server does not offer AUTH LOGIN; nothing is sent without signing in.");
    }

    private SmtpClient CreateClient(SmtpCredentials? credentials) => new(options.Host, options.Port)
    {
        // Cancelling ends every step but the wait for the server's last word, which only this ends: a little later, so that the deadline is what has passed.
        Timeout = (int)Math.Ceiling(options.Timeout.TotalMilliseconds) + AfterDeadline,
        EnableSsl = options.Security is not SmtpSecurity.None,
        Credentials = credentials,
    };
}
