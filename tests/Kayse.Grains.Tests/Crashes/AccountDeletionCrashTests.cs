using Kayse.Grains.Privacy;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies while an account is deleted leaves all of it or, once it has begun, nothing.</summary>
public sealed class AccountDeletionCrashTests
{
    private string _userId = "";

    [Fact]
    public Task Deleting_for_an_admin() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
                await Exports(scenario)
                    .RequestAsync(
                        new RequestDataExport(
                            EntityId.New(scenario.Silo.Clock),
                            Firm.ActorOf(_userId),
                            scenario.Firm.CompanyId,
                            ClientDevice.Unknown
                        )
                    );
                await CrashScenario.EventuallyAsync(async () =>
                    (await Exports(scenario).ListAsync())[0].Status.ShouldBe(DataExportStatus.Ready)
                );
                return () =>
                    scenario
                        .Silo.Grains.GetGrain<IAccountDeletionGrain>(_userId)
                        .DeleteForCompanyAsync(scenario.Firm.Founder, scenario.Firm.CompanyId);
            },
            async scenario =>
            {
                scenario.Remind();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var isThere = await scenario.Firm.User(_userId).Profile.GetAsync() is not null;
                        (await Exports(scenario).ListAsync()).Count.ShouldBe(isThere ? 1 : 0);
                        if (scenario.IsAcknowledged)
                            isThere.ShouldBeFalse();
                    }
                );
            }
        );

    private IDataExportsGrain Exports(CrashScenario scenario) => scenario.Silo.Grains.GetGrain<IDataExportsGrain>(_userId);
}
