using Kayse.Browser.Tests.Testing;

namespace Kayse.Browser.Tests.Pages;

public sealed class CompanyPages(Firm firm) : PageTests(firm)
{
    [Theory]
    [InlineData("company")]
    [InlineData("branding")]
    [InlineData("business-hours")]
    [InlineData("domains")]
    [InlineData("domains/new")]
    [InlineData("single-sign-on")]
    [InlineData("single-sign-on/test")]
    [InlineData("single-sign-on/oidc")]
    [InlineData("single-sign-on/oidc/remove")]
    [InlineData("single-sign-on/saml")]
    [InlineData("single-sign-on/saml/remove")]
    [InlineData("provisioning")]
    [InlineData("provisioning/activity")]
    [InlineData("provisioning/tokens/new")]
    [InlineData("provisioning/resume")]
    [InlineData("webhooks")]
    [InlineData("webhooks/new")]
    [InlineData("billing")]
    [InlineData("billing/usage/members")]
    [InlineData("billing/reports")]
    [InlineData("billing/reports/new")]
    [InlineData("scopes")]
    [InlineData("scopes/new")]
    [InlineData("catalogue")]
    [InlineData("catalogue/case-types")]
    [InlineData("catalogue/agents/edit")]
    [InlineData("security-policy")]
    [InlineData("service-keys")]
    [InlineData("service-keys/new")]
    [InlineData("sessions")]
    [InlineData("sign-in-history")]
    [InlineData("audit-log")]
    [InlineData("retention")]
    [InlineData("access-reviews")]
    [InlineData("access-reviews/start")]
    public Task Settings(string page) => CheckAsync($"/settings/{page}", name: $"Settings_{page.Replace('/', '_')}");
}
