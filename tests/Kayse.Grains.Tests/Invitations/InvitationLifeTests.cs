using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Invitations;

public sealed class InvitationLifeTests
{
    private static readonly TimeSpan _day = TimeSpan.FromHours(24);

    [Fact]
    public async Task It_expires_exactly_24_hours_after_it_was_sent_even_if_nothing_has_tidied_up()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example");

        silo.Clock.Advance(_day - TimeSpan.FromMilliseconds(1));
        (await firm.LookUpAsync(token)).Email.ShouldBe("ben@else.example");
        silo.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await Refused.CodeAsync(() => firm.LookUpAsync(token))).ShouldBe("invitation_expired");
        (await Refused.CodeAsync(() => firm.AcceptAsync(token))).ShouldBe("invitation_expired");
        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Expired);
    }

    [Fact]
    public async Task Expiry_while_the_silo_was_down_frees_number_and_address()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (_, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");

        await silo.RestartAsync(downFor: TimeSpan.FromDays(2));

        (await Refused.CodeAsync(() => firm.LookUpAsync(token))).ShouldBe("invitation_expired");
        (await firm.InviteAsync("ben@else.example", phone: "+12025550123")).Status.ShouldBe(InvitationStatus.Pending);
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Expired, null, Firm.AllOfIt)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task The_lifetime_can_be_configured()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Invitations:Lifetime", "00:10:00"));
        var firm = await Firm.FoundAsync(silo);
        var (_, token) = await firm.InviteByMailAsync("ben@else.example");
        silo.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Refused.CodeAsync(() => firm.LookUpAsync(token))).ShouldBe("invitation_expired");
    }

    [Fact]
    public async Task Resending_gives_a_new_token_and_24_hours_more_and_the_old_link_dies()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, oldToken) = await firm.InviteByMailAsync("ben@else.example");
        silo.Clock.Advance(TimeSpan.FromHours(23));

        await firm.Invitations.ResendInvitationAsync(firm.Founder, invitation.Id);

        var newToken = TestMailbox.TokenIn(await silo.Mailbox.NextAsync());
        (await Refused.CodeAsync(() => firm.LookUpAsync(oldToken))).ShouldBe("not_found");
        silo.Clock.Advance(TimeSpan.FromHours(23));
        (await firm.AcceptAsync(newToken)).CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task An_expired_one_can_be_sent_again_unless_its_number_is_taken_by_now()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (first, _) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");
        silo.Clock.Advance(_day);
        var (other, _) = await firm.InviteByMailAsync("cy@else.example", phone: "+12025550123");

        (await Refused.CodeAsync(() => firm.Invitations.ResendInvitationAsync(firm.Founder, first.Id))).ShouldBe("phone_already_invited");
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, other.Id);

        (await firm.Invitations.ResendInvitationAsync(firm.Founder, first.Id)).Status.ShouldBe(InvitationStatus.Pending);
        (await firm.AcceptAsync(TestMailbox.TokenIn(await silo.Mailbox.NextAsync()))).CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task An_expired_one_is_not_sent_again_beside_a_newer_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var first = await firm.InviteAsync("ben@else.example");
        silo.Clock.Advance(_day);
        await firm.InviteAsync("ben@else.example");
        (await Refused.CodeAsync(() => firm.Invitations.ResendInvitationAsync(firm.Founder, first.Id))).ShouldBe("email_already_invited");
    }

    [Fact]
    public async Task Revoking_kills_the_link_frees_the_number_and_may_be_repeated()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");

        await firm.Invitations.RevokeInvitationAsync(firm.Founder, invitation.Id);
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, invitation.Id);

        (await Refused.CodeAsync(() => firm.AcceptAsync(token))).ShouldBe("invitation_revoked");
        (await Refused.CodeAsync(() => firm.Invitations.ResendInvitationAsync(firm.Founder, invitation.Id))).ShouldBe(
            "invitation_revoked"
        );
        (await firm.InviteAsync("ben@else.example", phone: "+12025550123")).Status.ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public async Task Mail_of_a_revoked_invitation_that_was_still_waiting_is_not_sent()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        silo.Mailbox.Failure = new IOException("down");
        var invitation = await firm.InviteAsync("ben@else.example");
        await silo.Mailbox.NextAttemptAsync();
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, invitation.Id);
        silo.Mailbox.Failure = null;

        var (_, token) = await firm.InviteByMailAsync("cy@else.example");

        silo.Clock.Advance(TimeSpan.FromHours(1));
        token.ShouldNotBeEmpty();
        silo.Mailbox.All.ShouldHaveSingleItem().To.Address.ShouldBe("cy@else.example");
    }

    [Fact]
    public async Task What_is_accepted_can_be_neither_revoked_nor_sent_again_nor_changed()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example");
        await firm.AcceptAsync(token);
        (await Refused.CodeAsync(() => firm.Invitations.RevokeInvitationAsync(firm.Founder, invitation.Id))).ShouldBe("invitation_used");
        (await Refused.CodeAsync(() => firm.Invitations.ResendInvitationAsync(firm.Founder, invitation.Id))).ShouldBeOneOf(
            "invitation_used",
            "email_already_member"
        );
        (
            await Refused.CodeAsync(() => firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, Change(jobTitle: "Clerk")))
        ).ShouldBe("invitation_used");
    }

    [Fact]
    public async Task Details_can_be_changed_without_a_new_mail()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");

        var changed = await firm.Invitations.UpdateInvitationAsync(
            firm.Founder,
            invitation.Id,
            Change(role: Role.Admin, phone: "+12025550124", jobTitle: "Clerk")
        );

        changed.Details.Role.ShouldBe(Role.Admin);
        changed.SentAt.ShouldBe(invitation.SentAt);
        (await firm.InviteAsync("cy@else.example", phone: "+12025550123")).Status.ShouldBe(
            InvitationStatus.Pending,
            "the former number is free"
        );
        (await Refused.CodeAsync(() => firm.InviteAsync("di@else.example", phone: "+12025550124"))).ShouldBe("phone_already_invited");
        (await firm.LookUpAsync(token)).Role.ShouldBe(Role.Admin);
        silo.Mailbox.All.Count(mail => mail.To.Address == "ben@else.example").ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_address_is_a_resend_to_the_new_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, oldToken) = await firm.InviteByMailAsync("ben@else.example");

        await firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, Change(email: "Benjamin@else.example"));

        var mail = await silo.Mailbox.NextAsync();
        mail.To.Address.ShouldBe("benjamin@else.example");
        (await Refused.CodeAsync(() => firm.LookUpAsync(oldToken))).ShouldBe("not_found");
        (await firm.LookUpAsync(TestMailbox.TokenIn(mail))).Email.ShouldBe("benjamin@else.example");
        (await firm.InviteAsync("ben@else.example")).Status.ShouldBe(InvitationStatus.Pending, "the former address is free");
        (await Refused.CodeAsync(() => firm.InviteAsync("benjamin@else.example"))).ShouldBe("email_already_invited");
    }

    [Fact]
    public async Task A_change_to_a_number_or_address_of_another_leaves_everything_as_it_was()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: "+12025550100");
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");
        await firm.InviteAsync("cy@else.example");

        (
            await Refused.CodeAsync(() =>
                firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, Change(phone: "+12025550100"))
            )
        ).ShouldBe("phone_in_use");
        (
            await Refused.CodeAsync(() =>
                firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, Change(email: "cy@else.example"))
            )
        ).ShouldBe("email_already_invited");

        (await firm.Invitations.GetInvitationAsync(firm.Founder, invitation.Id)).Details.PhoneNumber.ShouldBe("+12025550123");
        (await firm.LookUpAsync(token)).Email.ShouldBe("ben@else.example");
    }

    [Fact]
    public async Task Ended_ones_are_listed_for_30_days_and_then_gone()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, _) = await firm.InviteByMailAsync("ben@else.example");
        silo.Clock.Advance(_day + TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, null, null, Firm.AllOfIt)).Items.Single().Id.ShouldBe(invitation.Id);
        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, null, null, Firm.AllOfIt)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_was_revoked_is_gone_30_days_after_that()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Invitations:Lifetime", "20.00:00:00"));
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example");
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, invitation.Id);
        silo.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Revoked, null, Firm.AllOfIt))
            .Items.Single()
            .Id.ShouldBe(invitation.Id);

        silo.Clock.Advance(TimeSpan.FromSeconds(1));

        (await firm.Invitations.ListInvitationsAsync(firm.Founder, null, null, Firm.AllOfIt)).Total.ShouldBe(0);
        await CrashScenario.WithinMinutesAsync(
            silo,
            async () =>
                (await silo.Grains.GetGrain<IInvitationGrain>(invitation.Id).GetAsync()).ShouldBeNull("nothing of it is stored any more")
        );
        (await Refused.CodeAsync(() => firm.LookUpAsync(token))).ShouldBe("not_found");
    }

    [Fact]
    public async Task A_change_for_an_earlier_version_is_refused()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var invitation = await firm.InviteAsync("ben@else.example");
        var change = Change(jobTitle: "Clerk") with { ExpectedVersion = invitation.Version };

        (await firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, change)).Version.ShouldBeGreaterThan(
            invitation.Version
        );

        (await Refused.CodeAsync(() => firm.Invitations.UpdateInvitationAsync(firm.Founder, invitation.Id, change))).ShouldBe(
            "version_conflict"
        );
    }

    [Fact]
    public async Task Overrides_for_agents_are_handed_to_the_member()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var overrides = new Dictionary<string, AgentOverride>(StringComparer.Ordinal)
        {
            ["bot"] = new(["agents.edit", "agents.edit"], []),
            ["none"] = new([], []),
        };

        await firm.InviteAsync(
            firm.Founder,
            firm.InvitationOf("ben@else.example").Give(access => access with { AgentIds = ["bot"], AgentOverrides = overrides })
        );
        var accepted = await firm.AcceptAsync(TestMailbox.TokenIn(await silo.Mailbox.NextAsync()));

        var principal = (await firm.CheckAsync((await firm.SignInAsync(accepted.UserId)).Session.Token)).Principal!;
        principal.AgentIds.ShouldBe(["bot"]);
        principal.AgentOverrides.ShouldHaveSingleItem().Value.Grant.ShouldBe(["agents.edit"]);
    }

    [Fact]
    public async Task Nobody_grants_for_an_agent_what_they_do_not_have()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var inviter = await firm.JoinAsync("i@else.example", permissions: [Permissions.InviteMembers]);
        var overrides = new Dictionary<string, AgentOverride>(StringComparer.Ordinal) { ["bot"] = new(["agents.edit"], []) };

        (
            await Refused.CodeAsync(() =>
                firm.Invitations.InviteAsync(
                    inviter,
                    firm.InvitationOf("x@else.example").Give(access => access with { AgentOverrides = overrides })
                )
            )
        ).ShouldBe("forbidden");
        overrides["bot"] = new([], ["nonsense"]);
        (
            await Refused.CodeAsync(() =>
                firm.Invitations.InviteAsync(
                    firm.Founder,
                    firm.InvitationOf("x@else.example").Give(access => access with { AgentOverrides = overrides })
                )
            )
        ).ShouldBe("validation_failed");
    }

    private static UpdateInvitation Change(string? email = null, Role? role = null, string? phone = null, string? jobTitle = null) =>
        new(
            Email: email,
            PhoneNumber: phone is null ? null : new(phone),
            JobTitle: jobTitle is null ? null : new(jobTitle),
            Access: new(role)
        );
}
