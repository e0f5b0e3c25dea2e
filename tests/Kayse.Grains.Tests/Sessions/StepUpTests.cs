using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Sessions;

/// <summary>When a session's person last proved who they are (SE-6).</summary>
public sealed class StepUpTests
{
    [Theory, InlineData(0, true), InlineData(14 * 60 + 59, true), InlineData(15 * 60, false), InlineData(24 * 60 * 60, false)]
    public void A_proof_counts_for_15_minutes(int seconds, bool counts)
    {
        var now = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        SessionProof.Counts(now.UtcDateTime.AddSeconds(-seconds), now).ShouldBe(counts);
        SessionProof.Counts(default, now).ShouldBeFalse("never");
    }

    [Fact]
    public async Task A_sign_in_by_password_proves_and_use_of_the_session_does_not()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var signedInAt = silo.Clock.GetUtcNow().UtcDateTime;
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        silo.Clock.Advance(TimeSpan.FromMinutes(20));

        (await firm.CheckAsync(token)).ProvedAt.ShouldBe(signedInAt);
        await silo.RestartAsync();
        (await firm.CheckAsync(token)).ProvedAt.ShouldBe(signedInAt);
    }

    [Fact]
    public async Task A_session_begun_from_another_or_with_a_password_of_somebody_elses_choice_proves_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var begunFromAnother = await firm.User(firm.Founder.UserId).SignInAsync(new SignIn(null, null, ClientDevice.Unknown, false));
        (await firm.CheckAsync(begunFromAnother.Session.Token)).ProvedAt.ShouldBe(default);

        var member = await firm.JoinAsync("ben@else.example");
        await firm.Accounts.SetMemberPasswordAsync(firm.Founder, member.UserId, "chosen by the founder");
        var chosen = await firm.User(member.UserId).SignInAsync(new SignIn(2, null, ClientDevice.Unknown, false));
        (await firm.CheckAsync(chosen.Session.Token)).ProvedAt.ShouldBe(default);
        (await Refused.CodeAsync(() => firm.User(member.UserId).Sessions.StepUpAsync(new StepUp(chosen.Session.Id, 2)))).ShouldBe(
            "password_change_required"
        );

        var renewed = await firm.User(member.UserId)
            .Credentials.ChangePasswordAsync(new ChangePassword(2, "their own", chosen.Session.Id));
        (await firm.CheckAsync(renewed!.Session.Token)).ProvedAt.ShouldBe(silo.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Stepping_up_proves_now_and_replaces_the_token_of_that_session_alone()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (before, other) = (
            (await firm.SignInAsync(firm.Founder.UserId)).Session,
            (await firm.SignInAsync(firm.Founder.UserId)).Session
        );
        var (signedInAt, principal) = (silo.Clock.GetUtcNow().UtcDateTime, (await firm.CheckAsync(before.Token)).Principal);
        silo.Clock.Advance(TimeSpan.FromMinutes(20));

        var after = (await firm.User(firm.Founder.UserId).Sessions.StepUpAsync(new StepUp(before.Id, 1))).Session;

        after.Id.ShouldBe(before.Id);
        (await firm.CheckAsync(before.Token)).ShouldBe(default);
        var check = await firm.CheckAsync(after.Token);
        check.ProvedAt.ShouldBe(silo.Clock.GetUtcNow().UtcDateTime);
        check.Principal!.Permissions.ShouldBe(principal!.Permissions);
        (await firm.CheckAsync(other.Token)).ProvedAt.ShouldBe(signedInAt);
    }

    [Fact]
    public async Task Another_company_is_no_proof()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        var signedInAt = silo.Clock.GetUtcNow().UtcDateTime;
        silo.Clock.Advance(TimeSpan.FromMinutes(20));

        var renewed = await firm.User(firm.Founder.UserId).Sessions.SwitchCompanyAsync(session.Id, other.CompanyId);

        (await firm.CheckAsync(renewed.Session.Token)).ProvedAt.ShouldBe(signedInAt);
    }

    [Fact]
    public async Task Nobody_steps_up_with_a_password_of_before_nor_in_a_session_that_is_not_theirs_or_has_ended()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var member = await firm.JoinAsync("ben@else.example");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;

        (await Refused.CodeAsync(() => firm.User(firm.Founder.UserId).Sessions.StepUpAsync(new StepUp(session.Id, 2)))).ShouldBe(
            "invalid_credentials"
        );
        (await Refused.CodeAsync(() => firm.User(firm.Founder.UserId).Sessions.StepUpAsync(new StepUp(session.Id, null)))).ShouldBe(
            "invalid_credentials"
        );
        (await Refused.CodeAsync(() => firm.User(EntityId.New(silo.Clock)).Sessions.StepUpAsync(new StepUp(session.Id, 0)))).ShouldBe(
            "unauthenticated"
        );
        (await Refused.CodeAsync(() => firm.User(member.UserId).Sessions.StepUpAsync(new StepUp(session.Id, 1)))).ShouldBe(
            "unauthenticated"
        );
        (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull("its token is as it was");

        silo.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Refused.CodeAsync(() => firm.User(firm.Founder.UserId).Sessions.StepUpAsync(new StepUp(session.Id, 1)))).ShouldBe(
            "unauthenticated"
        );
    }
}
