using Kayse.Browser.Tests.Testing;
using Kayse.Grains.Members;
using Kayse.Grains.Sso;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Browser.Tests.Pages;

/// <summary>Single sign-on of a company that has a connection, and has tested it.</summary>
public sealed class SingleSignOnPages(Firm firm) : PageTests(firm)
{
    private const string Issuer = "https://login.vale.example/oauth2/default";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var sso = Firm.App.Services.GetRequiredService<IGrainFactory>().GetGrain<ICompanySsoGrain>(Firm.Owner.CompanyId);
        var owner = new Actor(Firm.Owner.UserId, Firm.Owner.SessionId, null) { IsProved = true };
        var settings = new OidcSettings(Issuer, "kayse") { ClientSecret = "a-secret-of-the-test" };
        var connection = await sso.ConfigureAsync(owner, new ConfigureSso(Firm.Owner.CompanyId, SsoProtocol.Oidc) { Oidc = settings });
        await sso.SetUseAsync(owner, new SetSsoUse(SsoProtocol.Oidc, Enforced: false, JustInTime: true));
        var report = new SsoTestReport(
            [new SsoCheck("Signature", true, "RS256, key 2026-11"), new SsoCheck("Audience", true, "kayse")],
            [new SsoClaim("iss", Issuer), new SsoClaim("sub", "00u1a2b3c4"), new SsoClaim("email", Firm.Owner.Email)]
        );
        var identity = new VerifiedIdentity(connection.Id, Issuer, "00u1a2b3c4") { Email = Firm.Owner.Email };
        await sso.CompleteTestAsync(owner, new CompleteSsoTest(SsoProtocol.Oidc, connection.Version, report, identity));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/use")]
    [InlineData("/test")]
    public Task Single_sign_on(string page) =>
        CheckAsync($"/settings/single-sign-on{page}", name: $"Single_sign_on{page.Replace('/', '_')}");
}
