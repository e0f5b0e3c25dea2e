using System.Security.Cryptography;
using System.Text;
using Kayse.Testing;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace Kayse.Silo.Tests.Mail;

/// <summary>Signed mail as it arrives at a server, checked by MimeKit's verifier.</summary>
public sealed class DkimTests : IDisposable
{
    private static readonly Uri _unsubscribe = new(
        "https://accounts.kayse.example/api/v1/email-subscriptions/06dz8wkcpr0g3xmhqk2v1nyt.q83vEjRWeJCrze8SNFZ4kA?type=notifications"
    );

    private readonly RSA _key = RSA.Create(2048);
    private readonly string _file = Path.GetTempFileName();

    public DkimTests() => File.WriteAllText(_file, _key.ExportRSAPrivateKeyPem());

    public void Dispose()
    {
        _key.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task A_signature_covers_the_mail_and_its_headers_for_unsubscribing()
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = SignedSmtp(peer);

        await host.SendAsync(Mails.Unicode with { Unsubscribe = _unsubscribe });

        var source = (await peer.NextMailAsync()).Source;
        (await IsSignedAsync(source)).ShouldBeTrue();
        var mail = await ReadAsync(source);
        mail.Headers["List-Unsubscribe"].ShouldBe($"<{_unsubscribe}>");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        mail.Headers[HeaderId.DkimSignature]!.ShouldContain("List-Unsubscribe:List-Unsubscribe-Post", Case.Insensitive);
        (await IsSignedAsync(source.Replace("type=notifications", "type=marketing", StringComparison.Ordinal))).ShouldBeFalse();
        (await IsSignedAsync(source.Replace("Gr=C3=BC", "gr=C3=BC", StringComparison.Ordinal))).ShouldBe(
            !source.Contains("Gr=C3=BC", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_mail_that_nobody_can_unsubscribe_from_has_no_such_headers()
    {
        await using var peer = await SmtpPeer.StartNewAsync();
        using var host = SignedSmtp(peer);

        await host.SendAsync(Mails.Plain);

        var mail = await peer.NextMailAsync();
        mail.HeaderNames.ShouldNotContain(name => name.StartsWith("list-", StringComparison.Ordinal));
        (await IsSignedAsync(mail.Source)).ShouldBeTrue();
    }

    private MailHost SignedSmtp(SmtpPeer peer) =>
        new(
            new Dictionary<string, string?>
            {
                ["Kayse:Mail:From"] = "Kayse <no-reply@kayse.example>",
                ["Kayse:Mail:Transport"] = "Smtp",
                ["Kayse:Mail:Smtp:Host"] = "127.0.0.1",
                ["Kayse:Mail:Smtp:Port"] = $"{peer.Port}",
                ["Kayse:Mail:Smtp:Security"] = "None",
                ["Kayse:Mail:Dkim:Domain"] = "kayse.example",
                ["Kayse:Mail:Dkim:Selector"] = "mail",
                ["Kayse:Mail:Dkim:KeyFile"] = _file,
            }
        );

    private async Task<bool> IsSignedAsync(string source)
    {
        var mail = await ReadAsync(source);
        return await new DkimVerifier(new OneKey(DotNetUtilities.GetRsaPublicKey(_key))).VerifyAsync(
            mail,
            mail.Headers[mail.Headers.IndexOf(HeaderId.DkimSignature)]
        );
    }

    private static Task<MimeMessage> ReadAsync(string source) => MimeMessage.LoadAsync(new MemoryStream(Encoding.ASCII.GetBytes(source)));

    private sealed class OneKey(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken ct = default) =>
            (domain, selector) == ("kayse.example", "mail") ? key : throw new ParseException("No such key.", 0, 0);

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods,
            string domain,
            string selector,
            CancellationToken ct = default
        ) => Task.FromResult(LocatePublicKey(methods, domain, selector, ct));
    }
}
