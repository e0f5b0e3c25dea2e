using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>Active members and pending invitations have seats.</summary>
public sealed class SeatTests
{
    [Fact]
    public async Task Of_fifty_who_are_invited_at_once_as_many_are_as_there_are_seats()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Seats:Default", "4"));
        var firm = await Firm.FoundAsync(silo);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => AnswerAsync(() => firm.InviteAsync($"p{i}@else.example"))));

        answers.Count(answer => answer == "works").ShouldBe(3);
        answers.Count(answer => answer == "seat_limit_reached").ShouldBe(47);
        (await PendingAsync(firm)).ShouldBe(3);
    }

    [Fact]
    public async Task Of_fifty_in_one_list_as_many_are_as_there_are_seats()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Seats:Default", "4"));
        var firm = await Firm.FoundAsync(silo);

        var outcomes = await firm.Invitations.InviteManyAsync(
            firm.Founder,
            [.. Enumerable.Range(0, 50).Select(i => firm.RowOf($"p{i}@else.example"))]
        );

        outcomes.Count(row => row.Outcome == InviteOutcome.Invited).ShouldBe(3);
        outcomes.Count(row => row.Refusal?.Code == "seat_limit_reached").ShouldBe(47);
        (await PendingAsync(firm)).ShouldBe(3);
    }

    [Fact]
    public async Task A_seat_goes_from_the_invitation_to_the_member()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Seats:Default", "2"));
        var firm = await Firm.FoundAsync(silo);

        await firm.JoinAsync("ben@else.example");

        (await Refused.CodeAsync(() => firm.InviteAsync("cy@else.example"))).ShouldBe("seat_limit_reached");
    }

    [Fact]
    public async Task A_seat_is_free_again_when_its_invitation_is_revoked_or_has_expired()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Seats:Default", "2"));
        var firm = await Firm.FoundAsync(silo);
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, (await firm.InviteAsync("ben@else.example")).Id);
        var expiring = await firm.InviteAsync("cy@else.example");
        silo.Clock.Advance(TimeSpan.FromHours(24));

        await firm.InviteAsync("di@else.example");

        (await Refused.CodeAsync(() => firm.Invitations.ResendInvitationAsync(firm.Founder, expiring.Id))).ShouldBe(
            "seat_limit_reached",
            "what has expired needs a seat again"
        );
    }

    [Fact]
    public async Task A_pending_invitation_is_changed_and_sent_again_when_no_seat_is_left()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Seats:Default", "2"));
        var firm = await Firm.FoundAsync(silo);
        var invitation = await firm.InviteAsync("ben@else.example");

        await firm.Invitations.ResendInvitationAsync(firm.Founder, invitation.Id);
        var change = new UpdateInvitation(Email: "benjamin@else.example");

        (await firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, change)).Details.Email.ShouldBe(
            "benjamin@else.example"
        );
    }

    [Fact]
    public async Task An_admin_who_is_added_at_once_needs_a_seat()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Seats:Default", "1"));
        await Firm.FoundAsync(silo, "eve@other.example");
        var firm = await Firm.FoundAsync(silo);
        (
            await Refused.CodeAsync(() => firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf("eve@other.example", Role.Admin)))
        ).ShouldBe("seat_limit_reached");
    }

    [Fact]
    public async Task Who_is_deactivated_has_no_seat_and_needs_one_to_come_back()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Seats:Default", "2"));
        var firm = await Firm.FoundAsync(silo);
        var member = await firm.JoinAsync("ben@else.example");
        await firm.Members.DeactivateMemberAsync(firm.Founder, member.UserId);

        await firm.InviteAsync("cy@else.example");

        (await Refused.CodeAsync(() => firm.Members.ReactivateMemberAsync(firm.Founder, member.UserId))).ShouldBe("seat_limit_reached");
        (await Refused.CodeAsync(() => firm.InviteAsync("ben@else.example"))).ShouldBe("email_already_member");
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, 5, null, 5)]
    [InlineData(3, 5, null, 3)]
    [InlineData(9, 5, null, 9)]
    [InlineData(9, 5, 7, 7)]
    [InlineData(null, null, 7, 7)]
    public void A_companys_own_limit_comes_first_and_the_operators_maximum_last(int? chosen, int? byDefault, int? maximum, int? limit) =>
        SeatRules.LimitOf(chosen, new SeatOptions { Default = byDefault, Maximum = maximum }).ShouldBe(limit);

    private static async Task<int> PendingAsync(Firm firm) =>
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Pending, null, Firm.AllOfIt)).Total;

    private static Task<string> AnswerAsync(Func<Task> work) => Crashes.CrashScenario.AnswerAsync(work);
}
