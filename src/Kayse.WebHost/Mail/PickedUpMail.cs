using MimeKit;

namespace Kayse.WebHost.Mail;

/// <summary>A mail as the pickup transport wrote it.</summary>
/// <param name="At">When it was written.</param>
/// <param name="To">To whom.</param>
/// <param name="Subject">About what.</param>
/// <param name="Body">Its plain text.</param>
internal sealed record PickedUpMail(DateTimeOffset At, string To, string Subject, string Body)
{
    public static async Task<PickedUpMail> ParseAsync(Stream file, DateTimeOffset at, CancellationToken ct)
    {
        using var mail = await MimeMessage.LoadAsync(file, ct);
        var to = string.Join(", ", mail.To.Mailboxes.Select(TextOf));
        return new PickedUpMail(at, to, mail.Subject ?? "", mail.TextBody?.Trim() ?? "");
    }

    private static string TextOf(MailboxAddress mailbox) =>
        string.IsNullOrEmpty(mailbox.Name) ? mailbox.Address : $"{mailbox.Name} <{mailbox.Address}>";
}
