using Kayse.Grains.Mail;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Mail;

public sealed class SmtpFailureTests
{
    [Theory]
    [InlineData(550, "5.1.1 No such user")]
    [InlineData(550, "No such user")]
    [InlineData(553, "5.1.3 Mailbox name not allowed")]
    public async Task A_recipient_refused_for_good_is_refused(int code, string text)
    {
        var failure = await FailureOf(new SmtpPeerOptions { RecipientReply = new SmtpReply(code, text) });

        failure.ShouldBeOfType<EmailRefusedException>().Message.ShouldContain($"{code}");
    }

    [Theory]
    [InlineData(451, "4.3.0 Try again later")]
    [InlineData(450, "4.2.1 Mailbox busy")]
    [InlineData(452, "4.2.2 Mailbox full")]
    [InlineData(550, "5.7.1 Relaying denied")]
    [InlineData(554, "5.7.1 Relay access denied")]
    public async Task A_recipient_not_taken_for_now_may_be_tried_again(int code, string text)
    {
        var failure = await FailureOf(new SmtpPeerOptions { RecipientReply = new SmtpReply(code, text) });

        failure.ShouldNotBeOfType<EmailRefusedException>();
    }

    [Fact]
    public async Task A_message_refused_for_good_is_refused()
    {
        var failure = await FailureOf(new SmtpPeerOptions { MessageReply = new SmtpReply(554, "5.6.0 Content not acceptable") });

        failure.ShouldBeOfType<EmailRefusedException>();
    }

    [Fact]
    public async Task A_message_not_taken_for_now_may_be_tried_again()
    {
        var failure = await FailureOf(new SmtpPeerOptions { MessageReply = new SmtpReply(451, "4.3.0 Disk full") });

        failure.ShouldNotBeOfType<EmailRefusedException>();
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("")]
    [InlineData("ada@@example.com")]
    [InlineData("Ada <ada@example.com>")]
    [InlineData("eve@example.com, ada@example.com")]
    [InlineData("ada@example.com\r\nRCPT TO:<eve@example.com>")]
    public async Task A_malformed_address_is_refused_before_anything_is_sent(string address)
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = MailHost.Smtp(peer);

        await Should.ThrowAsync<EmailRefusedException>(() => host.SendAsync(Mails.Plain with { To = new Mailbox(address) }));

        await peer.StopAsync();
        peer.Steps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("secure")]
    [InlineData("mail")]
    [InlineData("rcpt")]
    [InlineData("data")]
    public async Task A_server_that_falls_silent_is_given_up_after_the_timeout(string step)
    {
        await using var peer = await SmtpPeer.StartNewAsync(new SmtpPeerOptions { HangAt = step });
        using var host = MailHost.Smtp(peer, ("Timeout", "00:00:20"), ("Security", step == "secure" ? "StartTls" : "None"));
        var sending = host.SendAsync(Mails.Plain);
        await peer.ReachedAsync(step);
        host.Clock.Advance(TimeSpan.FromSeconds(19));
        sending.IsCompleted.ShouldBeFalse();

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<TimeoutException>(() => sending);
        await peer.StopAsync();
        peer.Steps[^1].Name.ShouldBe(step);
        peer.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancellation_by_the_caller_is_not_a_timeout()
    {
        await using var peer = await SmtpPeer.StartNewAsync(new SmtpPeerOptions { HangAt = "mail" });
        using var host = MailHost.Smtp(peer);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(() => host.Transport.SendAsync(Mails.Plain, stop.Token));
    }

    private static async Task<Exception> FailureOf(SmtpPeerOptions options)
    {
        await using var peer = await SmtpPeer.StartNewAsync(options);
        using var host = MailHost.Smtp(peer);
        return await Should.ThrowAsync<Exception>(() => host.SendAsync(Mails.Plain));
    }
}
