using Kayse.Grains.Mail;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Mail;

public sealed class OutboxTests
{
    [Fact]
    public async Task Mail_goes_out_once_the_server_is_up_under_the_same_id()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new IOException("down");
        var invitation = await firm.InviteAsync("ben@else.example");
        await silo.Mailbox.NextAttemptAsync();
        (await firm.Invitations.GetInvitationAsync(firm.Founder, invitation.Id)).Delivery.ShouldBe(MailDelivery.Queued);
        silo.Mailbox.Failure = null;

        var mail = await ArrivesWithinAsync(silo, TimeSpan.FromMinutes(2));

        mail.MessageId.ShouldStartWith($"<{invitation.Id}-1@");
        (await firm.LookUpAsync(TestMailbox.TokenIn(mail))).Email.ShouldBe("ben@else.example");
        await DeliveryBecomesAsync(firm, invitation.Id, MailDelivery.Sent);
    }

    [Fact]
    public async Task Waiting_mail_goes_out_after_a_restart_without_anybody_asking()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new IOException("down");
        await firm.InviteAsync("ben@else.example");
        await silo.Mailbox.NextAttemptAsync();

        await silo.RestartAsync(TimeSpan.FromMinutes(10));
        silo.Mailbox.Failure = null;

        (await ArrivesWithinAsync(silo, TimeSpan.FromMinutes(30))).To.Address.ShouldBe("ben@else.example");
    }

    [Fact]
    public async Task Mail_that_is_refused_for_good_is_not_tried_again_and_said_to_have_failed()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new EmailRefusedException("no such mailbox");
        var invitation = await firm.InviteAsync("ben@else.example");
        await DeliveryBecomesAsync(firm, invitation.Id, MailDelivery.Failed);
        silo.Mailbox.Failure = null;

        silo.Clock.Advance(TimeSpan.FromHours(1));
        await silo.RestartAsync();

        (await firm.Invitations.GetInvitationAsync(firm.Founder, invitation.Id)).Delivery.ShouldBe(MailDelivery.Failed);
        silo.Mailbox.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_in_waiting_mail_is_encrypted_on_disk()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new IOException("down");
        await firm.InviteAsync("ben@else.example");
        await silo.Mailbox.NextAttemptAsync();
        await silo.RestartAsync();
        silo.Mailbox.Failure = null;
        var token = TestMailbox.TokenIn(await ArrivesWithinAsync(silo, TimeSpan.FromHours(1)));

        foreach (
            var file in System
                .IO.Directory.EnumerateFiles(silo.DataDirectory, "kayse.db*")
                .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        )
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(token[25..]);
        }
    }

    [Fact]
    public async Task Hundreds_of_mails_that_waited_all_go_out_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new IOException("down");
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => firm.InviteAsync($"p{i}@else.example")));
        silo.Mailbox.Failure = null;
        for (var i = 0; i < 300; i++)
            await ArrivesWithinAsync(silo, TimeSpan.FromMinutes(2));
        silo.Mailbox.All.Select(mail => mail.To.Address).Distinct().Count().ShouldBe(300);
    }

    // The retry is a timer that the grain may set only after the clock was moved: moved on until the mail is there.
    private static async Task<EmailMessage> ArrivesWithinAsync(TestSilo silo, TimeSpan time)
    {
        var arrived = silo.Mailbox.NextAsync();
        for (var waited = TimeSpan.Zero; waited < time && !arrived.IsCompleted; waited += TimeSpan.FromSeconds(5))
        {
            silo.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(arrived, Task.Delay(20));
        }

        return await arrived;
    }

    private static async Task DeliveryBecomesAsync(Firm firm, string invitationId, MailDelivery delivery)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await firm.Invitations.GetInvitationAsync(firm.Founder, invitationId)).Delivery != delivery)
            await Task.Delay(5, deadline.Token);
    }
}
