using System.Collections.Concurrent;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies while somebody proves who they are leaves the session with the old token and no proof, or with
/// the new one and a proof.
/// </summary>
public sealed class StepUpCrashTests
{
    [Fact]
    public async Task Stepping_up()
    {
        var (before, after) = ("", "");
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var person = await scenario.Firm.JoinAsync(scenario.Email);
                var session = (await scenario.Firm.SignInAsync(person.UserId)).Session;
                before = session.Token;
                scenario.Silo.Clock.Advance(TimeSpan.FromMinutes(20));
                return async () =>
                    after = (await scenario.Firm.User(person.UserId).Sessions.StepUpAsync(new StepUp(session.Id, 1))).Session.Token;
            },
            async scenario =>
            {
                var old = await scenario.Firm.CheckAsync(before);
                SessionProof.Counts(old.ProvedAt, scenario.Silo.Clock.GetUtcNow()).ShouldBeFalse();
                if (!scenario.IsAcknowledged)
                    return;
                old.ShouldBe(default);
                var check = await scenario.Firm.CheckAsync(after);
                check.Principal.ShouldNotBeNull();
                SessionProof.Counts(check.ProvedAt, scenario.Silo.Clock.GetUtcNow()).ShouldBeTrue();
            }
        );
    }

    [Fact]
    public async Task Stepping_up_with_a_backup_code()
    {
        var (userId, before, after, backupCode) = ("", "", "", "");
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
                var app = await Authenticator.EnrolAsync(scenario.Silo, userId, (await scenario.Firm.SignInAsync(userId)).Session.Id);
                (before, backupCode) = (app.Session!.Session.Token, app.BackupCodes[0]);
                scenario.Silo.Clock.Advance(TimeSpan.FromMinutes(20));
                var stepUp = new StepUp(app.Session.Session.Id, null) { Code = backupCode };
                return async () => after = (await scenario.Firm.User(userId).Sessions.StepUpAsync(stepUp)).Session.Token;
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await scenario.Firm.CheckAsync(after)).Principal.ShouldNotBeNull();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var isSpent = (await scenario.Firm.User(userId).TwoFactor.GetTwoFactorAsync()).BackupCodesLeft == 9;
                        ((await scenario.Firm.CheckAsync(before)).Principal is null).ShouldBe(
                            isSpent,
                            "the code is spent with the old token, or neither is"
                        );
                    }
                );
            }
        );
    }

    [Fact]
    public async Task What_a_change_of_password_proved_is_dated_when_it_was()
    {
        var (userId, provedAt, dates) = ("", default(DateTime), new ConcurrentBag<DateTime>());
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
                var session = (await scenario.Firm.SignInAsync(userId)).Session;
                scenario.Silo.Clock.Advance(TimeSpan.FromMinutes(20));
                provedAt = scenario.Silo.Clock.GetUtcNow().UtcDateTime;
                scenario.Silo.Crash.Written = (_, _, state) => dates.Add((state as UserSessionState)?.ProvedAt ?? default);
                return async () =>
                    await scenario.Firm.User(userId).Credentials.ChangePasswordAsync(new ChangePassword(1, "chosen", session.Id));
            },
            async scenario =>
            {
                await CrashScenario.WithinMinutesAsync(scenario.Silo, () => scenario.Firm.User(userId).Profile.GetAsync());
                dates.ShouldAllBe(date => date <= provedAt);
            }
        );
        dates.ShouldContain(provedAt);
    }
}
