using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kayse.Grains.Errors;
using Kayse.Grains.Sso;
using Kayse.Grains.Sso.Saml;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Sso.Saml;

public sealed class SamlSettingsRulesTests
{
    private static readonly DateTimeOffset _end = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string _certificate = TestSamlMetadata.NewCertificate(_end);
    private static readonly SamlSettings _good = new("urn:idp", "https://idp.jones.example/sso", [_certificate]);

    [Fact]
    public void A_certificate_may_be_in_PEM()
    {
        var pem = PemEncoding.WriteString("CERTIFICATE", Convert.FromBase64String(_certificate));

        SamlSettingsRules.Check(_good with { Certificates = [pem, _certificate] }, null).Certificates.ShouldBe([_certificate]);
    }

    [Theory]
    [InlineData("http://idp.jones.example/sso")]
    [InlineData("https://ben@idp.jones.example/sso")]
    [InlineData("https://idp.jones.example/sso#part")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/sso")]
    [InlineData("")]
    public void Nobody_is_sent_anywhere_but_to_https(string url) => ShouldRefuse(_good with { SignOnUrl = url }, "signOnUrl");

    [Fact]
    public void Certificates_are_needed_readable_few_and_of_safe_keys()
    {
        ShouldRefuse(_good with { Certificates = [] }, "certificates");
        ShouldRefuse(_good with { Certificates = ["AAAA"] }, "certificates");
        ShouldRefuse(_good with { Certificates = [_certificate, WithWeakKey()] }, "certificates");
        ShouldRefuse(_good with { Certificates = [.. Enumerable.Repeat(_certificate, 11)] }, "certificates");
    }

    [Fact]
    public void Private_keys_stay_unless_they_are_replaced_or_removed()
    {
        var before = _good with { PrivateKeys = "ours" };

        SamlSettingsRules.Check(_good, before).PrivateKeys.ShouldBe("ours");
        SamlSettingsRules.Check(_good with { PrivateKeys = "new" }, before).PrivateKeys.ShouldBe("new");
        SamlSettingsRules.Check(_good with { PrivateKeys = "" }, before).PrivateKeys.ShouldBeNull();
    }

    [Fact]
    public void Metadata_of_another_provider_or_without_a_usable_certificate_changes_nothing()
    {
        var provider = new SamlProvider("urn:idp", "https://idp.jones.example/new", SamlBinding.Post, [_certificate]);

        SamlSettingsRules.Refresh(_good, provider)!.SignOnUrl.ShouldBe("https://idp.jones.example/new");
        SamlSettingsRules.Refresh(_good, provider with { EntityId = "urn:other" }).ShouldBeNull();
        SamlSettingsRules.Refresh(_good, provider with { Certificates = [] }).ShouldBeNull();
        SamlSettingsRules.Refresh(_good, provider with { SignOnUrl = "http://idp.jones.example" }).ShouldBeNull();
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(8, 30)]
    [InlineData(7, 7)]
    [InlineData(-1, 7)]
    public void The_end_of_the_last_certificate_is_told_30_and_7_days_before(int daysBefore, int? told)
    {
        var sooner = TestSamlMetadata.NewCertificate(_end.AddDays(-20));

        var warning = SamlUpkeepRules.WarningDue(new SamlUpkeepState(), [sooner, _certificate], _end.AddDays(-daysBefore));

        warning?.Days.ShouldBe(told!.Value);
        (warning is null).ShouldBe(told is null);
        if (warning is not null)
            SamlUpkeepRules
                .WarningDue(new SamlUpkeepState { Warned = warning }, [_certificate], _end.AddDays(-daysBefore))
                .ShouldBeNull();
    }

    private static void ShouldRefuse(SamlSettings settings, string field) =>
        Should
            .Throw<RefusedException>(() => SamlSettingsRules.Check(settings, null))
            .Refusal.Fields.ShouldNotBeNull()
            .Keys.ShouldBe([field]);

    private static string WithWeakKey()
    {
        using var key = RSA.Create(1024);
        var request = new CertificateRequest("CN=weak", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(_end.AddYears(-1), _end);
        return Convert.ToBase64String(certificate.RawData);
    }
}
