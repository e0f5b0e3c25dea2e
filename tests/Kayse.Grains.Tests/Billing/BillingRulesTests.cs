using Kayse.Grains.Billing;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Tests.Billing;

/// <summary>What preferences are accepted, and who looks after billing.</summary>
public sealed class BillingRulesTests
{
    private static readonly CompanyPerson _ada = new("ada", "Ada", "ada@firm.example", Role.SuperAdmin);
    private static readonly CompanyPerson _ben = new("ben", "Ben", "ben@firm.example", Role.Admin);
    private static readonly CompanyPerson _cleo = new("cleo", "Cleo", "cleo@firm.example", Role.SuperAdmin);
    private static readonly BillingCandidates _candidates = new([_ben, _ada, _cleo], [_ada, _cleo]);
    private static readonly SetBillingPreferences _command = new("ben", BillingMode.Wallet, "USD", 1000, ["cleo"]);

    [Fact]
    public void Preferences_are_replaced_as_a_whole()
    {
        var next = Apply(new(), _command with { AlertRecipients = ["cleo", "cleo"] });

        (next.ContactId, next.Mode, next.Currency, next.MonthlyCap).ShouldBe(("ben", BillingMode.Wallet, "USD", 1000));
        next.AlertRecipients.ShouldBe(["cleo"]);
        Apply(next, new("ada", BillingMode.Invoice, null, null, [])).MonthlyCap.ShouldBeNull();
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Should
            .Throw<RefusedException>(() => Apply(new(), new("nobody", (BillingMode)7, "EUR", 0, ["ben"])))
            .Refusal.Fields!.Keys.ShouldBe(["primaryContactId", "mode", "currency", "monthlyCap", "alertRecipients"], ignoreOrder: true);

    [Fact]
    public void A_change_meant_for_another_version_is_refused() =>
        Should
            .Throw<RefusedException>(() => Apply(new() { Version = 2 }, _command with { ExpectedVersion = 1 }))
            .Code.ShouldBe("version_conflict");

    [Theory]
    [InlineData(null, 1000, true)]
    [InlineData(1000, 1001, true)]
    [InlineData(1000, null, true)]
    [InlineData(1000, 1000, false)]
    [InlineData(1000, 999, false)]
    [InlineData(null, null, false)]
    public void Raising_the_cap_has_alerts_sent_again(int? before, int? after, bool again)
    {
        var sent = new SentAlerts(new DateOnly(2026, 11, 1), [AlertThreshold.Near]);
        var state = new BillingState
        {
            Currency = "USD",
            MonthlyCap = before,
            Alerts = sent,
            CapRaises = 4,
        };

        var next = Apply(state, _command with { MonthlyCap = after });

        (next.Alerts, next.CapRaises).ShouldBe(again ? (null, 5) : (sent, 4));
    }

    [Fact]
    public void A_cap_in_another_currency_is_none() =>
        BillingRules.CapIn(new() { Currency = "EUR", MonthlyCap = 1000 }, "USD").ShouldBeNull();

    [Fact]
    public void The_contact_is_who_was_chosen_while_they_are_an_admin_and_else_the_first_super_admin()
    {
        BillingRules.ContactOf(new(), _candidates.Contacts).ShouldBe(_ada);
        BillingRules.ContactOf(new() { ContactId = "ben" }, _candidates.Contacts).ShouldBe(_ben);
        BillingRules.ContactOf(new() { ContactId = "gone" }, _candidates.Contacts).ShouldBe(_ada);
    }

    [Fact]
    public void A_contact_who_is_no_admin_any_more_has_an_heir()
    {
        BillingRules.HeirOf(new() { ContactId = "gone" }, _candidates.Contacts, leftByDefault: null).ShouldBe(_ada);
        BillingRules.HeirOf(new(), _candidates.Contacts, leftByDefault: "gone").ShouldBe(_ada);
        BillingRules.HeirOf(new() { ContactId = "ben" }, _candidates.Contacts, leftByDefault: "gone").ShouldBeNull();
        BillingRules.HeirOf(new(), _candidates.Contacts, leftByDefault: null).ShouldBeNull();
        BillingRules.HeirOf(new(), _candidates.Contacts, leftByDefault: "cleo").ShouldBeNull("she is back");
    }

    [Fact]
    public void Alerts_go_to_those_chosen_who_may_see_billing_or_to_all_super_admins()
    {
        BillingRules.RecipientsOf(new() { AlertRecipients = ["cleo", "gone"] }, _candidates.Recipients).ShouldBe([_cleo]);
        BillingRules.RecipientsOf(new() { AlertRecipients = ["gone"] }, _candidates.Recipients).ShouldBe([_ada, _cleo]);
        BillingRules.RecipientsOf(new(), [_ben, _ada]).ShouldBe([_ada]);
    }

    [Theory]
    [InlineData("", 5, "paymentId")]
    [InlineData("  ", 5, "paymentId")]
    [InlineData("pay", 0, "amount")]
    [InlineData("pay", -1, "amount")]
    [InlineData("pay", long.MaxValue, "amount")]
    public void A_refill_has_a_payment_and_an_amount(string paymentId, long amount, string field) =>
        Should.Throw<RefusedException>(() => WalletRules.Check(new(paymentId, amount))).Refusal.Fields!.Keys.ShouldBe([field]);

    [Theory]
    [InlineData("USD", "emails", 0.1, null)]
    [InlineData("USD", "Emails", 0, null)]
    [InlineData("usd", "emails", 1, "Kayse:Billing:Currency must be an ISO 4217 code such as USD.")]
    [InlineData("USD", "emails", -1, "Kayse:Billing:Prices:emails must be from 0 to 1000000.")]
    [InlineData(
        "USD",
        "faxes",
        1,
        "Kayse:Billing:Prices:faxes is not a metric. Metrics are voice_minutes, sms_segments, emails, phone_numbers, storage_bytes."
    )]
    public void Settings_that_make_no_sense_stop_the_host(string currency, string metric, double price, string? failure)
    {
        var options = new BillingOptions { Currency = currency };
        options.Prices[metric] = (decimal)price;

        var result = new BillingOptionsValidator().Validate(null, options);

        (result.Succeeded ? null : result.FailureMessage).ShouldBe(failure);
    }

    private static BillingState Apply(BillingState state, SetBillingPreferences command) =>
        BillingRules.Apply(state, command, _candidates, "USD");
}
