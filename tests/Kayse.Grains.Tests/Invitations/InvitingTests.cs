using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Invitations;

public sealed class InvitingTests
{
    [Fact]
    public async Task An_invitation_is_mailed_with_a_link_that_shows_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);

        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example", Role.Admin, "+44 20 7946 0018");

        invitation.Details.PhoneNumber.ShouldBe("+442079460018");
        invitation.ExpiresAt.ShouldBe(silo.Clock.GetUtcNow() + TimeSpan.FromHours(24));
        var preview = await firm.LookUpAsync(token);
        preview.CompanyName.ShouldBe("Firm & Partners");
        preview.Email.ShouldBe("ben@else.example");
        preview.Role.ShouldBe(Role.Admin);
    }

    [Fact]
    public async Task Looking_an_invitation_up_changes_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (invitation, token) = await firm.InviteByMailAsync("ben@else.example");
        var before = await firm.Invitations.GetInvitationAsync(firm.Founder, invitation.Id);

        for (var i = 0; i < 3; i++)
            await firm.LookUpAsync(token);

        (await firm.Invitations.GetInvitationAsync(firm.Founder, invitation.Id)).ShouldBe(
            before with
            {
                Details = before.Details,
            },
            "only the mail's delivery may have moved on"
        );
        (await firm.AcceptAsync(token)).CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task Invitations_are_listed_latest_first_with_their_delivery()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        for (var i = 0; i < 5; i++)
        {
            await firm.InviteByMailAsync($"p{i}@else.example");
            silo.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Pending, null, new(3, null));
        var second = await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Pending, null, new(3, first.NextCursor));

        first.Total.ShouldBe(5);
        first
            .Items.Concat(second.Items)
            .Select(item => item.Details.Email)
            .ShouldBe([.. Enumerable.Range(0, 5).Reverse().Select(i => $"p{i}@else.example")]);
        second.NextCursor.ShouldBeNull();
        first.Items[0].InvitedBy.FullName.ShouldBe("Ada Founder");
    }

    [Fact]
    public async Task The_address_of_a_pending_invitation_is_refused()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await firm.InviteAsync("ben@else.example");
        (await Refused.CodeAsync(() => firm.InviteAsync(" BEN@else.example"))).ShouldBe("email_already_invited");
    }

    [Fact]
    public async Task The_address_of_a_member_is_refused()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        (await Refused.CodeAsync(() => firm.InviteAsync("ada@firm.example"))).ShouldBe("email_already_member");
    }

    [Fact]
    public async Task The_same_address_can_be_invited_by_two_companies()
    {
        await using var silo = await TestSilo.StartAsync();
        var (one, other) = (await Firm.FoundAsync(silo, "a@one.example"), await Firm.FoundAsync(silo, "a@other.example"));
        await one.InviteAsync("ben@else.example");
        (await other.InviteAsync("ben@else.example")).Status.ShouldBe(InvitationStatus.Pending);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("+1", null)]
    [InlineData("+49 ", null)]
    [InlineData("+1 (202) 555-0123", "+12025550123")]
    public async Task A_phone_number_may_be_empty_or_is_kept_as_E164(string? typed, string? kept)
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        (await firm.InviteAsync("ben@else.example", phone: typed)).Details.PhoneNumber.ShouldBe(kept);
    }

    [Fact]
    public async Task A_number_of_another_pending_invitation_of_the_company_is_refused_and_other_companies_are_nobodys_business()
    {
        await using var silo = await TestSilo.StartAsync();
        var (one, other) = (await Firm.FoundAsync(silo, "a@one.example"), await Firm.FoundAsync(silo, "a@other.example"));
        await one.InviteAsync("ben@else.example", phone: "+12025550123");
        (await Refused.CodeAsync(() => one.InviteAsync("cy@else.example", phone: "+1 202 555 0123"))).ShouldBe("phone_already_invited");
        (await other.InviteAsync("cy@else.example", phone: "+1 202 555 0123")).Status.ShouldBe(InvitationStatus.Pending);
        (await one.InviteAsync("cy@else.example")).Status.ShouldBe(InvitationStatus.Pending, "the refused one left nothing behind");
    }

    [Fact]
    public async Task A_number_of_a_member_is_refused_as_in_use()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: "+12025550123");
        (await Refused.CodeAsync(() => firm.InviteAsync("cy@else.example", phone: "+12025550123"))).ShouldBe("phone_in_use");
    }

    [Fact]
    public async Task Fifty_simultaneous_invitations_of_one_address_are_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var codes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => OutcomeAsync(() => firm.InviteAsync("ben@else.example"))));
        codes.Count(code => code is null).ShouldBe(1);
        codes.Count(code => code == "email_already_invited").ShouldBe(49);
    }

    [Fact]
    public async Task The_same_number_on_fifty_invitations_is_on_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var codes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => OutcomeAsync(() => firm.InviteAsync($"p{i}@else.example", phone: "+12025550123")))
        );
        codes.Count(code => code is null).ShouldBe(1);
        codes.Count(code => code == "phone_already_invited").ShouldBe(49);
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Pending, null, Firm.AllOfIt)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_command_again_answers_the_same_invitation_and_sends_no_second_mail()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var command = firm.InvitationOf("ben@else.example");
        await firm.Invitations.InviteAsync(firm.Founder, command);
        await silo.Mailbox.NextAsync();

        (await firm.InviteAsync(firm.Founder, command)).Id.ShouldBe(command.InvitationId);

        silo.Mailbox.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outsider_is_told_that_there_is_no_such_company()
    {
        await using var silo = await TestSilo.StartAsync();
        var (one, other) = (await Firm.FoundAsync(silo, "a@one.example"), await Firm.FoundAsync(silo, "a@other.example"));
        (await Refused.CodeAsync(() => one.Invitations.InviteAsync(other.Founder, one.InvitationOf("x@else.example")))).ShouldBe(
            "not_found"
        );
        (await Refused.CodeAsync(() => one.Invitations.ListInvitationsAsync(other.Founder, null, null, Firm.AllOfIt))).ShouldBe(
            "not_found"
        );
    }

    [Fact]
    public async Task A_user_may_invite_only_with_the_permission_and_only_users()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var user = await firm.JoinAsync("u@else.example");
        var inviter = await firm.JoinAsync("i@else.example", permissions: [Permissions.InviteMembers]);

        (await Refused.CodeAsync(() => firm.Invitations.InviteAsync(user, firm.InvitationOf("x@else.example")))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => firm.Invitations.InviteAsync(inviter, firm.InvitationOf("x@else.example", Role.Admin)))).ShouldBe(
            "forbidden"
        );
        (
            await Refused.CodeAsync(() =>
                firm.Invitations.InviteAsync(inviter, firm.InvitationOf("x@else.example", permissions: ["billing.read"]))
            )
        ).ShouldBe("forbidden");
        (await firm.InviteAsync(inviter, firm.InvitationOf("x@else.example"))).Status.ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public async Task An_admin_does_not_invite_a_super_admin()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var admin = await firm.JoinAsync("admin@else.example", Role.Admin);
        (
            await Refused.CodeAsync(() => firm.Invitations.InviteAsync(admin, firm.InvitationOf("x@else.example", Role.SuperAdmin)))
        ).ShouldBe("forbidden");
    }

    [Fact]
    public async Task An_unknown_permission_or_scope_is_refused()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var command = firm.InvitationOf("x@else.example", permissions: ["members.destroy"])
            .Give(access => access with { ScopeIds = ["nowhere"] });
        var refused = await Should.ThrowAsync<RefusedException>(() => firm.Invitations.InviteAsync(firm.Founder, command));
        refused.Refusal.Fields!.Keys.ShouldBe(["permissions", "scopeIds"], ignoreOrder: true);
    }

    [Fact]
    public async Task More_invitations_than_one_record_holds_are_all_there_after_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => firm.InviteAsync($"p{i}@else.example")));

        await silo.RestartAsync();

        (await firm.Invitations.ListInvitationsAsync(firm.Founder, InvitationStatus.Pending, null, Firm.AllOfIt))
            .Items.Select(item => item.Id)
            .Distinct()
            .Count()
            .ShouldBe(100);
        (await Refused.CodeAsync(() => firm.InviteAsync("p99@else.example"))).ShouldBe("email_already_invited");
    }

    private static async Task<string?> OutcomeAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}
