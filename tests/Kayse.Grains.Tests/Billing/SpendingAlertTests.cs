using Kayse.Grains.Audit;
using Kayse.Grains.Billing;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Billing;

/// <summary>Alerts and the wallet where an email costs a dollar, while usage grows and months pass.</summary>
public sealed class SpendingAlertTests : IAsyncLifetime
{
    private const string Near = "has used 80% of its spending cap";
    private const string Reached = "has reached its spending cap";

    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private int _events;

    private ICompanyBillingGrain Billing => _silo.Grains.GetGrain<ICompanyBillingGrain>(_firm.CompanyId);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync(("Kayse:Billing:Prices:emails", "1"));
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Each_alert_goes_out_once_a_month_and_again_when_the_cap_is_raised()
    {
        await SetAsync(cap: 100_00);

        await UseAsync(79);
        await UseAsync(1);
        await AlertedAsync("ada@firm.example", Near, 1);
        await UseAsync(10);
        await UseAsync(10);
        await AlertedAsync("ada@firm.example", Reached, 1);
        (await Billing.GetPreferencesAsync(_firm.Founder)).Status.ShouldBe(CapStatus.Reached);

        await SetAsync(cap: 110_00);
        await AlertedAsync("ada@firm.example", Near, 2);
        await SetAsync(cap: 105_00);
        await UseAsync(1);
        await AlertedAsync("ada@firm.example", Near, 2);

        _silo.Clock.Advance(TimeSpan.FromDays(32));
        await UseAsync(200);
        await AlertedAsync("ada@firm.example", Reached, 2);
        await AlertedAsync("ada@firm.example", Near, 2);
    }

    [Fact]
    public async Task Alerts_go_to_those_chosen_as_long_as_they_may_see_billing()
    {
        var ben = await _firm.JoinAsync("ben@else.example", Role.Admin, [Permissions.ReadBilling]);
        await SetAsync(cap: 100_00, ben.UserId);

        await UseAsync(80);
        await AlertedAsync("ben@else.example", Near, 1);
        await AlertedAsync("ada@firm.example", Near, 0);
        await _firm.Members.UpdateMemberAsync(_firm.Founder, ben.UserId, new UpdateMember(Access: new(Permissions: [])));
        await UseAsync(20);

        await AlertedAsync("ada@firm.example", Reached, 1);
        await AlertedAsync("ben@else.example", Reached, 0);
        (await Billing.GetPreferencesAsync(_firm.Founder)).AlertRecipients.ShouldBeEmpty();
    }

    [Fact]
    public async Task Spending_is_what_was_used_as_soon_as_it_is_recorded()
    {
        await UseAsync(12);

        var view = await Billing.GetPreferencesAsync(_firm.Founder);

        view.Spending!.Spent.ShouldBe(12_00);
        view.Spending.Lines.ShouldHaveSingleItem().ShouldBe(new(UsageMetric.Emails, 12, 1, 12_00));
        view.Status.ShouldBe(CapStatus.Within);
    }

    [Fact]
    public async Task A_month_that_is_over_is_taken_from_the_wallet_once()
    {
        await UseAsync(30);
        await SetAsync(cap: null, mode: BillingMode.Wallet);
        await Billing.RefillWalletAsync(_firm.Founder, new("pay-1", 20_00));

        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromDays(7),
            async () => (await Billing.GetWalletAsync(_firm.Founder, Firm.AllOfIt)).Entries.Total.ShouldBe(2)
        );
        _silo.Clock.Advance(TimeSpan.FromHours(3));
        await _silo.RestartAsync(TimeSpan.FromDays(40));
        await UseAsync(5);

        var wallet = await Billing.GetWalletAsync(_firm.Founder, Firm.AllOfIt);
        wallet.Balance.ShouldBe(-10_00);
        wallet
            .Entries.Items.Select(entry => (entry.PaymentId, entry.Amount, entry.Balance))
            .ShouldBe([(null, -30_00, -10_00), ("pay-1", 20_00, 20_00)]);
        (await _firm.AuditAsync()).Count(record => record.Action == AuditActions.WalletCharged).ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_dies_while_it_takes_a_month_from_the_wallet_takes_it_once()
    {
        await SetAsync(cap: null, mode: BillingMode.Wallet);
        for (var months = 1; months <= 7; months++)
        {
            await UseAsync(30);
            _silo.Crash.After(months - 1, isOvertaken: false);
            _silo.Clock.Advance(TimeSpan.FromDays(31));
            try
            {
                await Billing.AsReference<IRemindable>().ReceiveReminder("check-spending", default);
            }
            catch (Exception) when (_silo.Crash.HasHappened) { }

            await _silo.RestartAsync();
            await CrashScenario.WhileTimePassesAsync(_silo, TimeSpan.FromHours(1), () => IsChargedAsync(months));
        }

        async Task IsChargedAsync(int months)
        {
            var wallet = await Billing.GetWalletAsync(_firm.Founder, Firm.AllOfIt);
            wallet.Entries.Items.Select(entry => entry.Amount).ShouldBe(Enumerable.Repeat(-30_00L, months));
            wallet.Balance.ShouldBe(-30_00 * months);
            (await _firm.AuditAsync()).Count(record => record.Action == AuditActions.WalletCharged).ShouldBe(months);
        }
    }

    private Task<BillingPreferencesView> SetAsync(long? cap, params string[] recipients) => SetAsync(cap, BillingMode.Invoice, recipients);

    private Task<BillingPreferencesView> SetAsync(long? cap, BillingMode mode, params string[] recipients) =>
        Billing.SetPreferencesAsync(_firm.Founder, new(_firm.Founder.UserId, mode, null, cap, recipients));

    // Past the pause in which nobody looks again.
    private async Task UseAsync(decimal emails)
    {
        _silo.Clock.Advance(TimeSpan.FromSeconds(6));
        var sent = new UsageEvent($"event-{++_events}", UsageMetric.Emails, emails, _silo.Clock.GetUtcNow());
        var usage = _silo.Grains.GetGrain<ICompanyUsageGrain>(_firm.CompanyId);
        (await usage.RecordUsageAsync(_firm.Founder, [sent], isBackfill: false)).Accepted.ShouldBe(1);
        (await usage.RecordUsageAsync(_firm.Founder, [sent], isBackfill: false)).Duplicates.ShouldBe(1);
    }

    // The reminder may have looked a moment ago, and then the hint waits for a few seconds.
    private Task AlertedAsync(string address, string subject, int times) =>
        CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromSeconds(6),
            () =>
            {
                _silo
                    .Mailbox.All.Where(mail => mail.To.Address == address && mail.Subject.Contains(subject, StringComparison.Ordinal))
                    .Select(mail => mail.MessageId)
                    .Distinct(StringComparer.Ordinal)
                    .Count()
                    .ShouldBe(times);
                return Task.CompletedTask;
            }
        );
}
