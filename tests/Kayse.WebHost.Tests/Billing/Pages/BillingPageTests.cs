using System.Net;
using Kayse.WebHost.Billing.Pages;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Billing.Pages;

/// <summary>Billing in the console.</summary>
public sealed class BillingPageTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private const string Preferences = "/settings/billing/preferences";
    private const string Wallet = "/settings/billing/wallet";

    private Person _owner = null!;
    private PageClient _browser = null!;

    private KayseApp App => shared.App;

    public async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_super_admin_sets_preferences_and_who_may_see_billing_reads_them()
    {
        var admin = await App.JoinAsync(_owner, "admin", ["billing.read"]);

        var saved = await _browser.SubmitAsync(
            Preferences,
            "preferences",
            ("primaryContactId", admin.UserId),
            ("mode", "wallet"),
            ("monthlyCap", "$1,250.50"),
            ("alertRecipients", admin.UserId)
        );

        saved.ShouldBeAt(Preferences).ShouldSay("Billing preferences saved.");
        saved.Form("preferences")["monthlyCap"].ShouldBe("1250.50");
        var page = await App.Browser(admin).GetAsync(Preferences);
        page.ShouldSay("$1,250.50").ShouldSay("Wallet").ShouldSay("Only Super Admins can change these preferences.");
        page.Text.ShouldNotContain("Save preferences");
    }

    [Theory]
    [InlineData("a lot", "“a lot” isn't an amount such as 1250.00.")]
    [InlineData("10.005", "USD has 2 decimals at most.")]
    [InlineData("0", "This must be more than 0.")]
    public async Task A_cap_that_is_no_amount_is_refused_at_its_field(string typed, string message) =>
        (await _browser.SubmitAsync(Preferences, "preferences", ("monthlyCap", typed)))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("monthlyCap")
            .ShouldBe(message);

    [Fact]
    public async Task A_payment_is_recorded_and_listed()
    {
        (await _browser.GetAsync(Wallet)).ShouldSay("No payments yet").ShouldSay("$0.00").ShouldSay("Your company pays by invoice.");

        var recorded = await _browser.SubmitAsync($"{Wallet}/refill", "refill", ("paymentId", "bank-77"), ("amount", "250"));

        recorded.ShouldBeAt(Wallet).ShouldSay("Payment of $250.00 recorded.").ShouldSay("bank-77").ShouldSay("Ada Vale");
        (await _browser.SubmitAsync($"{Wallet}/refill", "refill", ("paymentId", "bank-77"), ("amount", "300")))
            .ShouldBe(HttpStatusCode.Conflict)
            .ErrorOf("paymentId")
            .ShouldBe("This payment was already recorded with another amount. Check the payment reference.");
    }

    [Theory]
    [InlineData("1,234.5", "USD", 123_450)]
    [InlineData("12 usd", "USD", 1200)]
    [InlineData("500", "JPY", 500)]
    public void Amounts_are_read_as_people_type_them(string typed, string currency, long amount) =>
        MoneyText.Parse("field", typed, currency).ShouldBe(amount);
}
