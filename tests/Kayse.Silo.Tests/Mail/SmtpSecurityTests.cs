using System.Security.Authentication;
using Kayse.Grains.Mail;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Mail;

public sealed partial class SmtpSecurityTests : IDisposable
{
    private static readonly TestAuthority Authority = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Mail_goes_out_under_TLS_and_signed_in()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority));
        using var host = MailHost.Smtp(peer, Trusting(Authority));

        await host.SendAsync(Mails.Plain);

        var mail = await peer.NextMailAsync();
        (mail.Secure, mail.User).ShouldBe((true, "kayse"));
        await peer.StopAsync();
        peer.Steps.ShouldBe([
            new("connect", false),
            new("secure", true),
            new("auth", true),
            new("mail", true),
            new("rcpt", true),
            new("data", true),
        ]);
    }

    [Fact]
    public async Task A_server_that_does_not_offer_TLS_is_told_nothing()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { Certificate = null, Key = null });
        using var host = MailHost.Smtp(peer, Trusting(Authority));

        await ShouldFailForNow(host);

        await peer.StopAsync();
        peer.Steps.ShouldBe([new("connect", false)]);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_ends_it_before_signing_in()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority));
        using var host = MailHost.Smtp(peer, [.. Trusting(Authority), ("TrustedCertificate", "")]);

        await ShouldFailForNow<AuthenticationException>(host);

        await ShouldNotHaveSignedIn(peer);
    }

    [Fact]
    public async Task One_transports_authority_does_not_vouch_for_anothers_server()
    {
        var other = new TestAuthority();
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority));
        using var trusting = MailHost.Smtp(peer, Trusting(Authority));
        using var misplaced = MailHost.Smtp(peer, Trusting(other));

        await trusting.SendAsync(Mails.Plain);
        await ShouldFailForNow<AuthenticationException>(misplaced);

        peer.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_certificate_for_another_host_ends_it_before_signing_in()
    {
        var elsewhere = new TestAuthority("mail.example.com");
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(elsewhere));
        using var host = MailHost.Smtp(peer, Trusting(elsewhere));

        await ShouldFailForNow<AuthenticationException>(host);

        await ShouldNotHaveSignedIn(peer);
    }

    [Fact]
    public async Task A_wrong_password_fails_for_now_and_sends_nothing()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority));
        using var host = MailHost.Smtp(peer, [.. Trusting(Authority), ("Password", "wrong")]);

        await ShouldFailForNow(host);

        await peer.StopAsync();
        peer.Received.ShouldBeEmpty();
        peer.Steps.ShouldNotContain(step => step.Name == "rcpt");
    }

    [Fact]
    public async Task A_server_that_offers_no_way_to_sign_in_gets_no_mail()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { UserName = null });
        using var host = MailHost.Smtp(peer, Trusting(Authority));

        await ShouldFailForNow(host);

        await peer.StopAsync();
        peer.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_security_by_choice_signing_in_still_works()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { Certificate = null, Key = null });
        using var host = MailHost.Smtp(peer, ("UserName", "kayse"), ("Password", "s3cret-ü"));

        await host.SendAsync(Mails.Plain);

        var mail = await peer.NextMailAsync();
        (mail.Secure, mail.User).ShouldBe((false, "kayse"));
    }

    public void Dispose() => _folder.Dispose();

    private static SmtpPeerOptions Guarded(TestAuthority authority) =>
        new()
        {
            Certificate = authority.CertificatePem,
            Key = authority.KeyPem,
            UserName = "kayse",
            Password = "s3cret-ü",
        };

    private (string Key, string Value)[] Trusting(TestAuthority authority) =>
        [
            ("Security", "StartTls"),
            ("TrustedCertificate", _folder.Write($"{Guid.NewGuid()}.pem", authority.AuthorityPem)),
            ("UserName", "kayse"),
            ("Password", "s3cret-ü"),
        ];

    private static Task<Exception> ShouldFailForNow(MailHost host) => ShouldFailForNow<Exception>(host);

    private static async Task<Exception> ShouldFailForNow<TBase>(MailHost host)
    {
        var failure = await Should.ThrowAsync<Exception>(() => host.SendAsync(Mails.Plain));
        failure.ShouldNotBeOfType<EmailRefusedException>();
        failure.GetBaseException().ShouldBeAssignableTo<TBase>();
        return failure;
    }

    private static async Task ShouldNotHaveSignedIn(SmtpPeer peer)
    {
        await peer.StopAsync();
        peer.Steps.ShouldNotContain(step => step.Name == "auth" || step.Name == "mail");
    }
}
