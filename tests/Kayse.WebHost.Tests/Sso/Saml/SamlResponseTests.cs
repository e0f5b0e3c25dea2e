using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml;

public sealed class SamlResponseTests
{
    [Theory]
    [InlineData("Assertion")]
    [InlineData("Response")]
    public void A_response_is_accepted_when_it_or_its_assertion_is_signed(string signed)
    {
        var outcome = Verdict.On(Signer.Trusted.Sign(new SampleResponse().ToXml(), signed).Bytes());

        outcome.FirstFailure.ShouldBeNull();
        outcome.IsAccepted.ShouldBeTrue();
        outcome.InResponseTo.ShouldBe("_request1");
        outcome.Assertion!.NameId.ShouldBe("ben-0042");
        outcome.Assertion.AuthenticatedAt.ShouldBe(SampleResponse.Now.AddSeconds(-30));
        SamlProfile.Of(outcome.Assertion).Email.ShouldBe("ben@jones.example");
        SamlProfile.Of(outcome.Assertion).FullName.ShouldBe("Ben Jones");
    }

    [Fact]
    public void A_response_is_accepted_when_both_are_signed()
    {
        var document = Signer.Trusted.Sign(Signer.Trusted.Sign(new SampleResponse().ToXml()), "Response");

        Verdict.On(document.Bytes()).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void An_inner_signature_of_a_stranger_refuses_a_response_that_is_signed()
    {
        var document = Signer.Trusted.Sign(Signer.Stranger.Sign(new SampleResponse().ToXml()), "Response");

        Verdict.On(document.Bytes()).FirstFailure!.Name.ShouldBe(SamlCheckName.Signature);
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#sha384")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512")]
    public void Sha_2_may_be_used(string method, string digest)
    {
        var signer = new Signer(Signer.Trusted.Certificate) { Method = method, Digest = digest };

        Verdict.On(signer.Sign(new SampleResponse().ToXml()).Bytes()).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void Prefixes_that_only_values_use_may_be_signed_with_the_rest()
    {
        var signer = new Signer(Signer.Trusted.Certificate)
        {
            Transforms = [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform("xs saml")],
        };

        Verdict.On(signer.Sign(new SampleResponse().ToXml()).Bytes()).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void The_keys_that_a_signature_brings_along_are_ignored()
    {
        var signer = new Signer(Signer.Trusted.Certificate) { WithKeyInfo = true };

        Verdict.On(signer.Sign(new SampleResponse().ToXml()).Bytes()).IsAccepted.ShouldBeTrue();
        Verdict.On(signer.Sign(new SampleResponse().ToXml()).Bytes(), Signer.Stranger.Certificate).IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public void Either_of_two_certificates_may_have_signed()
    {
        var response = Signer.Trusted.Sign(new SampleResponse().ToXml()).Bytes();

        Verdict.On(response, Signer.Stranger.Certificate, Signer.Trusted.Certificate).IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(119, true)]
    [InlineData(120, false)]
    public void Clocks_may_differ_by_two_minutes(int seconds, bool accepted)
    {
        var sample = new SampleResponse { NotOnOrAfter = SampleResponse.Time(-seconds), ConfirmedUntil = SampleResponse.Time(-seconds) };

        Verdict.On(Signer.Trusted.Sign(sample.ToXml()).Bytes()).IsAccepted.ShouldBe(accepted);
    }

    [Theory]
    [InlineData("http://www.w3.org/2009/xmlenc11#aes128-gcm", 16)]
    [InlineData("http://www.w3.org/2009/xmlenc11#aes256-gcm", 32)]
    public void An_encrypted_assertion_is_decrypted(string content, int keySize)
    {
        var encryptor = new Encryptor(Verdict.OurKey.Value) { Content = content, KeySize = keySize };

        var signedInside = encryptor.Encrypt(Signer.Trusted.Sign(new SampleResponse().ToXml()));
        Verdict.On(signedInside.Bytes()).IsAccepted.ShouldBeTrue();

        var signedOutside = Signer.Trusted.Sign(encryptor.Encrypt(new SampleResponse().ToXml()), "Response");
        Verdict.On(signedOutside.Bytes()).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void Times_at_the_ends_of_the_calendar_are_times()
    {
        var sample = new SampleResponse { NotBefore = "0001-01-01T00:00:00Z", NotOnOrAfter = "9999-12-31T23:59:59Z" };

        Verdict.On(Signer.Trusted.Sign(sample.ToXml()).Bytes()).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void A_prefix_that_is_listed_twice_is_listed()
    {
        var document = Signer.Trusted.Sign(new SampleResponse().ToXml());
        var list = document.New("InclusiveNamespaces", SamlNames.ExclusiveCanonicalization);
        list.SetAttribute("PrefixList", "saml saml #default  saml");
        document.Element("CanonicalizationMethod").AppendChild(list);

        Verdict.On(document.Bytes()).FirstFailure!.Name.ShouldBe(SamlCheckName.Signature);
    }

    [Fact]
    public void What_is_read_is_what_was_signed_and_not_what_surrounds_it()
    {
        var document = Signer.Trusted.Sign(new SampleResponse().ToXml());
        document.DocumentElement!.SetAttribute("InResponseTo", "_request2");

        Verdict.On(document.Bytes()).InResponseTo.ShouldBe("_request1");
    }
}
