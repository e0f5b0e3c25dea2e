using Kayse.Grains.Audit;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies while an admin of another company is added, or while many are invited, leaves each done or not
/// begun.
/// </summary>
public sealed class AdminElsewhereCrashTests
{
    [Fact]
    public async Task Adding()
    {
        var userId = "";
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                // The founder is invited elsewhere each time, and gets only so many mails an hour.
                scenario.Silo.Clock.Advance(TimeSpan.FromHours(1));
                var elsewhere = await Firm.FoundAsync(scenario.Silo, scenario.Email);
                userId = elsewhere.Founder.UserId;
                await scenario.Firm.WorksAlsoInAsync(elsewhere);
                var command = scenario.Firm.InvitationOf(scenario.Email);
                return () => scenario.Firm.Invitations.InviteAsync(scenario.Firm.Founder, command);
            },
            async scenario =>
            {
                scenario.Remind();
                var member = await scenario.MemberAsync(scenario.Email);
                if (scenario.IsAcknowledged)
                    member.ShouldNotBeNull();
                if (member is null)
                    await scenario.Firm.Invitations.InviteAsync(scenario.Firm.Founder, scenario.Firm.InvitationOf(scenario.Email));
                (await scenario.Firm.SignInAsync(userId)).ActiveCompanyId.ShouldBe(scenario.Firm.CompanyId);
                await CrashScenario.EventuallyAsync(async () =>
                {
                    (await scenario.Firm.AuditAsync())
                        .Count(record => record.Action == AuditActions.MemberAdded && record.Target.Id == userId)
                        .ShouldBe(1);
                    scenario
                        .Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email)
                        .Select(mail => mail.MessageId)
                        .Distinct()
                        .Count()
                        .ShouldBe(1);
                });
            }
        );
    }

    [Fact]
    public Task Inviting_many() =>
        CrashScenario.AtEveryPointAsync(
            scenario => Task.FromResult<Func<Task>>(() => InviteBothAsync(scenario)),
            async scenario =>
            {
                var listed = new[] { await scenario.PendingAsync(scenario.Email), await scenario.PendingAsync(scenario.OtherEmail) };
                if (scenario.IsAcknowledged)
                    listed.ShouldNotContain((InvitationView?)null);

                var outcomes = await InviteBothAsync(scenario);

                outcomes
                    .Select(row => row.Outcome)
                    .ShouldBe(listed.Select(known => known is null ? InviteOutcome.Invited : InviteOutcome.Skipped));
                foreach (var email in new[] { scenario.Email, scenario.OtherEmail })
                    await scenario.Firm.AcceptAsync(await scenario.WorkingLinkAsync(email));
            }
        );

    private static Task<IReadOnlyList<InviteRowOutcome>> InviteBothAsync(CrashScenario scenario) =>
        scenario.Firm.Invitations.InviteManyAsync(
            scenario.Firm.Founder,
            [
                scenario.Firm.RowOf(scenario.Email, Role.User, scenario.Phone),
                scenario.Firm.RowOf(scenario.OtherEmail, Role.User, scenario.OtherPhone),
            ]
        );
}
