using Kayse.Grains.Audit;
using Kayse.Grains.Billing;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies at any point of a change of billing leaves it done or not, and nobody is told twice.</summary>
public sealed class BillingCrashTests
{
    [Fact]
    public async Task Setting_preferences()
    {
        Firm firm = null!;
        ICompanyBillingGrain Billing() => firm.Silo.Grains.GetGrain<ICompanyBillingGrain>(firm.CompanyId);
        Task<BillingPreferencesView> SetAsync(long cap) =>
            Billing().SetPreferencesAsync(firm.Founder, new(firm.Founder.UserId, BillingMode.Wallet, null, cap, []));

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                await SetAsync(1000);
                return () => SetAsync(2000);
            },
            async scenario =>
            {
                var view = await Billing().GetPreferencesAsync(firm.Founder);
                var isNew = view.Version == 2;
                if (scenario.IsAcknowledged)
                    isNew.ShouldBeTrue();
                view.MonthlyCap.ShouldBe(isNew ? 2000 : 1000);
                (await EntriesAsync(firm, AuditActions.BillingPreferencesUpdated)).ShouldBe(isNew ? 2 : 1);

                (await SetAsync(2000)).Version.ShouldBe(2);
                (await EntriesAsync(firm, AuditActions.BillingPreferencesUpdated)).ShouldBe(2);
            }
        );
    }

    [Fact]
    public async Task Refilling_the_wallet()
    {
        Firm firm = null!;
        ICompanyBillingGrain Billing() => firm.Silo.Grains.GetGrain<ICompanyBillingGrain>(firm.CompanyId);
        Task<WalletEntry> RefillAsync(string payment, long amount) =>
            Billing().RefillWalletAsync(firm.Founder, new RefillWallet(payment, amount));

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                await RefillAsync("first", 100);
                return () => RefillAsync("second", 25);
            },
            async scenario =>
            {
                var wallet = await Billing().GetWalletAsync(firm.Founder, Firm.AllOfIt);
                if (scenario.IsAcknowledged)
                    wallet.Entries.Total.ShouldBe(2);
                wallet.Balance.ShouldBe(wallet.Entries.Total == 2 ? 125 : 100);
                wallet.Entries.Items.Sum(entry => entry.Amount).ShouldBe(wallet.Balance);
                (await EntriesAsync(firm, AuditActions.WalletRefilled)).ShouldBe(wallet.Entries.Total);

                (await RefillAsync("second", 25)).Balance.ShouldBe(125);
                (await EntriesAsync(firm, AuditActions.WalletRefilled)).ShouldBe(2);
            }
        );
    }

    [Fact]
    public async Task Removing_the_primary_contact()
    {
        Firm firm = null!;
        Actor ben = null!;
        ICompanyBillingGrain Billing() => firm.Silo.Grains.GetGrain<ICompanyBillingGrain>(firm.CompanyId);

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                ben = await firm.CreateAsync(scenario.OtherEmail, Role.Admin);
                await Billing().SetPreferencesAsync(firm.Founder, new(ben.UserId, BillingMode.Invoice, null, null, []));
                return () => firm.Members.RemoveMemberAsync(firm.Founder, ben.UserId);
            },
            async scenario =>
            {
                if ((await firm.Members.ListMembersAsync(firm.Founder, Firm.AllOfIt)).Total == 2)
                    await firm.Members.RemoveMemberAsync(firm.Founder, ben.UserId);
                (await Billing().GetPreferencesAsync(firm.Founder)).PrimaryContact.UserId.ShouldBe(firm.Founder.UserId);
                await CrashScenario.WhileTimePassesAsync(
                    scenario.Silo,
                    TimeSpan.FromHours(1),
                    async () =>
                    {
                        (await Billing().GetPreferencesAsync(firm.Founder)).Version.ShouldBe(2);
                        (await EntriesAsync(firm, AuditActions.BillingPreferencesUpdated)).ShouldBe(2);
                        scenario
                            .Silo.Mailbox.All.Where(mail =>
                                mail.To.Address == $"f-{scenario.Email}"
                                && mail.Subject.Contains("billing contact", StringComparison.Ordinal)
                            )
                            .DistinctBy(mail => mail.MessageId)
                            .ShouldHaveSingleItem();
                    }
                );
            }
        );
    }

    [Fact]
    public async Task Spending_the_cap()
    {
        Firm firm = null!;
        UsageEvent sent = null!;
        Task<UsageRecorded> UseAsync() =>
            firm.Silo.Grains.GetGrain<ICompanyUsageGrain>(firm.CompanyId).RecordUsageAsync(firm.Founder, [sent], isBackfill: false);

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
                sent = new UsageEvent("event", UsageMetric.Emails, 100, scenario.Silo.Clock.GetUtcNow());
                await scenario
                    .Silo.Grains.GetGrain<ICompanyBillingGrain>(firm.CompanyId)
                    .SetPreferencesAsync(firm.Founder, new(firm.Founder.UserId, BillingMode.Invoice, null, 100_00, []));
                return UseAsync;
            },
            async scenario =>
            {
                await UseAsync();
                await CrashScenario.WhileTimePassesAsync(
                    scenario.Silo,
                    TimeSpan.FromHours(1),
                    () =>
                    {
                        AlertsTo(firm, $"f-{scenario.Email}").ShouldBe(1);
                        return Task.CompletedTask;
                    }
                );
                await scenario.Silo.RestartAsync();
                await UseAsync();
                AlertsTo(firm, $"f-{scenario.Email}").ShouldBe(1);
            },
            ("Kayse:Billing:Prices:emails", "1")
        );
    }

    // A mail that went out twice has the same id: mail servers and programs drop the second.
    private static int AlertsTo(Firm firm, string address) =>
        firm
            .Silo.Mailbox.All.Where(mail => mail.To.Address == address && mail.Subject.Contains("cap", StringComparison.Ordinal))
            .DistinctBy(mail => mail.MessageId)
            .Count();

    private static async Task<int> EntriesAsync(Firm firm, string action) =>
        (await firm.AuditAsync()).Count(record => record.Action == action);
}
