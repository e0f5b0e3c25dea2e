using Kayse.Grains.Blobs;
using Kayse.Grains.Mail;
using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Mail;

public sealed class OutboxAttachmentTests
{
    [Fact]
    public async Task A_stored_file_goes_with_the_mail_and_a_mail_without_its_file_is_refused_for_good()
    {
        await using var silo = await TestSilo.StartAsync();
        var outbox = silo.Grains.GetGrain<IOutboxGrain>(OutboxShards.For("with-file"));
        var file = new StoredAttachment("reports/october.pdf", "october.pdf", "application/pdf");
        await silo.Services.GetRequiredService<IBlobStore>().PutAsync(file.Key, "%PDF"u8.ToArray(), CancellationToken.None);

        await outbox.EnqueueAsync(Mail("with-file") with { Attachment = file });
        var sent = await silo.Mailbox.NextAsync();
        await outbox.EnqueueAsync(Mail("without") with { Attachment = file with { Key = "reports/november.pdf" } });
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await outbox.GetDeliveryAsync("without") != MailDelivery.Failed)
            await Task.Delay(5, deadline.Token);

        var attached = sent.Attachment.ShouldNotBeNull();
        (attached.Name, attached.MediaType).ShouldBe(("october.pdf", "application/pdf"));
        attached.Content.ToArray().ShouldBe("%PDF"u8.ToArray());
        silo.Mailbox.All.ShouldHaveSingleItem();

        OutgoingMail Mail(string id) =>
            new(id, "ada@jones.example", "Ada", EmailSamples.All["few-backup-codes"], silo.Clock.GetUtcNow().AddDays(1));
    }
}
