using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// Runs a command once for every point at which the process may die in its midst, on one silo that is started again
/// each time, and has what is left looked at: first as it is found, then once the reminders of interrupted work have
/// come.
/// </summary>
internal sealed class CrashScenario(TestSilo silo, Firm firm, int number)
{
    private const int MostWrites = 60;
    private const int MostSteps = 12;

    public TestSilo Silo => silo;

    public Firm Firm => firm;

    /// <summary>Whether the command's answer came, so that its effect must be there.</summary>
    public bool IsAcknowledged { get; private set; }

    public string Email => $"p{number}@else.example";

    public string OtherEmail => $"q{number}@else.example";

    public string Phone => $"+4915112{number:d6}";

    public string OtherPhone => $"+4915122{number:d6}";

    /// <summary>
    /// Where another write was under way with the first that is lost, the command is run once more, and that one
    /// overtakes.
    /// </summary>
    /// <param name="prepare">What is there before, answering the command.</param>
    /// <param name="look">Looks at what is left.</param>
    /// <param name="settings">Of the silo.</param>
    public static async Task AtEveryPointAsync(
        Func<CrashScenario, Task<Func<Task>>> prepare,
        Func<CrashScenario, Task> look,
        params (string Key, string Value)[] settings
    )
    {
        await using var silo = await TestSilo.StartAsync(settings);
        var firm = await Firm.FoundAsync(silo);
        for (var writes = 0; writes < MostWrites; writes++)
        {
            if (!await TryAsync(2 * writes, isOvertaken: false))
                return;
            if (silo.Crash.CanBeOvertaken)
                await TryAsync((2 * writes) + 1, isOvertaken: true);
        }

        throw new InvalidOperationException("The command never came to its end.");

        async Task<bool> TryAsync(int number, bool isOvertaken)
        {
            var scenario = new CrashScenario(silo, firm, number);
            var command = await prepare(scenario);
            if (!await scenario.DieAsync(command, number / 2, isOvertaken))
                return false;
            var point = $"It died after {number / 2} writes{(isOvertaken ? " and one that overtook the first lost" : "")}.";
            await scenario.LookAsync(look, point);
            return true;
        }
    }

    /// <summary>Looks again until it is right: what is done in the background has no other end to wait for.</summary>
    public static Task EventuallyAsync(Func<Task> look) => EventuallyAsync(look, TimeSpan.FromSeconds(15));

    /// <summary>Likewise, while minutes pass: reminders come in their own time, which is not to the minute.</summary>
    public static Task WithinMinutesAsync(TestSilo silo, Func<Task> look) => WhileTimePassesAsync(silo, TimeSpan.FromMinutes(1), look);

    /// <summary>Likewise, in longer steps.</summary>
    public static async Task WhileTimePassesAsync(TestSilo silo, TimeSpan step, Func<Task> look)
    {
        for (var taken = 1; taken < MostSteps; taken++)
        {
            silo.Clock.Advance(step);
            try
            {
                await EventuallyAsync(look, TimeSpan.FromSeconds(0.2));
                return;
            }
            catch (Exception exception) when (exception is ShouldAssertException or RefusedException) { }
        }

        await EventuallyAsync(look);
    }

    /// <summary>The reminders that resume what was interrupted come.</summary>
    public void Remind() => silo.Clock.Advance(TimeSpan.FromMinutes(2));

    /// <summary>The pending invitation of an address, or null; the list of pending ones holds nothing else.</summary>
    public async Task<InvitationView?> PendingAsync(string email)
    {
        var page = await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Pending, null, Firm.AllOfIt);
        page.Items.ShouldAllBe(invitation => invitation.Status == InvitationStatus.Pending);
        page.Total.ShouldBe(page.Items.Count);
        return page.Items.SingleOrDefault(invitation => invitation.Details.Email == email);
    }

    /// <summary>The link that works, of the mails that were sent to the address once they have arrived.</summary>
    public async Task<string> WorkingLinkAsync(string email)
    {
        var working = "";
        await EventuallyAsync(async () =>
        {
            var links = await LinksAsync(email);
            working = links.SingleOrDefault(link => link.Answer == "works").Token;
            working.ShouldNotBeNull(
                $"one of the mails to {email} should have a link that works, and they answer {string.Join(", ", links.Select(link => link.Answer))}"
            );
        });
        return working;
    }

    /// <summary>
    /// Every link that was mailed to the address, and how it is answered. A mail that was sent twice has the same link.
    /// </summary>
    public async Task<IReadOnlyList<(string Token, string Answer)>> LinksAsync(string email)
    {
        var mails = silo.Mailbox.All.Where(mail => mail.To.Address == email).ToList();
        mails.GroupBy(mail => mail.MessageId).ShouldAllBe(copies => copies.Select(TestMailbox.TokenIn).Distinct().Count() == 1);
        return await Task.WhenAll(
            mails.Select(TestMailbox.TokenIn).Distinct().Select(async token => (token, await AnswerAsync(() => firm.LookUpAsync(token))))
        );
    }

    /// <summary>"works", or the code of the refusal.</summary>
    public static async Task<string> AnswerAsync(Func<Task> work)
    {
        try
        {
            await work();
            return "works";
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }

    public async Task<MemberView?> MemberAsync(string email) =>
        (await firm.Members.ListMembersAsync(firm.Founder, Firm.AllOfIt)).Items.SingleOrDefault(member => member.Email == email);

    /// <summary>Whether somebody could be invited with the phone number.</summary>
    public async Task<bool> IsFreeAsync(string phone)
    {
        var probe = firm.InvitationOf($"probe{phone[1..]}@else.example", phone: phone);
        if (await AnswerAsync(() => firm.Invitations.InviteAsync(firm.Founder, probe)) is not "works")
            return false;
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, probe.InvitationId);
        return true;
    }

    private static async Task EventuallyAsync(Func<Task> look, TimeSpan atMost)
    {
        using var patience = new CancellationTokenSource(atMost);
        while (true)
        {
            try
            {
                await look();
                return;
            }
            catch (Exception exception) when (exception is ShouldAssertException or RefusedException && !patience.IsCancellationRequested)
            {
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }

    // Whether it died before the command and what follows it in the background were done.
    private async Task<bool> DieAsync(Func<Task> command, int writes, bool isOvertaken)
    {
        silo.Crash.After(writes, isOvertaken);
        try
        {
            await command();
            IsAcknowledged = true;
        }
        catch (Exception exception) when (exception is not RefusedException)
        {
            silo.Crash.HasHappened.ShouldBeTrue($"only a crash may fail the command, but: {exception}");
        }

        var happened = silo.Crash.HasHappened;
        if (happened && !isOvertaken)
            await silo.Crash.SeeWhetherOvertakenAsync();
        await silo.RestartAsync();
        return happened || writes == 0;
    }

    private async Task LookAsync(Func<CrashScenario, Task> look, string point)
    {
        try
        {
            await look(this);
        }
        catch (Exception exception) when (exception is ShouldAssertException or RefusedException)
        {
            throw new ShouldAssertException(
                $"{point} {(IsAcknowledged ? "The command was acknowledged." : "The command was not answered.")}\n{exception.Message}",
                exception
            );
        }
    }
}
