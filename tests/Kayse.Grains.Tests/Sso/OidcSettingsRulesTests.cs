using Kayse.Grains.Errors;
using Kayse.Grains.Sso;

namespace Kayse.Grains.Tests.Sso;

public sealed class OidcSettingsRulesTests
{
    private static readonly OidcSettings _stored = new("https://login.firm.example", "kayse") { ClientSecret = "secret-1" };

    [Fact]
    public void Settings_are_kept_trimmed_with_their_scopes_in_order_and_without_the_usual_ones()
    {
        var entered = new OidcSettings(" https://login.firm.example ", " kayse ")
        {
            ClientSecret = " secret-1 ",
            Scopes = "roles openid  groups roles email",
            GroupsClaim = " ",
        };

        var kept = OidcSettingsRules.Check(entered, before: null);

        kept.ShouldBe(_stored with { Scopes = "groups roles" });
        kept.GroupsClaim.ShouldBe("groups");
        OidcSettingsRules.Check(kept, _stored).ShouldBe(kept);
    }

    [Theory]
    [InlineData("login.firm.example")]
    [InlineData("ldap://login.firm.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:password@login.firm.example")]
    [InlineData("https://login.firm.example/?a=b")]
    [InlineData("https://login.firm.example/#a")]
    [InlineData("https://login.firm.example/a b")]
    [InlineData("https://löwe.example")]
    [InlineData("")]
    // Everybody has an account at these.
    [InlineData("https://login.microsoftonline.com/common/v2.0")]
    [InlineData("https://login.microsoftonline.com/organizations/v2.0")]
    [InlineData("https://login.microsoftonline.com/consumers/v2.0")]
    [InlineData("https://LOGIN.microsoftonline.com/Common/v2.0")]
    [InlineData("https://login.microsoftonline.com./common/v2.0")]
    [InlineData("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0")]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0")]
    [InlineData("https://login.microsoftonline.com/firm.onmicrosoft.com/v2.0")]
    [InlineData("https://login.microsoftonline.com")]
    [InlineData("https://login.microsoftonline.us/common/v2.0")]
    [InlineData("https://sts.windows.net/common/")]
    public void Addresses_that_are_no_issuer_of_one_company_are_refused(string issuer) =>
        FieldsOf(_stored with { Issuer = issuer }).ShouldContain("issuer");

    [Theory]
    [InlineData("https://login.firm.example/")]
    [InlineData("http://keycloak.internal:8080/realms/firm")]
    [InlineData("https://accounts.google.com")]
    [InlineData("https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0")]
    public void Other_issuers_are_kept_to_the_letter(string issuer) =>
        OidcSettingsRules.Check(_stored with { Issuer = issuer }, before: null).Issuer.ShouldBe(issuer);

    [Fact]
    public void A_secret_that_is_left_out_stays_but_only_for_the_same_issuer()
    {
        var kept = OidcSettingsRules.Check(_stored with { ClientId = "other", ClientSecret = null }, _stored);
        kept.ClientSecret.ShouldBe("secret-1");

        FieldsOf(_stored with { ClientSecret = null }).ShouldBe(["clientSecret"]);
        FieldsOf(_stored with { Issuer = "https://evil.example", ClientSecret = null }, _stored).ShouldBe(["clientSecret"]);
        FieldsOf(_stored with { ClientSecret = null }, _stored with { ClientSecret = null }).ShouldBe(["clientSecret"]);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var wrong = new OidcSettings("nowhere", "a b")
        {
            ClientSecret = "a\nb",
            Scopes = string.Join(' ', Enumerable.Range(0, 11)),
            GroupsClaim = new string('a', 101),
        };

        FieldsOf(wrong).ShouldBe(["issuer", "clientId", "clientSecret", "scopes", "groupsClaim"], ignoreOrder: true);
    }

    [Fact]
    public void Another_issuer_or_client_is_another_provider()
    {
        OidcSettingsRules.IsSameProvider(_stored, _stored with { ClientSecret = "other", Scopes = "groups" }).ShouldBeTrue();
        OidcSettingsRules.IsSameProvider(_stored, _stored with { Issuer = "https://login.firm.example/" }).ShouldBeFalse();
        OidcSettingsRules.IsSameProvider(_stored, _stored with { ClientId = "other" }).ShouldBeFalse();
    }

    private static IReadOnlyCollection<string> FieldsOf(OidcSettings settings, OidcSettings? before = null) =>
        [.. Should.Throw<RefusedException>(() => OidcSettingsRules.Check(settings, before)).Refusal.Fields!.Keys];
}
