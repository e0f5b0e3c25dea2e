using System.Net;
using Kayse.Browser.Tests.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.Browser.Tests.Pages;

/// <summary>How the company pays, where an email costs a cent.</summary>
public sealed class BillingPages(Firm firm) : PageTests(firm)
{
    [Theory]
    [InlineData("preferences")]
    [InlineData("wallet")]
    [InlineData("wallet/refill")]
    public async Task Billing(string page)
    {
        var owner = Firm.App.Client(Firm.Owner.Token);
        var sent = new
        {
            id = "campaign",
            metric = "emails",
            quantity = 45_000,
            at = Firm.App.Clock.GetUtcNow(),
        };
        var preferences = new
        {
            primaryContactId = Firm.Owner.UserId,
            mode = "wallet",
            monthlyCap = 50_000,
            alertRecipients = new[] { Firm.Owner.UserId },
        };
        (await owner.PostAsync("companies/current/usage", new { events = new[] { sent } })).ShouldBe(HttpStatusCode.OK);
        (await owner.SendAsync(HttpMethod.Put, "companies/current/billing-preferences", preferences)).ShouldBe(HttpStatusCode.OK);
        (await owner.PostAsync("companies/current/wallet/refills", new { paymentId = "pay_8f2c19", amount = 25_000 })).ShouldBe(
            HttpStatusCode.Created
        );

        await CheckAsync($"/settings/billing/{page}", name: $"Billing_{page.Replace('/', '_')}");
    }
}
