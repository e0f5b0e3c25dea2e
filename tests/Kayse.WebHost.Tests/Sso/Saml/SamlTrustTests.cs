using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Kayse.Grains.Sso;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>Whose signatures count.</summary>
public sealed class SamlTrustTests
{
    private static readonly DateTimeOffset _end = SampleResponse.Now.AddDays(1);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_certificate_counts_until_it_ends(int seconds, bool counts)
    {
        using var certificate = Signer.NewCertificate("CN=idp.jones.example", _end);
        var response = new Signer(certificate).Sign(new SampleResponse().ToXml());

        IsAccepted(response, certificate, _end.AddSeconds(seconds)).ShouldBe(counts);
    }

    [Fact]
    public void A_certificate_counts_from_when_it_begins() =>
        IsAccepted(
                Signer.Trusted.Sign(new SampleResponse().ToXml()),
                Signer.Trusted.Certificate,
                SampleResponse.Now.AddYears(-1).AddSeconds(-1)
            )
            .ShouldBeFalse();

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", true)]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", false)]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", false)]
    public void An_elliptic_curve_may_sign_by_the_algorithm_that_it_names(string named, bool counts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=idp.jones.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(SampleResponse.Now.AddDays(-1), _end);
        var response = Signer.Trusted.Sign(new SampleResponse().ToXml());
        response.Element("SignatureMethod").SetAttribute("Algorithm", named);
        var signed = Canonicalization.Of(response.Element("SignedInfo"), prefixes: null);
        response.Element("SignatureValue").InnerText = Convert.ToBase64String(key.SignData(signed, HashAlgorithmName.SHA256));

        IsAccepted(response, certificate, SampleResponse.Now).ShouldBe(counts);
    }

    private static bool IsAccepted(XmlDocument response, X509Certificate2 certificate, DateTimeOffset now)
    {
        var settings = new SamlSettings(
            SampleResponse.IdentityProvider,
            "https://idp.jones.example/sso",
            [Convert.ToBase64String(certificate.RawData)]
        );
        using var trust = new SamlTrust(settings, now);
        return SamlResponseValidator.Validate(response.Bytes(), trust.Signatures, Verdict.Expected).IsAccepted;
    }
}
