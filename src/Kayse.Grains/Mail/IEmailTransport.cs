namespace Kayse.Grains.Mail;

/// <summary>
/// The way out for one mail. Sending twice is allowed: the message's id stays the same, so that who receives it can
/// tell.
/// </summary>
public interface IEmailTransport
{
    /// <summary>
    /// Hands the mail over, and returns when the other side has taken responsibility for it.
    /// Throws <see cref="EmailRefusedException"/> when no retry will help; any other exception means try again later.
    /// </summary>
    Task SendAsync(EmailMessage message, CancellationToken ct);
}
