using Kayse.Grains.Audit;
using Kayse.Grains.Support;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies at any point of a request to support has mailed and recorded it, or can be asked again.</summary>
public sealed class SupportCrashTests
{
    private const string Address = "support@kayse.example";

    [Fact]
    public async Task Requesting_a_change()
    {
        var id = "";

        await CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                id = EntityId.New(scenario.Silo.Clock);
                return Task.FromResult<Func<Task>>(() => RequestAsync(scenario, id));
            },
            async scenario =>
            {
                var isKnown = await CountAsync(scenario, id) > 0;
                if (scenario.IsAcknowledged)
                    isKnown.ShouldBeTrue();

                await RequestAsync(scenario, id);
                await RequestAsync(scenario, id);
                (await CountAsync(scenario, id)).ShouldBe(1);
                await CrashScenario.EventuallyAsync(() =>
                {
                    // One that was sent when the process died is sent again under its name.
                    scenario
                        .Silo.Mailbox.All.Where(mail =>
                            mail.To.Address == Address && mail.MessageId.Contains(id, StringComparison.Ordinal)
                        )
                        .DistinctBy(mail => mail.MessageId)
                        .Count()
                        .ShouldBe(1);
                    return Task.CompletedTask;
                });
            },
            ("Kayse:Support:Email", Address)
        );
    }

    private static Task RequestAsync(CrashScenario scenario, string id) =>
        scenario
            .Silo.Grains.GetGrain<ISupportGrain>(scenario.Firm.CompanyId)
            .RequestChangeAsync(
                scenario.Firm.Founder,
                new RequestChange(id, ChangeSubject.Subscription, "Ten more seats.", Diagnostics: null)
            );

    private static async Task<int> CountAsync(CrashScenario scenario, string id) =>
        (await scenario.Firm.AuditAsync()).Count(record => record.Action == AuditActions.SupportChangeRequested && record.Id == id);
}
