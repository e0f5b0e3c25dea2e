using Kayse.Grains.Audit;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>What the audit log says of an invitation.</summary>
public sealed class InvitationAuditTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Making_it_is_told_with_who_and_from_where_and_without_a_secret()
    {
        var (invitation, token) = await _firm.InviteByMailAsync("ben@else.example", Role.Admin, "+12025550123");

        var record = (await RecordsAsync(invitation.Id)).ShouldHaveSingleItem();

        record.Action.ShouldBe(AuditActions.InvitationCreated);
        record.Actor.ShouldBe(new AuditActor(_firm.Founder.UserId, "Ada Founder"));
        record.IpAddress.ShouldBe(_firm.Founder.IpAddress);
        record.SessionId.ShouldBe(_firm.Founder.SessionId);
        record.Target.ShouldBe(new AuditTarget(AuditTargetKinds.Invitation, invitation.Id, "Ben Invitee"));
        record.Changes.ShouldContain(new AuditChange("email", null, "\"ben@else.example\"", Personal: true));
        record.Changes.ShouldContain(new AuditChange("role", null, "\"admin\"", Personal: false));
        record.ToString().ShouldNotContain(token.Split('.')[1]);
    }

    [Fact]
    public async Task Changing_it_is_told_with_what_was_before()
    {
        var invitation = await _firm.InviteAsync("ben@else.example");
        await _firm.Invitations.UpdateInvitationAsync(_firm.Founder, invitation.Id, new UpdateInvitation(Access: new(Role.Admin)));

        var record = (await RecordsAsync(invitation.Id))[^1];

        record.Action.ShouldBe(AuditActions.InvitationUpdated);
        record.Changes.ShouldBe([new AuditChange("role", "\"user\"", "\"admin\"", Personal: false)]);
    }

    [Fact]
    public async Task Its_whole_life_is_told_in_order()
    {
        var (invitation, _) = await _firm.InviteByMailAsync("ben@else.example");
        _silo.Clock.Advance(TimeSpan.FromHours(24));
        await CrashScenario.WithinMinutesAsync(_silo, async () => (await RecordsAsync(invitation.Id)).Count.ShouldBe(2));
        await _firm.Invitations.ResendInvitationAsync(_firm.Founder, invitation.Id);
        await _firm.DeclineAsync(TestMailbox.TokenIn(await _silo.Mailbox.NextAsync()));

        var records = await RecordsAsync(invitation.Id);

        records
            .Select(record => record.Action)
            .ShouldBe([
                AuditActions.InvitationCreated,
                AuditActions.InvitationExpired,
                AuditActions.InvitationResent,
                AuditActions.InvitationDeclined,
            ]);
        records[1].Actor.ShouldBe(AuditActor.Nobody);
        records[3].Actor.UserId.ShouldBeNull();
    }

    [Fact]
    public async Task Accepting_it_is_told_of_the_new_member()
    {
        var (invitation, token) = await _firm.InviteByMailAsync("ben@else.example");
        var accepted = await _firm.AcceptAsync(token);

        var record = (await RecordsAsync(invitation.Id))[^1];

        record.Action.ShouldBe(AuditActions.InvitationAccepted);
        record.Actor.ShouldBe(new AuditActor(accepted.UserId, "Ben Invitee"));
        (await RecordsAsync(accepted.UserId)).ShouldHaveSingleItem().Action.ShouldBe(AuditActions.MemberJoined);
    }

    [Fact]
    public async Task Revoking_it_twice_is_told_once()
    {
        var invitation = await _firm.InviteAsync("ben@else.example");
        await _firm.Invitations.RevokeInvitationAsync(_firm.Founder, invitation.Id);
        await _firm.Invitations.RevokeInvitationAsync(_firm.Founder, invitation.Id);
        (await RecordsAsync(invitation.Id))
            .Select(record => record.Action)
            .ShouldBe([AuditActions.InvitationCreated, AuditActions.InvitationRevoked]);
    }

    [Fact]
    public async Task What_is_refused_is_not_told()
    {
        var invitation = await _firm.InviteAsync("ben@else.example");
        await Refused.CodeAsync(() => _firm.InviteAsync("ben@else.example"));
        await Refused.CodeAsync(() =>
            _firm.Invitations.UpdateInvitationAsync(_firm.Founder, invitation.Id, new UpdateInvitation(Email: "ada@firm.example"))
        );
        (await _firm.AuditAsync()).Count(record => record.Target.Kind == AuditTargetKinds.Invitation).ShouldBe(1);
    }

    private async Task<IReadOnlyList<AuditRecord>> RecordsAsync(string targetId) =>
        [.. (await _firm.AuditAsync()).Where(record => record.Target.Id == targetId)];
}
