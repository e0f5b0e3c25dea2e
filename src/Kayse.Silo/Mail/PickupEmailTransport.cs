using Kayse.Grains.Mail;
using Kayse.Silo.Hosting;
using MimeKit;

namespace Kayse.Silo.Mail;

/// <summary>
/// Writes each mail as an <c>.eml</c> file, named after its Message-ID so that a retry replaces the file of the attempt
/// before. A file appears complete or not at all. Its first two lines, X-Sender and X-Receiver, are the envelope, for a
/// relay that empties the folder.
/// </summary>
internal sealed class PickupEmailTransport(string directory, MailSigner? signer) : IEmailTransport
{
    public async Task SendAsync(EmailMessage message, CancellationToken ct)
    {
        using var mail = MailMessage.Of(message);
        signer?.Sign(mail);
        mail.Headers.Insert(0, "X-Sender", message.From.Address);
        mail.Headers.Insert(1, "X-Receiver", message.To.Address);
        var name = PickupFileName.For(message.MessageId);
        var staging = Path.Combine(directory, ".partial");
        PrivateDirectory.Create(directory);
        PrivateDirectory.Create(staging);
        var partial = Path.Combine(staging, name);
        await WriteAsync(mail, partial, ct);
        File.Move(partial, Path.Combine(directory, name + ".eml"), overwrite: true);
    }

    private static async Task WriteAsync(MimeMessage mail, string path, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await mail.WriteToAsync(MailMessage.FormatFor(mail), file, ct);
        file.Flush(flushToDisk: true);
    }
}
