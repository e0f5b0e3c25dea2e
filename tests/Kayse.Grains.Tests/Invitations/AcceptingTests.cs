using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Invitations;

public sealed class AcceptingTests
{
    [Fact]
    public async Task Who_accepts_is_an_active_member_with_what_the_invitation_gave()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", Role.User, "+12025550123", ["crm.access"]);

        var accepted = await firm.AcceptAsync(token);

        var member = (await firm.Members.ListMembersAsync(firm.Founder, Firm.AllOfIt)).Items.Single(item =>
            item.UserId == accepted.UserId
        );
        member.ShouldSatisfyAllConditions(
            () => member.Status.ShouldBe(MemberStatus.Active),
            () => member.Role.ShouldBe(Role.User),
            () => member.FullName.ShouldBe("Ben Invitee"),
            () => member.PhoneNumber.ShouldBe("+12025550123"),
            () => member.JobTitle.ShouldBe("Paralegal"),
            () => member.Access.Permissions.ShouldBe(["crm.access"])
        );
        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Accepted);
        var signedIn = await firm.SignInAsync(accepted.UserId);
        var check = await firm.CheckAsync(signedIn.Session.Token);
        check.Principal!.Permissions.ShouldBe(["crm.access"]);
        check.Principal.CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task Name_and_number_may_be_corrected_and_the_first_number_is_free_then()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (_, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");

        var accepted = await firm.AcceptAsync(token, phone: "+12025550124", fullName: "Benjamin");

        var user = await firm.User(accepted.UserId).Profile.GetAsync();
        user!.FullName.ShouldBe("Benjamin");
        user.PhoneNumber.ShouldBe("+12025550124");
        (await firm.InviteAsync("cy@else.example", phone: "+12025550123")).Status.ShouldBe(InvitationStatus.Pending);
        (await Refused.CodeAsync(() => firm.InviteAsync("di@else.example", phone: "+12025550124"))).ShouldBe("phone_in_use");
    }

    [Fact]
    public async Task A_correction_to_a_number_in_use_is_refused_and_the_invitation_stays()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: "+12025550100");
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");

        (await Refused.CodeAsync(() => firm.AcceptAsync(token, phone: "+12025550100"))).ShouldBe("phone_in_use");

        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Pending);
        (await firm.OwnerOfAsync("ben@else.example")).ShouldBeNull();
        (await firm.AcceptAsync(token)).CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task Who_joins_with_an_account_does_not_get_a_number_that_another_pending_invitation_has()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await Firm.FoundAsync(silo, "eve@other.example", "+12025550123");
        var (_, cysToken) = await firm.InviteByMailAsync("cy@else.example", phone: "+12025550123");
        var (_, evesToken) = await firm.InviteByMailAsync("eve@other.example");

        await firm.AcceptAsync(evesToken, existingUserId: other.Founder.UserId);

        (await firm.MemberAsync(other.Founder.UserId)).PhoneNumber.ShouldBeNull();
        (await firm.MemberAsync((await firm.AcceptAsync(cysToken)).UserId)).PhoneNumber.ShouldBe("+12025550123");
    }

    [Fact]
    public async Task A_token_works_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (_, token) = await firm.InviteByMailAsync("ben@else.example");
        await firm.AcceptAsync(token);
        (await Refused.CodeAsync(() => firm.AcceptAsync(token))).ShouldBe("invitation_used");
        (await Refused.CodeAsync(() => firm.LookUpAsync(token))).ShouldBe("invitation_used");
    }

    [Fact]
    public async Task Of_fifty_simultaneous_acceptances_one_wins()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (_, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async _ =>
                {
                    try
                    {
                        return (await firm.AcceptAsync(token)).UserId;
                    }
                    catch (RefusedException refused)
                    {
                        return refused.Code;
                    }
                })
        );

        outcomes.Count(outcome => outcome == "invitation_used").ShouldBe(49);
        var winner = outcomes.Single(outcome => outcome != "invitation_used");
        (await firm.Members.ListMembersAsync(firm.Founder, Firm.AllOfIt))
            .Items.Select(member => member.UserId)
            .ShouldBe([firm.Founder.UserId, winner], ignoreOrder: true);
        (await firm.OwnerOfAsync("ben@else.example")).ShouldBe(winner);
    }

    [Fact]
    public async Task A_wrong_secret_is_not_found()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, _) = await firm.InviteByMailAsync("ben@else.example");
        var forged = SecretToken.Create(invitation.Id, out var _);
        (await Refused.CodeAsync(() => firm.LookUpAsync(forged))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => firm.AcceptAsync(forged))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Somebody_with_an_account_joins_with_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var (one, other) = (await Firm.FoundAsync(silo, "a@one.example"), await Firm.FoundAsync(silo, "a@other.example"));
        var person = await one.JoinAsync("ben@one.example");
        var (_, token) = await other.InviteByMailAsync("ben@one.example", Role.Admin, "+12025550123");

        var accepted = await other.AcceptAsync(token, existingUserId: person.UserId);

        accepted.UserId.ShouldBe(person.UserId);
        var signedIn = await other.SignInAsync(accepted.UserId);
        signedIn.ActiveCompanyId.ShouldBe(other.CompanyId);
        signedIn.Companies.Select(membership => membership.Role).ShouldBe([Role.User, Role.Admin]);
        (await one.InviteAsync("x@else.example", phone: "+12025550123")).Status.ShouldBe(
            InvitationStatus.Pending,
            "the number that the invitation held is free"
        );
    }

    [Fact]
    public async Task Another_persons_account_does_not_accept()
    {
        await using var silo = await TestSilo.StartAsync();
        var (one, other) = (await Firm.FoundAsync(silo, "a@one.example"), await Firm.FoundAsync(silo, "a@other.example"));
        var (_, token) = await other.InviteByMailAsync("ben@else.example");
        (await Refused.CodeAsync(() => other.AcceptAsync(token, existingUserId: one.Founder.UserId))).ShouldBe("invalid_credentials");
    }

    [Fact]
    public async Task An_address_that_has_an_account_by_now_is_not_registered_again()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example");
        await Firm.FoundAsync(silo, "ben@else.example");

        (await Refused.CodeAsync(() => firm.AcceptAsync(token))).ShouldBe("invalid_credentials");

        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public async Task Declining_ends_it_and_frees_number_and_address()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();

        await firm.Invitations.DeclineInvitationAsync(new DeclineInvitation(invitation.Id, secret.Hash));

        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Declined);
        (await Refused.CodeAsync(() => firm.AcceptAsync(token))).ShouldBe("invitation_used");
        (await firm.InviteAsync("ben@else.example", phone: "+12025550123")).Status.ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public async Task A_changed_password_voids_what_was_verified()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var signIn = new SignIn(2, null, ClientDevice.Unknown, false);
        (await Refused.CodeAsync(() => firm.User(firm.Founder.UserId).SignInAsync(signIn))).ShouldBe("invalid_credentials");
    }
}
