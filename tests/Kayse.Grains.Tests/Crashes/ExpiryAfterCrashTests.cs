using Kayse.Grains.Directory;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>What expires while the process is dead has expired when it is back, and frees what it held.</summary>
public sealed class ExpiryAfterCrashTests
{
    private const string Email = "ben@else.example";
    private const string Phone = "+12025550123";

    [Fact]
    public async Task An_invitation_that_expired_meanwhile_is_refused_and_holds_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync(Email, phone: Phone);

        await DieAsync(silo, TimeSpan.FromHours(24));

        (await Refused.CodeAsync(() => firm.AcceptAsync(token))).ShouldBe("invitation_expired");
        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Expired);
        (await firm.InviteAsync(Email, phone: Phone)).Status.ShouldBe(InvitationStatus.Pending);
        (await firm.OwnerOfAsync(Email)).ShouldBeNull();
    }

    [Fact]
    public async Task An_invitation_that_has_a_moment_left_can_be_accepted()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (_, token) = await firm.InviteByMailAsync(Email, phone: Phone);

        await DieAsync(silo, TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        (await firm.AcceptAsync(token)).CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task The_reminder_of_an_expired_invitation_tidies_up_though_nobody_asks_for_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new IOException("The mail server is down.");
        var invitation = await firm.InviteAsync(Email, phone: Phone);
        await silo.Mailbox.NextAttemptAsync();

        await DieAsync(silo, TimeSpan.FromHours(25));

        var mailId = $"{invitation.Id}-1";
        await CrashScenario.WithinMinutesAsync(
            silo,
            async () =>
            {
                (await silo.Grains.GetGrain<IOutboxGrain>(OutboxShards.For(mailId)).GetDeliveryAsync(mailId)).ShouldBeNull();
            }
        );
        silo.Mailbox.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_that_timed_out_meanwhile_is_refused()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;

        await DieAsync(silo, TimeSpan.FromMinutes(30));

        var check = await firm.CheckAsync(session.Token);
        check.Principal.ShouldBeNull();
        check.Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Fact]
    public async Task An_ended_session_stays_dead()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        await firm.CheckAsync(session.Token);
        await firm.User(firm.Founder.UserId).Sessions.EndSessionAsync(session.Id, SessionEndReason.Revoked);

        await DieAsync(silo, TimeSpan.Zero);

        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
    }

    // No write reaches the disk any more, so that stopping leaves what a killed process leaves.
    private static Task DieAsync(TestSilo silo, TimeSpan downFor)
    {
        silo.Crash.After(writes: 0, isOvertaken: false);
        return silo.RestartAsync(downFor);
    }
}
