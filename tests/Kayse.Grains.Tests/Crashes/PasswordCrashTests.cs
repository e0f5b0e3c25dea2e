using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of a password leaves it done, with all that follows from it, or not
/// begun.
/// </summary>
public sealed class PasswordCrashTests
{
    private const string Link = "Reset your Kayse password";
    private const string Notice = "Your Kayse password was changed";
    private string _userId = "";
    private string[] _tokens = [];
    private string _newToken = "";
    private int _number;

    [Fact]
    public Task Changing_a_password() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                SecretToken.TryParse(_tokens[0], out var own).ShouldBeTrue();
                var change = new ChangePassword(1, "chosen", own.Id.ToString());
                return async () => _newToken = (await User(scenario).Credentials.ChangePasswordAsync(change))!.Session.Token;
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await AnswersAsync(scenario, [_newToken])).ShouldBe("live");
                await DoneOrNotBegunAsync(scenario);
            }
        );

    [Fact]
    public Task Setting_a_password() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                return () => SetAsync(scenario);
            },
            async scenario =>
            {
                await DoneOrNotBegunAsync(scenario);
                await SetAsync(scenario);
                (await CredentialAsync(scenario)).ShouldBe(
                    new UserCredential($"set {_number}", 2) { MustChange = true },
                    "the company's repetition sets it once"
                );
            }
        );

    [Fact]
    public Task Using_a_reset_link()
    {
        var link = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                await User(scenario).Credentials.SendPasswordResetAsync(new SendPasswordReset($"link-{_number}", null));
                link = await OneWorkingLinkAsync(scenario);
                return () => UseAsync(scenario, link);
            },
            async scenario =>
            {
                await DoneOrNotBegunAsync(scenario);
                var used = (await CredentialAsync(scenario)).Version == 2;
                (await CrashScenario.AnswerAsync(() => UseAsync(scenario, link))).ShouldBe(used ? "not_found" : "works");
                (await CredentialAsync(scenario)).ShouldBe(new UserCredential("reset", 2));
            }
        );
    }

    [Theory, InlineData(null), InlineData("Firm & Partners")]
    public Task Sending_another_link(string? companyName)
    {
        var first = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                await User(scenario).Credentials.SendPasswordResetAsync(new SendPasswordReset($"first-{_number}", null));
                first = await OneWorkingLinkAsync(scenario);
                return () =>
                    User(scenario)
                        .Credentials.SendPasswordResetAsync(
                            new SendPasswordReset(
                                $"second-{_number}",
                                companyName is null ? null : new AskingCompany(scenario.Firm.CompanyId, companyName)
                            )
                        );
            },
            async scenario =>
            {
                var working = await OneWorkingLinkAsync(scenario, whileMinutesPass: true);
                if (scenario.IsAcknowledged)
                    working.ShouldNotBe(first);
                (await AnswersAsync(scenario, _tokens)).ShouldBe(companyName is null || working == first ? "live" : "Revoked");
            }
        );
    }

    [Fact]
    public async Task What_was_interrupted_is_finished_though_nobody_asks_for_the_person()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        silo.Crash.After(writes: 1, isOvertaken: false); // The change; the reminder is there since they registered.
        await Should.ThrowAsync<Exception>(() =>
            firm.User(firm.Founder.UserId).Credentials.ChangePasswordAsync(new ChangePassword(1, "chosen", "another session"))
        );
        await silo.RestartAsync(TimeSpan.FromMinutes(2));

        await CrashScenario.WithinMinutesAsync(
            silo,
            () => Task.Run(() => silo.Mailbox.All.ShouldHaveSingleItem().Subject.ShouldBe(Notice))
        );
        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.PasswordChanged);
    }

    private async Task JoinAsync(CrashScenario scenario)
    {
        _number++;
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _tokens =
        [
            .. (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => scenario.Firm.SignInAsync(_userId)))).Select(signedIn =>
                signedIn.Session.Token
            ),
        ];
    }

    // Whatever became of the command: the old tokens are as dead as the old password, and there is a notice when there
    // is something to notice.
    private async Task DoneOrNotBegunAsync(CrashScenario scenario)
    {
        var done = (await CredentialAsync(scenario)).Version == 2;
        if (scenario.IsAcknowledged)
            done.ShouldBeTrue();
        // Whoever finds the new password finds the old tokens dead, without waiting for the reminder.
        if (done)
            (await AnswersAsync(scenario, _tokens)).ShouldNotContain("live");
        await CrashScenario.WithinMinutesAsync(
            scenario.Silo,
            async () =>
            {
                var answers = await AnswersAsync(scenario, _tokens);
                if (done)
                    answers.ShouldNotContain("live");
                else
                    answers.ShouldBe("live");
                MailsTo(scenario, Notice).Select(mail => mail.MessageId).Distinct().Count().ShouldBe(done ? 1 : 0);
            }
        );
    }

    /// <summary>How the tokens are answered; one word when all are answered alike.</summary>
    private static async Task<string> AnswersAsync(CrashScenario scenario, IEnumerable<string> tokens)
    {
        var answers = new List<string>();
        foreach (var token in tokens)
        {
            var check = await scenario.Firm.CheckAsync(token);
            answers.Add(check.Principal is not null ? "live" : check.Ended?.ToString() ?? "unknown");
        }

        return string.Join(", ", answers.Distinct());
    }

    /// <summary>The one link that works, of those in the mails once they have arrived.</summary>
    private static async Task<string> OneWorkingLinkAsync(CrashScenario scenario, bool whileMinutesPass = false)
    {
        var working = "";
        await (whileMinutesPass ? CrashScenario.WithinMinutesAsync(scenario.Silo, LookAsync) : CrashScenario.EventuallyAsync(LookAsync));
        return working;

        async Task LookAsync()
        {
            var links = MailsTo(scenario, Link).Select(TestMailbox.TokenIn).Distinct().ToList();
            var answers = await Task.WhenAll(
                links.Select(async link => (Link: link, Answer: await CrashScenario.AnswerAsync(() => LookUpAsync(scenario, link))))
            );
            working = answers.SingleOrDefault(answer => answer.Answer == "works").Link.ShouldNotBeNull("one link should work");
        }
    }

    private static List<EmailMessage> MailsTo(CrashScenario scenario, string subject) =>
        [.. scenario.Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email && mail.Subject == subject)];

    private Task SetAsync(CrashScenario scenario) =>
        User(scenario).Credentials.SetPasswordAsync(new SetPassword(scenario.Firm.CompanyId, "Firm & Partners", $"set {_number}"));

    private static Task UseAsync(CrashScenario scenario, string link)
    {
        SecretToken.TryParse(link, out var secret).ShouldBeTrue();
        return scenario.Firm.User(secret.Id.ToString()).Credentials.ResetPasswordAsync(new ResetPassword(secret.Hash, "reset"));
    }

    private static Task<PasswordHistory> LookUpAsync(CrashScenario scenario, string link)
    {
        SecretToken.TryParse(link, out var secret).ShouldBeTrue();
        return scenario.Firm.User(secret.Id.ToString()).Credentials.LookUpPasswordResetAsync(secret.Hash);
    }

    private Person User(CrashScenario scenario) => scenario.Firm.User(_userId);

    private async Task<UserCredential> CredentialAsync(CrashScenario scenario) =>
        (await User(scenario).Credentials.GetCredentialAsync())!;
}
