using Kayse.Grains.Tests.TwoFactor;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a reset of a second factor leaves it planned and done in its time, or not begun;
/// and one that was cancelled is never done.
/// </summary>
public sealed class FactorResetCrashTests
{
    private string _userId = "";

    [Fact]
    public Task Planning_one() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                return () => scenario.Firm.Accounts.ResetMemberTwoFactorAsync(scenario.Firm.Founder, _userId);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await ViewAsync(scenario)).ResetAt.ShouldNotBeNull();
                // What was begun is finished by the reminder of the company's steps.
                scenario.Remind();
                await CrashScenario.EventuallyAsync(async () =>
                    (await scenario.MemberAsync(scenario.Email))!.TwoFactorResetAt.ShouldBe((await ViewAsync(scenario)).ResetAt)
                );
                var isPlanned = (await ViewAsync(scenario)).ResetAt is not null;
                scenario.Silo.Clock.Advance(TimeSpan.FromHours(24));
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        (await ViewAsync(scenario)).Enabled.ShouldBe(!isPlanned);
                        MailsTo(scenario, "Your second factor will be reset").ShouldBe(isPlanned ? 1 : 0);
                        MailsTo(scenario, "Your second factor was reset").ShouldBe(isPlanned ? 1 : 0);
                    }
                );
            }
        );

    [Fact]
    public Task Cancelling_one() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                await scenario.Firm.Accounts.ResetMemberTwoFactorAsync(scenario.Firm.Founder, _userId);
                return () => scenario.Firm.User(_userId).TwoFactor.CancelTwoFactorResetAsync(byAdmin: false);
            },
            async scenario =>
            {
                var isPlanned = (await ViewAsync(scenario)).ResetAt is not null;
                if (scenario.IsAcknowledged)
                    isPlanned.ShouldBeFalse();
                scenario.Silo.Clock.Advance(TimeSpan.FromHours(24));
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        (await ViewAsync(scenario)).Enabled.ShouldBe(!isPlanned);
                        MailsTo(scenario, "The reset of your second factor was canceled").ShouldBe(isPlanned ? 0 : 1);
                    }
                );
            }
        );

    private async Task EnrolAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        await Authenticator.EnrolAsync(scenario.Silo, _userId, (await scenario.Firm.SignInAsync(_userId)).Session.Id);
    }

    private Task<TwoFactorView> ViewAsync(CrashScenario scenario) => scenario.Firm.User(_userId).TwoFactor.GetTwoFactorAsync();

    private static int MailsTo(CrashScenario scenario, string subject) =>
        scenario
            .Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email && mail.Subject == subject)
            .Select(mail => mail.MessageId)
            .Distinct()
            .Count();
}
