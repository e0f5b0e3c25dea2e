using Kayse.Grains.Audit;
using Kayse.Grains.Invitations;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// Whenever the process dies: what was done to an invitation is in the audit log once, and what wasn't done isn't.
/// </summary>
public sealed class InvitationAuditCrashTests
{
    [Fact]
    public Task Inviting() =>
        CrashScenario.AtEveryPointAsync(
            scenario => Task.FromResult<Func<Task>>(() => scenario.Firm.InviteAsync(scenario.Email)),
            scenario =>
                ToldIfDoneAsync(
                    scenario,
                    AuditActions.InvitationCreated,
                    async () => await scenario.PendingAsync(scenario.Email) is not null
                )
        );

    [Fact]
    public Task Resending() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email);
                scenario.Silo.Clock.Advance(TimeSpan.FromHours(1));
                return () => scenario.Firm.Invitations.ResendInvitationAsync(scenario.Firm.Founder, invitation.Id);
            },
            scenario =>
                ToldIfDoneAsync(
                    scenario,
                    AuditActions.InvitationResent,
                    async () => await ListedAsync(scenario) is { } listed && listed.SentAt > listed.CreatedAt
                )
        );

    [Fact]
    public Task Changing() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email);
                var change = new UpdateInvitation("Benjamin");
                return () => scenario.Firm.Invitations.UpdateInvitationAsync(scenario.Firm.Founder, invitation.Id, change);
            },
            scenario =>
                ToldIfDoneAsync(
                    scenario,
                    AuditActions.InvitationUpdated,
                    async () => (await ListedAsync(scenario))?.Details.FullName == "Benjamin"
                )
        );

    [Fact]
    public Task Revoking() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (invitation, _) = await scenario.Firm.InviteByMailAsync(scenario.Email);
                return () => scenario.Firm.Invitations.RevokeInvitationAsync(scenario.Firm.Founder, invitation.Id);
            },
            scenario =>
                ToldIfDoneAsync(
                    scenario,
                    AuditActions.InvitationRevoked,
                    async () => (await ListedAsync(scenario))?.Status == InvitationStatus.Revoked
                )
        );

    [Fact]
    public Task Declining() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (_, token) = await scenario.Firm.InviteByMailAsync(scenario.Email);
                return () => scenario.Firm.DeclineAsync(token);
            },
            scenario =>
                ToldIfDoneAsync(
                    scenario,
                    AuditActions.InvitationDeclined,
                    async () => (await ListedAsync(scenario))?.Status == InvitationStatus.Declined
                )
        );

    [Fact]
    public Task Accepting() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var (_, token) = await scenario.Firm.InviteByMailAsync(scenario.Email);
                return () => scenario.Firm.AcceptAsync(token);
            },
            scenario =>
                ToldIfDoneAsync(
                    scenario,
                    AuditActions.InvitationAccepted,
                    async () => (await ListedAsync(scenario))?.Status == InvitationStatus.Accepted
                )
        );

    [Fact]
    public async Task An_expiry_that_the_process_dies_in_is_told_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, _) = await firm.InviteByMailAsync("ben@else.example");
        for (var writes = 0; writes < 10; writes++)
        {
            silo.Crash.After(writes, isOvertaken: false);
            await silo.RestartAsync(downFor: writes == 0 ? TimeSpan.FromHours(24) : TimeSpan.FromMinutes(5));
        }

        await CrashScenario.WithinMinutesAsync(
            silo,
            async () => (await firm.AuditAsync()).Count(record => record.Target.Id == invitation.Id).ShouldBe(2)
        );
        silo.Clock.Advance(TimeSpan.FromHours(1));
        (await firm.AuditAsync()).Count(record => record.Action == AuditActions.InvitationExpired).ShouldBe(1);
    }

    private static async Task ToldIfDoneAsync(CrashScenario scenario, string action, Func<Task<bool>> isDone)
    {
        await CrashScenario.WithinMinutesAsync(
            scenario.Silo,
            async () =>
            {
                var done = await isDone();
                if (scenario.IsAcknowledged)
                    done.ShouldBeTrue();
                var told = (await scenario.Firm.AuditAsync()).Where(record => record.Action == action);
                (await InvitationIdsAsync(scenario)).Sum(id => told.Count(record => record.Target.Id == id)).ShouldBe(done ? 1 : 0);
            }
        );
    }

    private static async Task<InvitationView?> ListedAsync(CrashScenario scenario) =>
        (await scenario.Firm.Invitations.ListInvitationsAsync(scenario.Firm.Founder, null, null, Firm.AllOfIt)).Items.SingleOrDefault(
            item => item.Details.Email == scenario.Email
        );

    private static async Task<IReadOnlyList<string>> InvitationIdsAsync(CrashScenario scenario) =>
        await ListedAsync(scenario) is { } listed ? [listed.Id] : [];
}
