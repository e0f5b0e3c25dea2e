using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>
/// Where anybody can sign up, nobody is added unasked by a company that they have nothing to do with (IN-8).
/// </summary>
public sealed class StrangerTests
{
    private const string Email = "eve@other.example";

    [Fact]
    public async Task An_admin_of_a_company_that_is_a_stranger_is_invited_and_answered_as_anybody()
    {
        await using var silo = await TestSilo.StartAsync();
        await Firm.FoundAsync(silo, Email);
        var firm = await Firm.FoundAsync(silo);

        var known = await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf(Email));
        var unknown = await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf("nobody@else.example"));

        (known.Member, unknown.Member).ShouldBe((null, null));
        known.Invitation!.Status.ShouldBe(unknown.Invitation!.Status);
    }

    [Fact]
    public async Task A_file_tells_strangers_nothing_of_who_has_an_account()
    {
        await using var silo = await TestSilo.StartAsync();
        await Firm.FoundAsync(silo, Email, "+12025550123");
        var firm = await Firm.FoundAsync(silo);

        var outcomes = await firm.Invitations.InviteManyAsync(
            firm.Founder,
            [firm.RowOf(Email), firm.RowOf("nobody@else.example", Role.User, "+12025550123")]
        );

        outcomes.ShouldAllBe(row => row.Outcome == InviteOutcome.Invited && row.Refusal == null);
    }

    [Fact]
    public async Task Who_works_with_the_inviter_in_another_company_is_added_at_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var (other, firm) = (await Firm.FoundAsync(silo, Email), await Firm.FoundAsync(silo));
        await firm.WorksAlsoInAsync(other);

        (await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf(Email))).Member!.UserId.ShouldBe(other.Founder.UserId);
    }

    [Theory, InlineData("Closed"), InlineData("Open")]
    public async Task Nobody_is_added_at_once_who_has_not_proved_their_address(string signUp)
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", signUp));
        await Firm.FoundUnverifiedAsync(silo, Email);
        var firm = await Firm.FoundAsync(silo);

        (await firm.InviteAsync(Email)).Status.ShouldBe(InvitationStatus.Pending);
    }
}
