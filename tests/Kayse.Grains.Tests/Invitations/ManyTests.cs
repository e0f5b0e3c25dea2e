using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>Many are invited by one command (IN-10).</summary>
public sealed class ManyTests : IAsyncLifetime
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
    public async Task Each_row_has_its_outcome()
    {
        await _firm.WorksAlsoInAsync(await Firm.FoundAsync(_silo, "eve@other.example"));
        await _firm.InviteAsync("ben@else.example");

        var outcomes = await _firm.Invitations.InviteManyAsync(
            _firm.Founder,
            [
                _firm.RowOf("cy@else.example"),
                _firm.RowOf("ben@else.example"),
                _firm.RowOf("ada@firm.example"),
                _firm.RowOf("eve@other.example", Role.Admin),
                _firm.RowOf("nonsense"),
            ]
        );

        outcomes
            .Select(row => row.Outcome)
            .ShouldBe([InviteOutcome.Invited, InviteOutcome.Skipped, InviteOutcome.Skipped, InviteOutcome.Added, InviteOutcome.Refused]);
        outcomes
            .Select(row => row.Refusal?.Code)
            .ShouldBe([null, "email_already_invited", "email_already_member", null, "email_invalid"]);
        (await _firm.Invitations.ListInvitationsAsync(_firm.Founder, InvitationStatus.Pending, null, Firm.AllOfIt)).Total.ShouldBe(2);
        (await _firm.Members.ListMembersAsync(_firm.Founder, Firm.AllOfIt)).Total.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_rows_again_do_nothing_again()
    {
        var rows = Enumerable.Range(0, 50).Select(i => $"p{i}@else.example").ToList();
        (await InviteAsync(rows)).ShouldAllBe(row => row.Outcome == InviteOutcome.Invited);

        (await InviteAsync(rows)).ShouldAllBe(row => row.Outcome == InviteOutcome.Skipped);

        await _silo.RestartAsync();
        (await InviteAsync(rows)).ShouldAllBe(row => row.Outcome == InviteOutcome.Skipped);
        (await _firm.Invitations.ListInvitationsAsync(_firm.Founder, null, null, Firm.AllOfIt)).Total.ShouldBe(50);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_row_is_said_at_once()
    {
        var row = _firm.RowOf("nonsense", role: null, phone: "+1 1", "No such scope") with { FullName = "" };

        var refusal = (await _firm.Invitations.CheckManyAsync(_firm.Founder, [row])).Single().ShouldNotBeNull();

        refusal.Code.ShouldBe("validation_failed");
        refusal.Fields!.Keys.ShouldBe(["fullName", "email", "role", "phoneNumber", "scopeIds"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_role_above_ones_own_is_refused_by_row()
    {
        var inviter = await _firm.JoinAsync("i@else.example", permissions: [Permissions.InviteMembers]);

        var refusals = await _firm.Invitations.CheckManyAsync(
            inviter,
            [_firm.RowOf("a@else.example"), _firm.RowOf("b@else.example", Role.Admin)]
        );

        refusals[0].ShouldBeNull();
        refusals[1]!.Code.ShouldBe("forbidden");
        refusals[1]!.Fields!.Keys.ShouldBe(["role"]);
    }

    [Fact]
    public async Task Scopes_are_named_in_any_case_and_only_for_users()
    {
        var scope = await _firm.Scopes.CreateScopeAsync(
            _firm.Founder,
            new CreateScope(EntityId.New(_silo.Clock), "Injuries", ["Car crash"])
        );

        (await _firm.Invitations.InviteManyAsync(_firm.Founder, [_firm.RowOf("a@else.example", scopeNames: "INJURIES")]))
            .Single()
            .Outcome.ShouldBe(InviteOutcome.Invited);
        (await _firm.Invitations.CheckManyAsync(_firm.Founder, [_firm.RowOf("b@else.example", Role.Admin, scopeNames: "Injuries")]))
            .Single()!
            .Fields!.Keys.ShouldBe(["scopeIds"]);

        (await _firm.Invitations.ListInvitationsAsync(_firm.Founder, null, null, Firm.AllOfIt))
            .Items.Single()
            .Details.Access.ScopeIds.ShouldBe([scope.Id]);
    }

    [Fact]
    public async Task Who_has_scopes_invites_nobody_to_more_case_types()
    {
        var (own, other) = (EntityId.New(_silo.Clock), EntityId.New(_silo.Clock));
        await _firm.Scopes.CreateScopeAsync(_firm.Founder, new CreateScope(own, "Injuries", ["Car crash"]));
        await _firm.Scopes.CreateScopeAsync(_firm.Founder, new CreateScope(other, "Estates", ["Will"]));
        await _firm.InviteAsync(
            _firm.Founder,
            _firm
                .InvitationOf("i@else.example", permissions: [Permissions.InviteMembers])
                .Give(access => access with { ScopeIds = [own] })
        );
        var inviter = Firm.ActorOf((await _firm.AcceptAsync(TestMailbox.TokenIn(await _silo.Mailbox.NextAsync()))).UserId);

        (await Refused.CodeAsync(() => _firm.InviteAsync(inviter, _firm.InvitationOf("a@else.example")))).ShouldBe("forbidden");
        var refusals = await _firm.Invitations.CheckManyAsync(
            inviter,
            [
                _firm.RowOf("a@else.example", scopeNames: "Injuries"),
                _firm.RowOf("b@else.example"),
                _firm.RowOf("c@else.example", scopeNames: "Estates"),
            ]
        );

        refusals.Select(refusal => refusal?.Code).ShouldBe([null, "forbidden", "forbidden"]);
        refusals[1]!.Fields!.Keys.ShouldBe(["scopeIds"]);
    }

    [Fact]
    public async Task Two_rows_of_one_number_make_one_invitation()
    {
        var outcomes = await _firm.Invitations.InviteManyAsync(
            _firm.Founder,
            [_firm.RowOf("a@else.example", phone: "+12025550123"), _firm.RowOf("b@else.example", phone: "+12025550123")]
        );

        outcomes.Count(row => row.Outcome == InviteOutcome.Invited).ShouldBe(1);
        outcomes.Count(row => row.Refusal?.Code == "phone_already_invited").ShouldBe(1);
        (await _firm.Invitations.ListInvitationsAsync(_firm.Founder, null, null, Firm.AllOfIt)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Who_may_not_invite_may_not_invite_many()
    {
        var user = await _firm.JoinAsync("u@else.example");
        (await Refused.CodeAsync(() => _firm.Invitations.CheckManyAsync(user, []))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => _firm.Invitations.InviteManyAsync(user, []))).ShouldBe("forbidden");
    }

    private Task<IReadOnlyList<InviteRowOutcome>> InviteAsync(IEnumerable<string> emails) =>
        _firm.Invitations.InviteManyAsync(_firm.Founder, [.. emails.Select(email => _firm.RowOf(email))]);
}
