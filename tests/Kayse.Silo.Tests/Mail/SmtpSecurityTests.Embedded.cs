using Kayse.Grains.Mail;
using Kayse.Testing;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.Mail;

/// <content>What the framework's client can't do.</content>
public sealed partial class SmtpSecurityTests
{
    [Fact]
    public void TLS_from_the_first_byte_is_refused_at_start()
    {
        using var host = MailHost.Smtp(465, ("Security", "Tls"));

        Should.Throw<OptionsValidationException>(() => host.Transport).Failures.ShouldHaveSingleItem().ShouldContain("Kayse:Mail:Smtp:Security");
    }

    [Fact]
    public async Task A_server_that_offers_another_way_to_sign_in_gets_no_mail()
    {
        await using var peer = await SmtpPeer.StartNewAsync(Guarded(Authority) with { AuthMethods = ["PLAIN"], AuthOptional = true });
        using var host = MailHost.Smtp(peer, Trusting(Authority));

        (await ShouldFailForNow(host)).ToString().ShouldContain("AUTH LOGIN");

        await peer.StopAsync();
        peer.Received.ShouldBeEmpty();
    }
}
