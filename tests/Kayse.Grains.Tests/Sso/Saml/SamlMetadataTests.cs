using System.Text;
using Kayse.Grains.Sso;
using Kayse.Grains.Sso.Saml;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Sso.Saml;

public sealed class SamlMetadataTests
{
    private static readonly string _certificate = TestSamlMetadata.NewCertificate(new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly string _plain = TestSamlMetadata.Of("https://idp.jones.example", _certificate);

    [Fact]
    public void It_says_who_the_provider_is_where_to_sign_in_and_with_what_it_signs()
    {
        var provider = Read(_plain)!;

        (provider.EntityId, provider.SignOnUrl, provider.Binding).ShouldBe(
            ("https://idp.jones.example", "https://idp.jones.example/sso", SamlBinding.Redirect)
        );
        provider.Certificates.ShouldBe([_certificate]);
    }

    [Fact]
    public void A_provider_among_others_is_found_and_two_are_not_one()
    {
        const string Sp = "<EntityDescriptor entityID=\"urn:sp\"><SPSSODescriptor/></EntityDescriptor>";
        Read(Many(Sp + _plain))!.EntityId.ShouldBe("https://idp.jones.example");
        Read(Many(_plain + _plain)).ShouldBeNull();
        Read(Many(Sp)).ShouldBeNull();
    }

    [Fact]
    public void One_that_takes_only_posts_is_posted_to() =>
        Read(_plain.Replace("HTTP-Redirect", "HTTP-POST", StringComparison.Ordinal))!.Binding.ShouldBe(SamlBinding.Post);

    [Fact]
    public void Keys_for_encryption_are_left_out() =>
        Read(_plain.Replace("use=\"signing\"", "use=\"encryption\"", StringComparison.Ordinal))!.Certificates.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("not XML")]
    [InlineData("<html/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><EntityDescriptor/>")]
    [InlineData("<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='a'><IDPSSODescriptor/></EntityDescriptor>")]
    public void What_is_no_metadata_of_a_provider_is_not_read(string xml) => Read(xml).ShouldBeNull();

    [Fact]
    public void Endless_documents_are_not_read()
    {
        Read(_plain + new string(' ', 1024 * 1024)).ShouldBeNull();
        Read(string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))).ShouldBeNull();
    }

    private static SamlProvider? Read(string xml) => SamlMetadata.Read(Encoding.UTF8.GetBytes(xml));

    private static string Many(string entities) =>
        $"<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">{entities}</EntitiesDescriptor>";
}
