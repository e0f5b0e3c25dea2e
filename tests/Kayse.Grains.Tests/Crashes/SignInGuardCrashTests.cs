using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point leaves failures counted when it said so, notices sent, and links used wholly or not
/// at all.
/// </summary>
public sealed class SignInGuardCrashTests
{
    private const string Locked = "Your Kayse account is temporarily locked";
    private const string NewDevice = "New sign-in to your Kayse account";
    private const string Reset = "Reset your Kayse password";
    private static readonly ClientDevice _other = ClientDevice.Unknown with { Browser = "Firefox" };
    private string _userId = "";
    private string _sessionToken = "";

    [Fact]
    public Task Counting_a_failure() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await FailAsync(scenario, 9);
                return () => FailAsync(scenario, 1);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await Guard(scenario).AttemptAsync("next")).Verdict.ShouldBe(SignInGuardVerdict.Locked);
                await IsForgottenInTimeAsync(scenario);
            }
        );

    [Fact]
    public Task Counting_the_first_failure() =>
        CrashScenario.AtEveryPointAsync(scenario => Task.FromResult<Func<Task>>(() => FailAsync(scenario, 1)), IsForgottenInTimeAsync);

    [Fact]
    public Task Forgetting_failures() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await FailAsync(scenario, 3);
                return () => Guard(scenario).SucceededAsync("attempt");
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await FailAsync(scenario, 3)).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
                await IsForgottenInTimeAsync(scenario);
            }
        );

    [Fact]
    public Task Telling_of_a_lock() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                await FailAsync(scenario, 10);
                return async () =>
                {
                    await User(scenario).SignIns.SignInLockedAsync(_other);
                    // Nobody waits for a notice, so this does: the next call of the person comes after it.
                    await User(scenario).Profile.GetAsync();
                };
            },
            async scenario =>
            {
                // Whoever tries next, and is refused, has it told again unless it was.
                if ((await Guard(scenario).AttemptAsync("next")).LockUntold)
                    await User(scenario).SignIns.SignInLockedAsync(_other);
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        MailsTo(scenario, Locked).Distinct().Count().ShouldBe(1);
                        (await Guard(scenario).AttemptAsync("later")).LockUntold.ShouldBeFalse();
                    }
                );
            }
        );

    [Fact]
    public Task Signing_in_on_a_new_device() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                return async () => _sessionToken = (await SignInAsync(scenario, _other)).Session.Token;
            },
            async scenario =>
            {
                if (!scenario.IsAcknowledged)
                    await SignInAsync(scenario, _other);
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    () => Task.Run(() => MailsTo(scenario, NewDevice).Distinct().Count().ShouldBe(1))
                );
            }
        );

    [Fact]
    public Task Using_a_reset_link_while_locked()
    {
        TokenHash link = default;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                await FailAsync(scenario, 10);
                await User(scenario).Credentials.SendPasswordResetAsync(new SendPasswordReset(EntityId.New(scenario.Silo.Clock), null));
                link = await LinkAsync(scenario, Reset);
                return () => User(scenario).Credentials.ResetPasswordAsync(new ResetPassword(link, "chosen"));
            },
            async scenario =>
            {
                if (await CrashScenario.AnswerAsync(() => User(scenario).Credentials.LookUpPasswordResetAsync(link)) == "works")
                    await User(scenario).Credentials.ResetPasswordAsync(new ResetPassword(link, "chosen"));
                // The next who asks for the person finds the lock ended, without waiting for the reminder.
                await User(scenario).Profile.GetAsync();
                (await Guard(scenario).AttemptAsync("next")).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
            }
        );
    }

    [Fact]
    public Task Saying_that_it_was_not_oneself()
    {
        TokenHash link = default;
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                await User(scenario).SignIns.SignInLockedAsync(_other);
                link = await LinkAsync(scenario, Locked);
                return () => User(scenario).Credentials.NotMeAsync(link);
            },
            async scenario =>
            {
                var done = (await User(scenario).Credentials.GetCredentialAsync())!.Version == 2;
                if (scenario.IsAcknowledged)
                    done.ShouldBeTrue();
                (await scenario.Firm.CheckAsync(_sessionToken)).Ended.ShouldBe(done ? SessionEndReason.Revoked : null);
                await User(scenario).Credentials.NotMeAsync(link);
                (await User(scenario).Credentials.GetCredentialAsync()).ShouldBe(new UserCredential("", 2));
                (await scenario.Firm.CheckAsync(_sessionToken)).Ended.ShouldBe(SessionEndReason.Revoked);
                var reset = await LinkAsync(scenario, Reset);
                await User(scenario).Credentials.ResetPasswordAsync(new ResetPassword(reset, "chosen"));
            }
        );
    }

    private async Task JoinAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _sessionToken = (await SignInAsync(scenario, ClientDevice.Unknown)).Session.Token;
    }

    private Task<SignedIn> SignInAsync(CrashScenario scenario, ClientDevice device) =>
        User(scenario).SignInAsync(new SignIn(1, scenario.Firm.CompanyId, device, RememberMe: false));

    // However it ended, nothing of it stays for ever.
    private static async Task IsForgottenInTimeAsync(CrashScenario scenario)
    {
        scenario.Silo.Clock.Advance(TimeSpan.FromHours(2));
        // A reminder that is overdue comes when its period is next over.
        await CrashScenario.WhileTimePassesAsync(
            scenario.Silo,
            TimeSpan.FromMinutes(30),
            async () =>
            {
                (await scenario.Silo.HasRemindersAsync(Guard(scenario))).ShouldBeFalse();
                (await scenario.Silo.HasStateAsync("guard", Guard(scenario))).ShouldBeFalse();
            }
        );
    }

    private static async Task<TokenHash> LinkAsync(CrashScenario scenario, string subject)
    {
        var token = "";
        await CrashScenario.WithinMinutesAsync(
            scenario.Silo,
            () =>
                Task.Run(() =>
                {
                    var mail = scenario.Silo.Mailbox.All.LastOrDefault(mail =>
                        mail.To.Address == scenario.Email && mail.Subject == subject
                    );
                    token = TestMailbox.TokenIn(mail.ShouldNotBeNull());
                })
        );
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return secret.Hash;
    }

    private static IEnumerable<string> MailsTo(CrashScenario scenario, string subject) =>
        scenario
            .Silo.Mailbox.All.Where(mail => mail.To.Address == scenario.Email && mail.Subject == subject)
            .Select(mail => mail.MessageId);

    private static async Task<SignInGuardAnswer> FailAsync(CrashScenario scenario, int times)
    {
        SignInGuardAnswer answer = null!;
        for (var i = 0; i < times; i++)
            answer = await Guard(scenario).FailedAsync($"failed {i}");
        return answer;
    }

    private static ISignInGuardGrain Guard(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForAddress(scenario.Email));

    private Person User(CrashScenario scenario) => scenario.Firm.User(_userId);
}
