using Kayse.Grains.Directory;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.Users;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of address leaves it made, with all that follows from it, or not begun:
/// nobody is without an address, and none is held for nobody.
/// </summary>
public sealed class EmailChangeCrashTests
{
    private string _userId = "";
    private string _token = "";

    [Fact]
    public Task Asking() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                return () => AskAsync(scenario);
            },
            async scenario =>
            {
                // A mail once sent has a link that works, whether or not it was said that it would be; an answer means that
                // there is one.
                if ((await User(scenario).Profile.GetAsync())!.PendingEmail is null)
                    scenario.IsAcknowledged.ShouldBeFalse();
                else
                    await CrashScenario.WithinMinutesAsync(
                        scenario.Silo,
                        () => Task.FromResult(LinkTo(scenario, scenario.OtherEmail, EmailChangeTests.ConfirmMail).ShouldNotBeNull())
                    );
                foreach (var link in LinksTo(scenario, scenario.OtherEmail, EmailChangeTests.ConfirmMail))
                    (await CrashScenario.AnswerAsync(() => ConfirmAsync(scenario, link))).ShouldBe("works");
            }
        );

    [Fact]
    public Task Confirming()
    {
        var link = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                link = await AskedAsync(scenario);
                return () => ConfirmAsync(scenario, link);
            },
            async scenario =>
            {
                scenario.Remind();
                var changed = await ComesToRestAsync(scenario, scenario.Email, scenario.OtherEmail);
                if (scenario.IsAcknowledged)
                    changed.ShouldBeTrue();
                (await CrashScenario.AnswerAsync(() => ConfirmAsync(scenario, link))).ShouldBe(changed ? "not_found" : "works");
                (await ComesToRestAsync(scenario, scenario.Email, scenario.OtherEmail)).ShouldBeTrue();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    () => Task.FromResult(LinkTo(scenario, scenario.Email, EmailChangeTests.ChangedMail).ShouldNotBeNull())
                );
                await UndoAsync(scenario, LinkTo(scenario, scenario.Email, EmailChangeTests.ChangedMail)!);
            }
        );
    }

    [Fact]
    public Task Confirming_an_address_that_somebody_has() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                var link = await AskedAsync(scenario);
                (await Address(scenario, scenario.OtherEmail).ClaimAsync("another")).ShouldBe("another");
                return () => CrashScenario.AnswerAsync(() => ConfirmAsync(scenario, link));
            },
            async scenario =>
            {
                scenario.Remind();
                (await User(scenario).Profile.GetAsync())!.Email.ShouldBe(scenario.Email);
                (await Address(scenario, scenario.Email).GetUserIdAsync()).ShouldBe(_userId);
                (await Address(scenario, scenario.OtherEmail).GetUserIdAsync()).ShouldBe("another");
            }
        );

    [Fact]
    public Task Undoing()
    {
        var undo = "";
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                await ConfirmAsync(scenario, await AskedAsync(scenario));
                await CrashScenario.EventuallyAsync(() =>
                    Task.FromResult((undo = LinkTo(scenario, scenario.Email, EmailChangeTests.ChangedMail)!).ShouldNotBeNull())
                );
                _token = (await scenario.Firm.SignInAsync(_userId)).Session.Token;
                await RosterSaysAsync(scenario, scenario.OtherEmail);
                return () => UndoAsync(scenario, undo);
            },
            async scenario =>
            {
                scenario.Remind();
                var undone = false;
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        undone = (await User(scenario).Profile.GetAsync())!.Email == scenario.Email;
                        (await Address(scenario, scenario.Email).GetUserIdAsync()).ShouldBe(undone ? _userId : null);
                        (await Address(scenario, scenario.OtherEmail).GetUserIdAsync()).ShouldBe(undone ? null : _userId);
                        (await scenario.Firm.CheckAsync(_token)).Principal?.Email.ShouldBe(undone ? null : scenario.OtherEmail);
                        (await User(scenario).Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe(undone ? "" : "hash");
                        LinksTo(scenario, scenario.Email, "Reset your Kayse password").Count.ShouldBe(undone ? 1 : 0);
                    }
                );
                await RosterSaysAsync(scenario, undone ? scenario.Email : scenario.OtherEmail);
                if (scenario.IsAcknowledged)
                    undone.ShouldBeTrue();
                (await CrashScenario.AnswerAsync(() => UndoAsync(scenario, undo))).ShouldBe(undone ? "not_found" : "works");
            }
        );
    }

    [Fact]
    public Task Freeing_an_address_whose_time_is_over() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await JoinAsync(scenario);
                await ConfirmAsync(scenario, await AskedAsync(scenario));
                await RosterSaysAsync(scenario, scenario.OtherEmail);
                return () => IsTidiedAsync(scenario);
            },
            async scenario =>
            {
                await CrashScenario.WhileTimePassesAsync(
                    scenario.Silo,
                    TimeSpan.FromMinutes(30),
                    () => IsFreeAsync(scenario, scenario.Email)
                );
                (await Address(scenario, scenario.OtherEmail).GetUserIdAsync()).ShouldBe(_userId);
            }
        );

    private async Task JoinAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _token = (await scenario.Firm.SignInAsync(_userId)).Session.Token;
    }

    private Task AskAsync(CrashScenario scenario)
    {
        SecretToken.TryParse(_token, out var session).ShouldBeTrue();
        return User(scenario)
            .Email.RequestEmailChangeAsync(new RequestEmailChange("request", scenario.OtherEmail, 1, session.Id.ToString()));
    }

    private async Task<string> AskedAsync(CrashScenario scenario)
    {
        await AskAsync(scenario);
        var link = "";
        await CrashScenario.EventuallyAsync(() =>
            Task.FromResult((link = LinkTo(scenario, scenario.OtherEmail, EmailChangeTests.ConfirmMail)!).ShouldNotBeNull())
        );
        return link;
    }

    // Whatever became of the command: the person has one address, and everybody says the same.
    private async Task<bool> ComesToRestAsync(CrashScenario scenario, string old, string other)
    {
        var changed = false;
        await CrashScenario.WithinMinutesAsync(
            scenario.Silo,
            async () =>
            {
                changed = (await User(scenario).Profile.GetAsync())!.Email == other;
                (await Address(scenario, old).GetUserIdAsync()).ShouldBe(changed ? null : _userId);
                (await Address(scenario, other).GetUserIdAsync()).ShouldBe(changed ? _userId : null);
                (await scenario.Firm.CheckAsync(_token)).Principal!.Email.ShouldBe(changed ? other : old);
                if (!changed)
                    await IsFreeAsync(scenario, other);
            }
        );
        await RosterSaysAsync(scenario, changed ? other : old);
        return changed;
    }

    private Task RosterSaysAsync(CrashScenario scenario, string email) =>
        CrashScenario.WithinMinutesAsync(scenario.Silo, async () => (await scenario.Firm.MemberAsync(_userId)).Email.ShouldBe(email));

    private static async Task IsFreeAsync(CrashScenario scenario, string email)
    {
        (await Address(scenario, email).ClaimAsync("probe")).ShouldBe("probe");
        await Address(scenario, email).ReleaseAsync("probe");
    }

    // It is done in the background, and done when its reminder is gone.
    private async Task IsTidiedAsync(CrashScenario scenario)
    {
        var reminders = scenario.Silo.Services.GetRequiredService<IReminderTable>();
        scenario.Silo.Clock.Advance(EmailChangeRules.UndoLifetime);
        while ((await reminders.ReadRows(GrainId.Create("user", _userId))).Reminders.Count > 0)
        {
            if (scenario.Silo.Crash.HasHappened)
                throw new IOException("The process is dead.");
            scenario.Silo.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(5);
        }
    }

    private static Task ConfirmAsync(CrashScenario scenario, string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return scenario.Firm.User(secret.Id.ToString()).Email.ConfirmEmailChangeAsync(secret.Hash);
    }

    private static Task UndoAsync(CrashScenario scenario, string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return scenario.Firm.User(secret.Id.ToString()).Email.UndoEmailChangeAsync(secret.Hash);
    }

    private static string? LinkTo(CrashScenario scenario, string email, string subject) =>
        LinksTo(scenario, email, subject).LastOrDefault();

    // A mail that was sent twice has the same link.
    private static List<string> LinksTo(CrashScenario scenario, string email, string subject) =>
        [
            .. scenario
                .Silo.Mailbox.All.Where(mail => mail.To.Address == email && mail.Subject == subject)
                .Select(TestMailbox.TokenIn)
                .Distinct(),
        ];

    private static IEmailAddressGrain Address(CrashScenario scenario, string email) =>
        scenario.Silo.Grains.GetGrain<IEmailAddressGrain>(email);

    private Person User(CrashScenario scenario) => scenario.Firm.User(_userId);
}
