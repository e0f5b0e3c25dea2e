using System.Text;
using Kayse.Grains.Audit;
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
                _userId = (await scenario.Firm.CreateAsync(scenario.Email)).UserId;
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
                        await ShouldBeCertifiedAsync(scenario, times: isThere ? 0 : 1);
                    }
                );
            }
        );

    [Fact]
    public Task Asking_for_it() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
                return () => Deletion(scenario).RequestAsync(Firm.ActorOf(_userId));
            },
            scenario =>
            {
                scenario.Remind();
                return CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var isRequested = await Deletion(scenario).GetAsync() is not null;
                        if (scenario.IsAcknowledged)
                            isRequested.ShouldBeTrue();
                        Mails(scenario, scenario.Email, "Your Kayse account will be deleted").ShouldBe(isRequested ? 1 : 0);
                        Mails(scenario, "ada@firm.example", "asked for their account to be deleted").ShouldBe(isRequested ? 1 : 0);
                    }
                );
            }
        );

    [Fact]
    public Task Taking_it_back() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
                await Deletion(scenario).RequestAsync(Firm.ActorOf(_userId));
                return () => Deletion(scenario).TakeBackAsync();
            },
            scenario =>
            {
                scenario.Remind();
                return CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var isTakenBack = await Deletion(scenario).GetAsync() is null;
                        if (scenario.IsAcknowledged)
                            isTakenBack.ShouldBeTrue();
                        (await scenario.Firm.User(_userId).Profile.GetAsync()).ShouldNotBeNull();
                        Mails(scenario, "ada@firm.example", "is keeping their account").ShouldBe(isTakenBack ? 1 : 0);
                    }
                );
            }
        );

    // By one certificate, however often its mail was sent, which the company's log has too.
    private async Task ShouldBeCertifiedAsync(CrashScenario scenario, int times)
    {
        Mails(scenario, scenario.Email, "Your Kayse account has been deleted").ShouldBe(times);
        var mailed = scenario
            .Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email && mail.Attachment is not null)
            .Select(mail => Encoding.ASCII.GetString(mail.Attachment!.Content.Span))
            .Distinct()
            .ToList();
        mailed.Count.ShouldBe(times);
        var filter = new AuditFilter(null, AuditActions.MemberDeletionCertified, _userId, null, null);
        var logged = await scenario.Silo.Grains.GetGrain<IAuditLogGrain>(scenario.Firm.CompanyId).ListAsync(filter, Firm.AllOfIt);
        logged.Items.Select(entry => entry.Record.Changes[1].After).ShouldBe(mailed.Select(certificate => $"\"{certificate}\""));
        var keys = await scenario.Silo.Grains.GetGrain<IDeletionCertificatesGrain>(IDeletionCertificatesGrain.TheOnly).ListKeysAsync();
        mailed.ShouldAllBe(certificate => SignedCertificate.Verify(certificate, keys) != null);
    }

    // Of all that were sent to the address about it; what was sent twice counts once.
    private int Mails(CrashScenario scenario, string address, string subject) =>
        scenario
            .Silo.Mailbox.All.Where(mail => mail.To.Address == address && mail.Subject.Contains(subject, StringComparison.Ordinal))
            .Where(mail => address == scenario.Email || mail.TextBody.Contains(_userId, StringComparison.Ordinal))
            .Select(mail => mail.MessageId)
            .Distinct()
            .Count();

    private IAccountDeletionGrain Deletion(CrashScenario scenario) => scenario.Silo.Grains.GetGrain<IAccountDeletionGrain>(_userId);

    private IDataExportsGrain Exports(CrashScenario scenario) => scenario.Silo.Grains.GetGrain<IDataExportsGrain>(_userId);
}
