using System.Security.Authentication;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Mail;

/// <content>What MailKit can do and the framework's client can't.</content>
public sealed partial class SmtpSecurityTests
{
    [Fact]
    public async Task Nothing_is_sent_without_signing_in_though_the_server_would_take_it()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { AuthOptional = true });
        using var host = MailHost.Smtp(peer, [.. Trusting(Authority), ("Password", "wrong")]);

        await ShouldFailForNow(host);

        await peer.StopAsync();
        peer.Steps.ShouldNotContain(step => step.Name == "mail");
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Either_way_to_sign_in_will_do(string method)
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { AuthMethods = [method] });
        using var host = MailHost.Smtp(peer, Trusting(Authority));

        await host.SendAsync(Mails.Plain);

        (await peer.NextMailAsync()).User.ShouldBe("kayse");
    }

    [Fact]
    public async Task Ways_to_sign_in_that_give_the_password_away_otherwise_are_not_used()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { AuthMethods = ["XOAUTH2"] });
        using var host = MailHost.Smtp(peer, Trusting(Authority));

        await ShouldFailForNow(host);

        await ShouldNotHaveSignedIn(peer);
    }

    [Fact]
    public async Task TLS_may_begin_with_the_first_byte()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { ImplicitTls = true });
        using var host = MailHost.Smtp(peer, [.. Trusting(Authority), ("Security", "Tls")]);

        await host.SendAsync(Mails.Plain);

        var mail = await peer.NextMailAsync();
        (mail.Secure, mail.User).ShouldBe((true, "kayse"));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_ends_that_too()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { ImplicitTls = true });
        using var host = MailHost.Smtp(peer, [.. Trusting(Authority), ("Security", "Tls"), ("TrustedCertificate", "")]);

        await ShouldFailForNow<AuthenticationException>(host);

        await ShouldNotHaveSignedIn(peer);
    }
}
