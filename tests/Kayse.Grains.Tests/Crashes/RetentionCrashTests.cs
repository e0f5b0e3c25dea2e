using Kayse.Grains.Audit;
using Kayse.Grains.Retention;
using Kayse.Grains.Tests.Audit;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of retention periods, or of deleting what is too old, leaves what was
/// there or what is to be there, and an audit log that can be verified.
/// </summary>
public sealed class RetentionCrashTests
{
    [Fact]
    public async Task Choosing_periods()
    {
        Firm firm = null!;
        ICompanyRetentionGrain Company() => firm.Silo.Grains.GetGrain<ICompanyRetentionGrain>(firm.CompanyId);
        Task<RetentionView> SetAsync() => Company().SetRetentionAsync(firm.Founder, new(new(SignInHistory: 60, AuditLog: 400)));

        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                firm = await Firm.FoundAsync(scenario.Silo, $"r-{scenario.Email}");
                return SetAsync;
            },
            async scenario =>
            {
                var view = await Company().GetRetentionAsync(firm.Founder);
                var isNew = view.Version == 1;
                if (scenario.IsAcknowledged)
                    isNew.ShouldBeTrue();
                view[RetentionKind.AuditLog].Days.ShouldBe(isNew ? 400 : null);
                (await EntriesAsync(firm)).ShouldBe(isNew ? 1 : 0);

                (await SetAsync()).Version.ShouldBe(1);
                (await EntriesAsync(firm)).ShouldBe(1);
                (await scenario.Silo.HasRemindersAsync(Log(firm))).ShouldBeTrue();
            }
        );
    }

    [Fact]
    public async Task Deleting_entries_of_the_audit_log()
    {
        TestLog log = null!;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                log = new TestLog(scenario.Silo);
                var old = scenario.Silo.Clock.GetUtcNow().AddDays(-400);
                await log.AppendAsync(40, i => log.Record(AuditActions.ScopeUpdated, "ada", $"scope-{i % 2}") with { At = old.AddTicks(i) });
                await log.AppendAsync(3);
                await log.Grain.KeepForAsync(365);
                return () => log.DeleteOldAsync();
            },
            async scenario =>
            {
                var left = (await log.ListAsync()).Count;
                left.ShouldBeOneOf(43, 44, 4);
                await log.ShouldHoldAsync(left == 43 ? 43 : 44);

                await log.DeleteOldAsync();

                (await log.ListAsync()).Count.ShouldBe(4);
                (await log.ShouldHoldAsync(44)).Deleted.ShouldBe(40);
                (await scenario.Silo.HasStateAsync("entries-000000", log.Grain)).ShouldBeFalse();
            }
        );
    }

    private static IAuditLogGrain Log(Firm firm) => firm.Silo.Grains.GetGrain<IAuditLogGrain>(firm.CompanyId);

    private static async Task<int> EntriesAsync(Firm firm) =>
        (await firm.AuditAsync()).Count(record => record.Action == AuditActions.RetentionUpdated);
}
