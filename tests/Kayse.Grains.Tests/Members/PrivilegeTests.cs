using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Members;

/// <summary>By what administrators are made, and what an Admin holds.</summary>
public sealed class PrivilegeTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Theory]
    [InlineData(ApiKeyPermissions.Write, Role.User, null)]
    [InlineData(ApiKeyPermissions.Write, Role.Admin, "forbidden")]
    [InlineData(ApiKeyPermissions.Write, Role.SuperAdmin, "forbidden")]
    [InlineData(ApiKeyPermissions.Admin, Role.Admin, null)]
    [InlineData(ApiKeyPermissions.Admin, Role.SuperAdmin, "forbidden")]
    public async Task A_key_invites_creates_and_promotes_within_what_it_is_made_for(
        ApiKeyPermissions permissions,
        Role role,
        string? code
    )
    {
        var key = _firm.Founder with { Key = permissions, IsProved = false };
        var ben = await _firm.CreateAsync("ben@firm.example");
        var invitation = await _firm.InviteAsync("sent@else.example", role);

        (await CodeAsync(() => _firm.Invitations.InviteAsync(key, _firm.InvitationOf("x@else.example", role)))).ShouldBe(code);
        (await CodeAsync(() => _firm.Accounts.CreateMemberAsync(key, _firm.NewMember("y@else.example", role)))).ShouldBe(code);
        (await CodeAsync(() => _firm.Members.UpdateMemberAsync(key, ben.UserId, new UpdateMember(Access: new(Role: role))))).ShouldBe(
            code
        );
        (await CodeAsync(() => _firm.Invitations.ResendInvitationAsync(key, invitation.Id))).ShouldBe(code);
        (await CodeAsync(() => _firm.Invitations.UpdateInvitationAsync(key, invitation.Id, new("Ben")))).ShouldBe(code);
        (await _firm.Invitations.InviteManyAsync(key, [_firm.RowOf("z@else.example", role)]))[0].Refusal?.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_session_makes_a_Super_Admin_only_right_after_a_proof()
    {
        var session = _firm.Founder with { IsProved = false };
        var ben = await _firm.CreateAsync("ben@firm.example", Role.Admin);

        (await CodeAsync(() => _firm.Invitations.InviteAsync(session, _firm.InvitationOf("x@else.example", Role.SuperAdmin)))).ShouldBe(
            "step_up_required"
        );
        (await CodeAsync(() => _firm.Accounts.PrepareCreateMemberAsync(session, Role.SuperAdmin))).ShouldBe("step_up_required");
        (
            await CodeAsync(() =>
                _firm.Members.UpdateMemberAsync(session, ben.UserId, new UpdateMember(Access: new(Role: Role.SuperAdmin)))
            )
        ).ShouldBe("step_up_required");
        (await CodeAsync(() => _firm.Invitations.InviteAsync(session, _firm.InvitationOf("x@else.example", Role.Admin)))).ShouldBeNull();
        (
            await CodeAsync(() =>
                _firm.Members.UpdateMemberAsync(_firm.Founder, ben.UserId, new UpdateMember(Access: new(Role: Role.SuperAdmin)))
            )
        ).ShouldBeNull();
        (
            await CodeAsync(() => _firm.Members.UpdateMemberAsync(session, ben.UserId, new UpdateMember(JobTitle: new("Partner"))))
        ).ShouldBeNull("nothing is given");
    }

    [Fact]
    public async Task An_Admin_sees_billing_only_when_that_was_granted_and_nobody_is_granted_to_manage_it()
    {
        var admin = await _firm.JoinAsync("admin@firm.example", Role.Admin);
        (await PermissionsOfAsync(admin)).ShouldBe(Permissions.Grantable.Where(permission => permission != Permissions.ReadBilling));
        (await PermissionsOfAsync(_firm.Founder)).ShouldBe(Permissions.All);

        await _firm.Members.UpdateMemberAsync(
            _firm.Founder,
            admin.UserId,
            new UpdateMember(Access: new(Permissions: [Permissions.ReadBilling, "crm.access"]))
        );

        (await PermissionsOfAsync(admin)).ShouldBe(Permissions.Grantable);
        (
            await CodeAsync(() =>
                _firm.Members.UpdateMemberAsync(
                    _firm.Founder,
                    admin.UserId,
                    new UpdateMember(Access: new(Permissions: [Permissions.ManageBilling]))
                )
            )
        ).ShouldBe("validation_failed");
        await _firm.Members.UpdateMemberAsync(_firm.Founder, admin.UserId, new UpdateMember(Access: new(Role: Role.User)));
        (await PermissionsOfAsync(admin)).ShouldBeEmpty("what was granted goes with the role");
    }

    [Fact]
    public async Task An_Admin_who_does_not_see_billing_lets_nobody_see_it_and_one_who_is_invited_with_it_does()
    {
        var admin = await _firm.JoinAsync("admin@firm.example", Role.Admin);
        var reader = await _firm.JoinAsync("reader@firm.example", Role.Admin, [Permissions.ReadBilling]);

        (await PermissionsOfAsync(reader)).ShouldContain(Permissions.ReadBilling);
        (
            await CodeAsync(() =>
                _firm.Invitations.InviteAsync(admin, _firm.InvitationOf("x@else.example", permissions: [Permissions.ReadBilling]))
            )
        ).ShouldBe("forbidden");
        (
            await CodeAsync(() =>
                _firm.Invitations.InviteAsync(reader, _firm.InvitationOf("x@else.example", permissions: [Permissions.ReadBilling]))
            )
        ).ShouldBeNull();
    }

    private async Task<IReadOnlyList<string>> PermissionsOfAsync(Actor actor) =>
        (await _firm.MemberAsync(actor.UserId)).Access.EffectivePermissions();

    private static async Task<string?> CodeAsync(Func<Task> work) =>
        await Crashes.CrashScenario.AnswerAsync(work) is var answer && answer == "works" ? null : answer;
}
