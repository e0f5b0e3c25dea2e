using Kayse.Grains.Domains;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Sso;

/// <summary>What a company does with single sign-on, and who comes by it, as calls of grains.</summary>
internal static class SsoSilo
{
    public const string Issuer = "https://idp.example";

    public static ICompanySsoGrain Sso(this Firm firm) => firm.Silo.Grains.GetGrain<ICompanySsoGrain>(firm.CompanyId);

    public static ConfigureSso Settings(this Firm firm, string clientId = "kayse") =>
        new(firm.CompanyId, SsoProtocol.Oidc) { Oidc = new OidcSettings(Issuer, clientId) { ClientSecret = "hidden-secret" } };

    /// <summary>Lets people with an address in a domain sign in.</summary>
    public static async Task OfferSsoAsync(this Firm firm, string domain)
    {
        await firm.Silo.Grains.GetGrain<IDomainGrain>(domain).ClaimAsync(firm.CompanyId);
        await firm.Sso().ConfigureAsync(firm.Founder, firm.Settings());
        await firm.Sso().SetUseAsync(firm.Founder, new SetSsoUse(SsoProtocol.Oidc, Enforced: false, JustInTime: true));
    }

    /// <summary>Has the founder pass a test.</summary>
    public static async Task PassTestAsync(this Firm firm)
    {
        var connection = await firm.Sso().BeginTestAsync(firm.Founder, SsoProtocol.Oidc);
        var report = new SsoTestReport([new SsoCheck("Signature", true)], []);
        var founder = (await firm.User(firm.Founder.UserId).Profile.GetAsync())!;
        var test = new CompleteSsoTest(SsoProtocol.Oidc, connection.Version, report, firm.IdentityOf(founder.Email));
        (await firm.Sso().CompleteTestAsync(firm.Founder, test)).Passed.ShouldBeTrue();
    }

    public static VerifiedIdentity IdentityOf(this Firm firm, string email) =>
        new(SsoConnectionIds.Of(firm.CompanyId, SsoProtocol.Oidc), Issuer, email) { Email = email, FullName = "Ben Ito" };

    public static Task<SignedIn> SignInBySsoAsync(this Firm firm, string email) =>
        firm.Sso()
            .SignInAsync(new SsoSignIn(firm.IdentityOf(email), firm.Silo.Clock.GetUtcNow(), ClientDevice.Unknown, RememberMe: false));
}
