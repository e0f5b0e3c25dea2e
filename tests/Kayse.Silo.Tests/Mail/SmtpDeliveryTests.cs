using System.Net.Sockets;
using Kayse.Grains.Mail;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Mail;

public sealed class SmtpDeliveryTests
{
    [Fact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = MailHost.Smtp(peer);

        await host.SendAsync(Mails.Plain);

        var mail = await peer.NextMailAsync();
        MimeContent.ShouldMatch(mail, Mails.Plain);
        mail.EnvelopeFrom.ShouldBe("no-reply@kayse.example");
        mail.EnvelopeTo.ShouldBe(["ada@example.com"]);
        mail.Source.ShouldContain("/invitations/accept#token=abc=123");
    }

    [Fact]
    public async Task Names_subjects_and_bodies_of_any_script_arrive_unharmed()
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = MailHost.Smtp(peer);

        await host.SendAsync(Mails.Unicode);

        var mail = await peer.NextMailAsync();
        MimeContent.ShouldMatch(mail, Mails.Unicode);
        mail.Source.ShouldAllBe(c => char.IsAscii(c));
    }

    [Fact]
    public async Task A_retry_has_the_same_message_id()
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = MailHost.Smtp(peer);

        await host.SendAsync(Mails.Plain);
        await host.SendAsync(Mails.Plain);

        (await peer.NextMailAsync()).MessageId.ShouldBe(Mails.Plain.MessageId);
        (await peer.NextMailAsync()).MessageId.ShouldBe(Mails.Plain.MessageId);
    }

    [Theory]
    [InlineData("Ada\r\nBcc: eve@example.com", "Hi\r\nBcc: eve@example.com\r\n\r\nBuy this")]
    [InlineData("Ada\nBcc: eve@example.com", "Hi\nX-Extra: 1")]
    [InlineData("=?utf-8?Q?Ada=0D=0ABcc:_eve@example.com?=", "Hi ?=\r\n =?utf-8?Q?=0D=0ABcc:_eve@example.com?=")]
    [InlineData("=?utf-8?Q?Ada=22_<eve@example.com>,_=22?=", "é =?utf-8?B?DQpCY2M6IGV2ZUBleGFtcGxlLmNvbQ==?=")]
    [InlineData("Ada\" <eve@example.com>, \"", "Hi\u2028X-Extra: 1\0")]
    public async Task Names_and_subjects_cannot_add_headers_or_recipients(string name, string subject)
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = MailHost.Smtp(peer);

        await host.SendAsync(Mails.Plain with { To = Mails.Plain.To with { DisplayName = name }, Subject = subject });

        var mail = await peer.NextMailAsync();
        mail.HeaderNames.ShouldBe(
            ["message-id", "auto-submitted", "mime-version", "from", "to", "date", "subject", "content-type"],
            ignoreOrder: true
        );
        mail.RecipientCount.ShouldBe(1);
        mail.To.Address.ShouldBe("ada@example.com");
        mail.EnvelopeTo.ShouldBe(["ada@example.com"]);
        mail.Text.ShouldStartWith("Hello Ada");
    }

    [Theory]
    [InlineData("Ada \"The Countess\" Lovelace")]
    [InlineData("\"Ada\"")]
    [InlineData("Ada \\\" Lovelace\\")]
    [InlineData("Lovelace, Ada (Countess) <ada>; @ [x]")]
    [InlineData("Zoë \\ \"Zed\"")]
    [InlineData("Zoë\" <eve@example.com>, \"Zed")]
    [InlineData("")]
    public async Task A_name_with_marks_that_mean_something_in_headers_stays_one_name(string name)
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = MailHost.Smtp(peer);

        await host.SendAsync(Mails.Plain with { To = Mails.Plain.To with { DisplayName = name } });

        var mail = await peer.NextMailAsync();
        mail.To.ShouldBe(new MailPerson("ada@example.com", name));
        mail.RecipientCount.ShouldBe(1);
    }

    [Fact]
    public async Task An_international_domain_goes_out_in_its_ascii_form()
    {
        await using var peer = await SmtpPeer.StartNewAsync(new SmtpPeerOptions { HideSmtpUtf8 = true });
        using var host = MailHost.Smtp(peer);

        await host.SendAsync(Mails.Plain with { To = new Mailbox("ada@bücher.example", "Ada") });

        await peer.NextMailAsync();
        (await Source(peer)).ShouldContain("<ada@xn--bcher-kva.example>");
    }

    [Fact]
    public async Task An_international_mailbox_needs_a_server_that_knows_them()
    {
        await using var able = await SmtpPeer.StartNewAsync();
        await using var unable = await SmtpPeer.StartNewAsync(new SmtpPeerOptions { HideSmtpUtf8 = true });
        using var ableHost = MailHost.Smtp(able);
        using var unableHost = MailHost.Smtp(unable);
        var message = Mails.Plain with { To = new Mailbox("zoë@example.com", "Zoë") };

        await ableHost.SendAsync(message);
        (await Should.ThrowAsync<Exception>(() => unableHost.SendAsync(message))).ShouldNotBeOfType<EmailRefusedException>();

        (await able.NextMailAsync()).EnvelopeTo.ShouldBe(["zoë@example.com"]);
        unable.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(550)]
    [InlineData(451)]
    public async Task What_the_server_says_of_the_recipient_is_not_repeated(int code)
    {
        await using var peer = await SmtpPeer.StartNewAsync(
            new SmtpPeerOptions { RecipientReply = new SmtpReply(code, $"{Mails.Plain.To.Address} is unknown") }
        );
        using var host = MailHost.Smtp(peer);

        var failure = await Should.ThrowAsync<Exception>(() => host.SendAsync(Mails.Plain));

        (failure is EmailRefusedException).ShouldBe(code == 550);
        failure.ToString().ShouldContain($"{code}");
        failure.ToString().ShouldNotContain(Mails.Plain.To.Address);
    }

    [Fact]
    public async Task A_server_that_is_down_fails_for_now_and_takes_the_mail_once_it_is_up()
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = MailHost.Smtp(peer);
        await peer.StopAsync();

        var failure = await Should.ThrowAsync<Exception>(() => host.SendAsync(Mails.Plain));
        await peer.StartAsync();
        await host.SendAsync(Mails.Plain);

        failure.ShouldNotBeOfType<EmailRefusedException>();
        failure.GetBaseException().ShouldBeOfType<SocketException>();
        (await peer.NextMailAsync()).MessageId.ShouldBe(Mails.Plain.MessageId);
    }

    private static async Task<string> Source(SmtpPeer peer)
    {
        await peer.StopAsync();
        return peer.Received.Single().Source;
    }
}
