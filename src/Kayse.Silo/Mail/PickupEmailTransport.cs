using System.Net.Mail;
using Kayse.Grains.Mail;
using Kayse.Silo.Hosting;

namespace Kayse.Silo.Mail;

/// <summary>
/// Writes each mail as an <c>.eml</c> file, named after its Message-ID so that a retry replaces the file of the attempt before.
/// A file appears complete or not at all. Its first two lines, X-Sender and X-Receiver, are the envelope, for a relay that empties the folder.
/// </summary>
internal sealed class PickupEmailTransport(string directory) : IEmailTransport
{
    public async Task SendAsync(EmailMessage message, CancellationToken ct)
    {
        using var mail = new MimeMessage(message);
        var name = PickupFileName.For(message.MessageId);
        PrivateDirectory.Create(directory);
        var staging = Path.Combine(directory, ".partial", name);
        Clear(staging);
        PrivateDirectory.Create(staging);
        var file = await WriteAsync(mail, staging, ct);
        Flush(file);
        File.Move(file, Path.Combine(directory, name + ".eml"), overwrite: true);
        Clear(staging);
    }

    private static async Task<string> WriteAsync(MimeMessage mail, string staging, CancellationToken ct)
    {
        using var client = new SmtpClient();
        client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory;
        client.PickupDirectoryLocation = staging;
        await mail.SendAsync(client, ct);
        return Directory.GetFiles(staging).Single();
    }

    private static void Clear(string staging)
    {
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
    }

    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
