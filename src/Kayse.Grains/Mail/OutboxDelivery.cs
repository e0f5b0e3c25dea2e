using Kayse.Grains.Blobs;
using Microsoft.Extensions.Logging;

namespace Kayse.Grains.Mail;

/// <summary>Attempts to send queued mails.</summary>
internal sealed class OutboxDelivery(
    MailComposer composer,
    IMailBrands brands,
    IEmailTransport transport,
    IBlobStore blobs,
    TimeProvider clock,
    ILogger<OutboxGrain> logger
)
{
    /// <summary>
    /// Null when the mail was sent, the same mail when the attempt was cancelled, else the mail as it is to be kept.
    /// </summary>
    public async Task<QueuedMail?> AttemptAsync(QueuedMail queued, CancellationToken ct)
    {
        if (clock.GetUtcNow() >= queued.Mail.NotAfter)
            return OutboxRules.GivenUp(queued, clock.GetUtcNow());
        try
        {
            var message = composer.Compose(queued, await brands.FindAsync(queued.Mail.Company, ct));
            if (queued.Mail.Attachment is { } file)
                message = message with { Attachment = await ReadAsync(file, ct) };
            await Task.Run(() => transport.SendAsync(message, ct), ct);
            return null;
        }
        catch (EmailRefusedException refused)
        {
            logger.LogWarning(refused, "Mail {MailId} was refused for good.", queued.Id);
            return OutboxRules.GivenUp(queued, clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return queued;
        }
        catch (Exception exception)
        {
            logger.LogWarning(
                exception,
                "Mail {MailId} could not be sent at attempt {Attempt}; it will be tried again.",
                queued.Id,
                queued.Attempts + 1
            );
            return OutboxRules.AfterFailedAttempt(queued, clock.GetUtcNow(), Random.Shared.NextDouble());
        }
    }

    private async Task<EmailAttachment> ReadAsync(StoredAttachment file, CancellationToken ct)
    {
        await using var stored =
            await blobs.GetAsync(file.Key, ct) ?? throw new EmailRefusedException("The file that goes with the mail is gone.");
        using var content = new MemoryStream();
        await stored.CopyToAsync(content, ct);
        return new EmailAttachment(file.Name, file.MediaType, content.ToArray());
    }
}
