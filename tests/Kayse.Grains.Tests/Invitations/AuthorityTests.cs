using Kayse.Grains.Audit;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>An invitation gives what its inviter may still give (IN-13).</summary>
public sealed class AuthorityTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private Actor _admin = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _admin = await _firm.JoinAsync("admin@firm.example", Role.Admin);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_removed_admin_does_not_come_back_through_their_own_invitation()
    {
        var (invitation, token) = await InvitedByAdminAsync(Role.Admin);

        await _firm.Members.RemoveMemberAsync(_firm.Founder, _admin.UserId);

        (await _firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Revoked);
        (await Refused.CodeAsync(() => _firm.AcceptAsync(token))).ShouldBe("invitation_revoked");
        (await _firm.AuditAsync())
            .Count(record => record.Action == AuditActions.InvitationRevoked && record.Target.Id == invitation.Id)
            .ShouldBe(1);
    }

    [Fact]
    public async Task Neither_does_one_who_is_deactivated_or_leaves()
    {
        var (deactivated, _) = await InvitedByAdminAsync(Role.User);
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, _admin.UserId);
        var other = await _firm.JoinAsync("other@firm.example", Role.Admin);
        var left = await _firm.InviteAsync(other, _firm.InvitationOf("second@else.example"));
        await _firm.Members.LeaveAsync(other);

        (await _firm.StatusOfAsync(deactivated.Id)).ShouldBe(InvitationStatus.Revoked);
        (await _firm.StatusOfAsync(left.Id)).ShouldBe(InvitationStatus.Revoked);
    }

    [Fact]
    public async Task Who_becomes_a_User_keeps_what_they_may_still_give()
    {
        var (asAdmin, _) = await InvitedByAdminAsync(Role.Admin);
        var asUser = await _firm.InviteAsync(_admin, _firm.InvitationOf("second@else.example"));

        await _firm.Members.UpdateMemberAsync(
            _firm.Founder,
            _admin.UserId,
            new UpdateMember(Access: new(Role: Role.User, Permissions: [Permissions.InviteMembers]))
        );
        (await _firm.StatusOfAsync(asAdmin.Id)).ShouldBe(InvitationStatus.Revoked);
        (await _firm.StatusOfAsync(asUser.Id)).ShouldBe(InvitationStatus.Pending);

        await _firm.Members.UpdateMemberAsync(_firm.Founder, _admin.UserId, new UpdateMember(Access: new(Permissions: [])));
        (await _firm.StatusOfAsync(asUser.Id)).ShouldBe(InvitationStatus.Revoked);
    }

    [Fact]
    public async Task A_Super_Admin_who_hands_the_company_over_takes_what_is_above_an_Admin_with_them()
    {
        var (above, below) = (
            await _firm.InviteAsync("second@else.example", Role.SuperAdmin),
            await _firm.InviteAsync("third@else.example", Role.Admin)
        );

        await _firm.Members.TransferOwnershipAsync(_firm.Founder, _admin.UserId);

        (await _firm.StatusOfAsync(above.Id)).ShouldBe(InvitationStatus.Revoked);
        (await _firm.StatusOfAsync(below.Id)).ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public async Task What_the_inviter_may_give_is_asked_again_when_it_is_accepted()
    {
        var scope = await _firm.Scopes.CreateScopeAsync(_firm.Founder, new(EntityId.New(_silo.Clock), "Injury", ["injury", "defect"]));
        var inviter = await _firm.JoinAsync("inviter@firm.example", permissions: [Permissions.InviteMembers]);
        await _firm.Members.UpdateMemberAsync(_firm.Founder, inviter.UserId, new UpdateMember(Access: new(ScopeIds: [scope.Id])));
        var broad = await _firm.Scopes.CreateScopeAsync(_firm.Founder, new(EntityId.New(_silo.Clock), "Defect", ["defect"]));
        var invitation = await _firm.InviteAsync(
            inviter,
            _firm.InvitationOf("second@else.example").Give(access => access with { ScopeIds = [broad.Id] })
        );
        var token = TestMailbox.TokenIn(await _silo.Mailbox.NextAsync());

        await _firm.Scopes.UpdateScopeAsync(_firm.Founder, scope.Id, new(null, ["injury"], null));
        (await _firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Pending, "nothing was done to the member");

        (await Refused.CodeAsync(() => _firm.AcceptAsync(token))).ShouldBe("invitation_revoked");
        (await _firm.StatusOfAsync(invitation.Id)).ShouldBe(InvitationStatus.Revoked);
    }

    [Fact]
    public async Task Whoever_sends_it_again_stands_for_it_from_then_on()
    {
        var (invitation, _) = await InvitedByAdminAsync(Role.Admin);
        (await _firm.Invitations.ResendInvitationAsync(_firm.Founder, invitation.Id)).InvitedBy.UserId.ShouldBe(_firm.Founder.UserId);
        var token = TestMailbox.TokenIn(await _silo.Mailbox.NextAsync());

        await _firm.Members.RemoveMemberAsync(_firm.Founder, _admin.UserId);

        (await _firm.AcceptAsync(token)).CompanyId.ShouldBe(_firm.CompanyId);
    }

    private async Task<(InvitationView Invitation, string Token)> InvitedByAdminAsync(Role role)
    {
        var invitation = await _firm.InviteAsync(_admin, _firm.InvitationOf("admins-other-address@else.example", role));
        return (invitation, TestMailbox.TokenIn(await _silo.Mailbox.NextAsync()));
    }
}
