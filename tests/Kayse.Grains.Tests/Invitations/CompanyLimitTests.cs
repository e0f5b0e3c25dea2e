using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>A person is in a hundred companies at most.</summary>
public sealed class CompanyLimitTests
{
    [Fact]
    public async Task Who_is_in_a_hundred_companies_joins_no_other()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", "Closed"));
        var (one, firm) = (await Firm.FoundAsync(silo, "a@one.example"), await Firm.FoundAsync(silo));
        var person = await one.JoinAsync("ben@one.example");
        var (invitation, token) = await firm.InviteByMailAsync("ben@one.example");
        for (var i = 1; i < 100; i++)
            await firm.User(person.UserId)
                .Memberships.PutMembershipAsync(new Membership($"company-{i}", "Firm", 1, Role.Admin, [], null, MemberStatus.Active));

        (await Refused.CodeAsync(() => firm.AcceptAsync(token, existingUserId: person.UserId))).ShouldBe("company_limit_reached");
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, invitation.Id);
        (await Refused.CodeAsync(() => firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf("ben@one.example")))).ShouldBe(
            "company_limit_reached",
            "nor are they added at once"
        );

        await firm.User(person.UserId)
            .Memberships.PutMembershipAsync(
                new Membership("company-1", "Firm", 2, Role.Admin, [], null, MemberStatus.Active) { Removed = true }
            );
        (await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf("ben@one.example"))).Member!.UserId.ShouldBe(person.UserId);
    }
}
