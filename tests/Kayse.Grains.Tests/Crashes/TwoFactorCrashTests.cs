using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.TwoFactor;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of a second factor leaves it done, with all that follows from it, or
/// not begun; and no code ever works twice.
/// </summary>
public sealed class TwoFactorCrashTests
{
    private const string On = "Two-factor authentication was turned on";
    private const string Off = "Two-factor authentication was turned off";
    private const string Renewed = "Your Kayse backup codes were replaced";
    private const string Few = "You're running low on Kayse backup codes";
    private string _userId = "";
    private StartedSession[] _sessions = [];
    private Authenticator _app = null!;

    [Fact]
    public Task Turning_it_on()
    {
        var (newToken, backupCode) = ("", "");
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                _app = await Authenticator.SetUpAsync(scenario.Silo, _userId);
                return async () =>
                {
                    var enabled = await User(scenario).TwoFactor.EnableTwoFactorAsync(new EnableTwoFactor(_app.Code(), _sessions[0].Id));
                    (newToken, backupCode) = (enabled.Session!.Session.Token, enabled.BackupCodes[0]);
                };
            },
            async scenario =>
            {
                var done = (await ViewAsync(scenario)).Enabled;
                if (scenario.IsAcknowledged)
                {
                    done.ShouldBeTrue();
                    (await AnswersAsync(scenario, newToken)).ShouldBe("live");
                    await Authenticator.CompleteAsync(User(scenario), await Authenticator.TicketAsync(User(scenario)), backupCode);
                }

                await DoneOrNotBegunAsync(scenario, done, On);
                if (!done)
                    await User(scenario).TwoFactor.EnableTwoFactorAsync(new EnableTwoFactor(_app.Code(), "another session"));
                await _app.SignInAsync(await Authenticator.TicketAsync(User(scenario)));
            }
        );
    }

    [Fact]
    public Task Turning_it_off()
    {
        var newToken = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                var code = _app.NextCode();
                return async () =>
                    newToken = (await User(scenario).TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, code, _sessions[0].Id)))!
                        .Session
                        .Token;
            },
            async scenario =>
            {
                var done = !(await ViewAsync(scenario)).Enabled;
                if (scenario.IsAcknowledged)
                {
                    done.ShouldBeTrue();
                    (await AnswersAsync(scenario, newToken)).ShouldBe("live");
                }

                await DoneOrNotBegunAsync(scenario, done, Off);
                if (done)
                    await scenario.Firm.SignInAsync(_userId);
                else
                    await _app.SignInAsync(await Authenticator.TicketAsync(User(scenario)));
            }
        );
    }

    [Fact]
    public Task Making_new_backup_codes()
    {
        IReadOnlyList<string> codes = [];
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                return async () => codes = await User(scenario).TwoFactor.RenewBackupCodesAsync();
            },
            async scenario =>
            {
                var done = await CompleteAsync(scenario, _app.BackupCodes[0]) == "two_factor_invalid";
                if (scenario.IsAcknowledged)
                {
                    done.ShouldBeTrue();
                    (await CompleteAsync(scenario, codes[0])).ShouldBe("works");
                }

                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    () => Task.Run(() => MailsTo(scenario, Renewed).ShouldBe(done ? 1 : 0))
                );
            }
        );
    }

    [Fact]
    public Task Completing_a_sign_in()
    {
        var (ticket, code, token) = ("", "", "");
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                (ticket, code) = (await Authenticator.TicketAsync(User(scenario)), _app.NextCode());
                return async () => token = (await Authenticator.CompleteAsync(User(scenario), ticket, code)).Session.Token;
            },
            async scenario =>
            {
                var live = (await User(scenario).Sessions.ListSessionsAsync()).Count;
                var again = await CrashScenario.AnswerAsync(() => Authenticator.CompleteAsync(User(scenario), ticket, code));
                if (scenario.IsAcknowledged)
                {
                    (await AnswersAsync(scenario, token)).ShouldBe("live");
                    again.ShouldBe("two_factor_ticket_expired");
                }

                // Whether or not it was stored: one use of the code at most has started a session.
                (await User(scenario).Sessions.ListSessionsAsync()).Count.ShouldBe(again == "works" ? live + 1 : live);
                live.ShouldBeLessThanOrEqualTo(again == "works" ? 3 : 4);
                (await CompleteAsync(scenario, code)).ShouldBe("two_factor_invalid");
                (await CompleteAsync(scenario, _app.NextCode())).ShouldBe("works");
            }
        );
    }

    [Fact]
    public Task Using_one_of_the_last_backup_codes()
    {
        var ticket = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                foreach (var code in _app.BackupCodes.Take(7))
                    (await CompleteAsync(scenario, code)).ShouldBe("works");
                ticket = await Authenticator.TicketAsync(User(scenario));
                return () => Authenticator.CompleteAsync(User(scenario), ticket, _app.BackupCodes[7]);
            },
            async scenario =>
            {
                var left = (await ViewAsync(scenario)).BackupCodesLeft;
                if (scenario.IsAcknowledged)
                    left.ShouldBe(2);
                (await CompleteAsync(scenario, _app.BackupCodes[7])).ShouldBe(left == 2 ? "two_factor_invalid" : "works");
                await CrashScenario.WithinMinutesAsync(scenario.Silo, () => Task.Run(() => MailsTo(scenario, Few).ShouldBe(1)));
            }
        );
    }

    [Fact]
    public Task Counting_a_wrong_code()
    {
        var ticket = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await EnrolAsync(scenario);
                ticket = await Authenticator.TicketAsync(User(scenario));
                for (var i = 0; i < 4; i++)
                    (await TryWrongAsync(scenario, ticket)).ShouldBe("two_factor_invalid");
                return async () => (await TryWrongAsync(scenario, ticket)).ShouldBe("two_factor_invalid");
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await TryWrongAsync(scenario, ticket)).ShouldBe("two_factor_ticket_expired");
                else
                    (await TryWrongAsync(scenario, ticket)).ShouldBeOneOf("two_factor_invalid", "two_factor_ticket_expired");
                (await TryWrongAsync(scenario, ticket)).ShouldBe("two_factor_ticket_expired");
            }
        );
    }

    private async Task JoinAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _sessions =
        [
            .. (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => scenario.Firm.SignInAsync(_userId)))).Select(signedIn =>
                signedIn.Session
            ),
        ];
    }

    // With three sessions that began with a code.
    private async Task EnrolAsync(CrashScenario scenario)
    {
        await JoinAsync(scenario);
        _app = await Authenticator.EnrolAsync(scenario.Silo, _userId, _sessions[0].Id);
        var (own, others) = (_app.Session!.Session, new List<StartedSession>());
        for (var i = 0; i < 2; i++)
            others.Add((await _app.SignInAsync(await Authenticator.TicketAsync(User(scenario)))).Session);
        _sessions = [own, .. others];
    }

    // Who finds it changed finds the sessions from before ended, without waiting for the reminder; and there is one
    // notice when there is something to notice.
    private async Task DoneOrNotBegunAsync(CrashScenario scenario, bool done, string notice)
    {
        var tokens = _sessions.Select(session => session.Token).ToArray();
        if (done)
            (await AnswersAsync(scenario, tokens)).ShouldNotContain("live");
        else
            (await AnswersAsync(scenario, tokens)).ShouldBe("live");
        await CrashScenario.WithinMinutesAsync(scenario.Silo, () => Task.Run(() => MailsTo(scenario, notice).ShouldBe(done ? 1 : 0)));
    }

    private static async Task<string> AnswersAsync(CrashScenario scenario, params string[] tokens)
    {
        var answers = new List<string>();
        foreach (var token in tokens)
        {
            var check = await scenario.Firm.CheckAsync(token);
            answers.Add(check.Principal is not null ? "live" : check.Ended?.ToString() ?? "unknown");
        }

        return string.Join(", ", answers.Distinct());
    }

    private async Task<string> CompleteAsync(CrashScenario scenario, string code)
    {
        var ticket = await Authenticator.TicketAsync(User(scenario));
        return await CrashScenario.AnswerAsync(() => Authenticator.CompleteAsync(User(scenario), ticket, code));
    }

    private Task<string> TryWrongAsync(CrashScenario scenario, string ticket) =>
        CrashScenario.AnswerAsync(() => Authenticator.CompleteAsync(User(scenario), ticket, _app.WrongCode()));

    private static int MailsTo(CrashScenario scenario, string subject) =>
        scenario
            .Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email && mail.Subject == subject)
            .Select(mail => mail.MessageId)
            .Distinct()
            .Count();

    private Task<TwoFactorView> ViewAsync(CrashScenario scenario) => User(scenario).TwoFactor.GetTwoFactorAsync();

    private Person User(CrashScenario scenario) => scenario.Firm.User(_userId);
}
