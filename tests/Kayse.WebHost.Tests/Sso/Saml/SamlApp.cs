using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>A company with a verified domain, and the identity providers that know its SAML connection.</summary>
public sealed class SamlApp : IAsyncLifetime
{
    private const string Domain = "jones.example";
    private readonly LocalNameServer _dns = new();

    public SamlApp() =>
        App = new KayseApp(
            ("Kayse:Dns:Servers:0", _dns.Address),
            ("Kayse:Dns:Timeout", "00:00:02"),
            ("Kayse:Outbound:AllowedPrivateHosts:0", "127.0.0.1")
        );

    public KayseApp App { get; }

    public Person Owner { get; private set; } = null!;

    internal ApiClient Admin { get; private set; } = null!;

    internal SamlPeer Peer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Owner = await App.SignUpAsync($"ben@{Domain}");
        Admin = App.Client(Owner.Token);
        await VerifyDomainAsync();
        var us = (await Admin.GetAsync("companies/current/sso/saml")).ShouldBe(HttpStatusCode.OK);
        (await Admin.SendAsync(HttpMethod.Put, "companies/current/sso/saml", ByHand())).ShouldBe(HttpStatusCode.OK);
        (await Admin.PostAsync("companies/current/sso/saml/certificates")).ShouldBe(HttpStatusCode.OK);
        us = await Admin.GetAsync("companies/current/sso/saml");
        using var ours = X509CertificateLoader.LoadCertificate(
            Convert.FromBase64String(us.Json["serviceProvider"]!["certificates"]![0]!["certificate"]!.GetValue<string>())
        );
        using var key = ours.GetRSAPublicKey()!;
        Peer = await SamlPeer.StartAsync(
            new SamlPeerSettings(new SamlPeerUser("ben-0042", $"ben@{Domain}", "Ben Jones"))
            {
                Now = App.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
                Metadata = await MetadataAsync(us.At("serviceProvider.metadataUrl")),
                AcsUrl = us.At("serviceProvider.acsUrl"),
                EntityId = us.At("serviceProvider.entityId"),
                EncryptionCert = ours.ExportCertificatePem(),
                EncryptionPublicKey = key.ExportSubjectPublicKeyInfoPem(),
            }.SignedBy(Signer.Trusted.Certificate)
        );
    }

    public async Task DisposeAsync()
    {
        Peer?.Dispose();
        await App.DisposeAsync();
        await _dns.DisposeAsync();
    }

    /// <summary>Settings that somebody entered by hand.</summary>
    internal static object ByHand(
        string entityId = "urn:samlp",
        string signOnUrl = "http://localhost/samlp",
        string binding = "redirect"
    ) =>
        new
        {
            entityId,
            signOnUrl,
            binding,
            certificates = new[] { Signer.Trusted.Certificate.ExportCertificatePem() },
        };

    private async Task<string> MetadataAsync(string url)
    {
        using var http = App.Http();
        using var response = await http.GetAsync(new Uri(new Uri(url).PathAndQuery, UriKind.Relative));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/samlmetadata+xml");
        return await response.Content.ReadAsStringAsync();
    }

    private async Task VerifyDomainAsync()
    {
        var record = (await Admin.PostAsync("companies/current/domains", new { domain = Domain })).ShouldBe(HttpStatusCode.Created);
        _dns[record.At("record.name")] = NameServerResponse.Of(record.At("record.value"));
        (await Admin.PostAsync($"companies/current/domains/{Domain}/verify")).At("status").ShouldBe("verified");
    }
}
