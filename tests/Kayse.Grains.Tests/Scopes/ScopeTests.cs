using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Scopes;

/// <summary>RO-2: scopes as a company's admins make them, and what they do for members.</summary>
public sealed class ScopeTests : IAsyncLifetime
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
    public async Task A_scope_is_kept_as_it_was_made_but_for_spaces_and_repetitions()
    {
        var scope = await CreateAsync("  Injuries ", " Dog bite", "Car crash", "car CRASH");

        (scope.Name, scope.MemberCount).ShouldBe(("Injuries", 0));
        scope.CaseTypes.ShouldBe(["Car crash", "Dog bite"]);
        await _silo.RestartAsync();
        var kept = await _firm.Scopes.GetScopeAsync(_firm.Founder, scope.Id);
        (kept.Name, kept.Version).ShouldBe((scope.Name, scope.Version));
        kept.CaseTypes.ShouldBe(scope.CaseTypes);
    }

    [Fact]
    public async Task The_same_command_again_makes_nothing_new()
    {
        var command = new CreateScope(EntityId.New(_silo.Clock), "Injuries", ["Car crash"]);
        var first = await _firm.Scopes.CreateScopeAsync(_firm.Founder, command);

        (await _firm.Scopes.CreateScopeAsync(_firm.Founder, command)).Version.ShouldBe(first.Version);
        (await ListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Names_are_unique_whatever_their_case()
    {
        var scope = await CreateAsync("Injuries");
        var other = await CreateAsync("Estates");

        (await Refused.CodeAsync(() => CreateAsync("INJURIES"))).ShouldBe("scope_name_taken");
        (await Refused.CodeAsync(() => UpdateAsync(other.Id, name: " injuries "))).ShouldBe("scope_name_taken");
        (await UpdateAsync(scope.Id, name: "INJURIES")).Name.ShouldBe("INJURIES");
        await _firm.Scopes.DeleteScopeAsync(_firm.Founder, scope.Id, null, confirmed: false);
        (await UpdateAsync(other.Id, name: "injuries")).Name.ShouldBe("injuries");
    }

    [Fact]
    public async Task Bad_fields_are_refused()
    {
        (await Refused.CodeAsync(() => CreateAsync(" "))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => CreateAsync(new string('x', 101)))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => CreateAsync("Ok", new string('x', 65)))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => CreateAsync("Ok", "two\nlines"))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => CreateAsync("Ok", ["a", null!]))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => CreateAsync("Ok", Words(201)))).ShouldBe("validation_failed");
        (await CreateAsync("Ok", [.. Words(199), new string('x', 64)])).CaseTypes.Count.ShouldBe(200);
        var none = new CreateScope(EntityId.New(_silo.Clock), "None", []);
        (await Refused.CodeAsync(() => _firm.Scopes.CreateScopeAsync(_firm.Founder, none))).ShouldBe("validation_failed");
    }

    [Fact]
    public async Task A_company_has_up_to_200_scopes_which_are_listed_by_name_and_page()
    {
        for (var i = 0; i < 200; i++)
            await CreateAsync($"scope {199 - i:d3}");

        (await Refused.CodeAsync(() => CreateAsync("one more"))).ShouldBe("scope_limit_reached");
        await _silo.RestartAsync();
        var first = await _firm.Scopes.ListScopesAsync(_firm.Founder, new(150, null));
        var second = await _firm.Scopes.ListScopesAsync(_firm.Founder, new(150, first.NextCursor));
        first.Items.Concat(second.Items).Select(scope => scope.Name).ShouldBe(Enumerable.Range(0, 200).Select(i => $"scope {i:d3}"));
        (first.Total, second.NextCursor).ShouldBe((200, null));
    }

    [Fact]
    public async Task A_change_that_is_meant_for_an_earlier_version_is_refused()
    {
        var scope = await CreateAsync("Injuries");
        var changed = await UpdateAsync(scope.Id, name: "Accidents", version: scope.Version);

        changed.Version.ShouldBeGreaterThan(scope.Version);
        (await Refused.CodeAsync(() => UpdateAsync(scope.Id, name: "Mishaps", version: scope.Version))).ShouldBe("version_conflict");
        (await Refused.CodeAsync(() => _firm.Scopes.DeleteScopeAsync(_firm.Founder, scope.Id, scope.Version, confirmed: false))).ShouldBe(
            "version_conflict"
        );
        (await UpdateAsync(scope.Id, name: "Accidents", version: changed.Version)).Version.ShouldBe(changed.Version, "nothing changed");
        await _firm.Scopes.DeleteScopeAsync(_firm.Founder, scope.Id, changed.Version, confirmed: false);
        (await Refused.CodeAsync(() => _firm.Scopes.GetScopeAsync(_firm.Founder, scope.Id))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Admins_make_scopes_and_those_who_see_or_make_members_read_them()
    {
        var scope = await CreateAsync("Injuries");
        var admin = await _firm.JoinAsync("admin@firm.example", Role.Admin);
        var reader = await _firm.JoinAsync("reader@firm.example", permissions: [Permissions.ReadMembers]);
        var inviter = await _firm.JoinAsync("inviter@firm.example", permissions: [Permissions.InviteMembers]);
        var user = await _firm.JoinAsync("user@firm.example", permissions: [Permissions.RemoveMembers]);

        await _firm.Scopes.UpdateScopeAsync(admin, scope.Id, new UpdateScope("Accidents", null, null));
        foreach (var actor in new[] { reader, inviter })
        {
            (await _firm.Scopes.GetScopeAsync(actor, scope.Id)).Name.ShouldBe("Accidents");
            (await Refused.CodeAsync(() => _firm.Scopes.UpdateScopeAsync(actor, scope.Id, new UpdateScope("Mine", null, null)))).ShouldBe(
                "forbidden"
            );
            (await Refused.CodeAsync(() => _firm.Scopes.DeleteScopeAsync(actor, scope.Id, null, confirmed: false))).ShouldBe("forbidden");
            (await Refused.CodeAsync(() => _firm.Scopes.CreateScopeAsync(actor, new CreateScope("id", "Mine", ["a"])))).ShouldBe(
                "forbidden"
            );
        }

        (await Refused.CodeAsync(() => _firm.Scopes.ListScopesAsync(user, Firm.AllOfIt))).ShouldBe("forbidden");
    }

    [Fact]
    public async Task A_member_sees_the_case_types_of_all_of_their_scopes()
    {
        var (injuries, estates) = (
            await CreateAsync("Injuries", "Dog bite", "Car crash"),
            await CreateAsync("Estates", "Will", "CAR CRASH")
        );
        var member = await JoinAsync("ben@firm.example", injuries.Id, estates.Id);

        (await CaseTypesAsync((await _firm.SignInAsync(member)).Session.Token)).ShouldBe(["Car crash", "Dog bite", "Will"]);
        (await ListAsync()).Select(scope => scope.MemberCount).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task A_changed_scope_is_in_the_live_sessions_of_its_members_when_the_command_is_answered()
    {
        var (injuries, estates) = (await CreateAsync("Injuries", "Car crash"), await CreateAsync("Estates", "Will"));
        var (member, other) = (await JoinAsync("ben@firm.example", injuries.Id), await JoinAsync("cy@firm.example", estates.Id));
        var sessions = new[] { await _firm.SignInAsync(member), await _firm.SignInAsync(member) };
        var untouched = await _firm.SignInAsync(other);

        await UpdateAsync(injuries.Id, caseTypes: ["Slip and fall"]);

        foreach (var session in sessions)
            (await CaseTypesAsync(session.Session.Token)).ShouldBe(["Slip and fall"]);
        (await CaseTypesAsync(untouched.Session.Token)).ShouldBe(["Will"]);
    }

    [Fact]
    public async Task Deleting_a_scope_takes_it_from_its_members_and_whoever_has_no_other_sees_nothing()
    {
        var (injuries, estates) = (await CreateAsync("Injuries", "Car crash"), await CreateAsync("Estates", "Will"));
        var (both, one) = (await JoinAsync("ben@firm.example", injuries.Id, estates.Id), await JoinAsync("cy@firm.example", injuries.Id));
        var (sessionOfBoth, sessionOfOne) = (await _firm.SignInAsync(both), await _firm.SignInAsync(one));

        await _firm.Scopes.DeleteScopeAsync(_firm.Founder, injuries.Id, null, confirmed: true);

        (await CaseTypesAsync(sessionOfBoth.Session.Token)).ShouldBe(["Will"]);
        (await CaseTypesAsync(sessionOfOne.Session.Token)).ShouldBeEmpty();
        var members = (await _firm.Members.ListMembersAsync(_firm.Founder, Firm.AllOfIt)).Items;
        members.Single(member => member.UserId == both).Access.ScopeIds.ShouldBe([estates.Id]);
        members.Single(member => member.UserId == one).Access.ScopeIds.ShouldBeEmpty();
        members.Single(member => member.UserId == one).Access.CaseAccess.ShouldBe(AccessMode.Assigned);
        await _silo.RestartAsync();
        (await CaseTypesAsync(sessionOfOne.Session.Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_scope_of_a_member_or_a_pending_invitation_is_deleted_only_when_that_is_confirmed()
    {
        var (injuries, estates) = (await CreateAsync("Injuries", "Car crash"), await CreateAsync("Estates", "Will"));
        var member = await JoinAsync("ben@firm.example", injuries.Id);
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, member);
        await JoinAsync("cy@firm.example", injuries.Id, estates.Id);
        await _firm.InviteAsync(
            _firm.Founder,
            _firm.InvitationOf("dee@else.example").Give(access => access with { ScopeIds = [injuries.Id] })
        );
        var revoked = await _firm.InviteAsync(
            _firm.Founder,
            _firm.InvitationOf("eve@else.example").Give(access => access with { ScopeIds = [injuries.Id] })
        );
        await _firm.Invitations.RevokeInvitationAsync(_firm.Founder, revoked.Id);

        var refused = await Should.ThrowAsync<RefusedException>(() =>
            _firm.Scopes.DeleteScopeAsync(_firm.Founder, injuries.Id, null, confirmed: false)
        );
        refused.Code.ShouldBe("scope_in_use");
        refused.Message.ShouldContain("1 member and 1 pending invitation");
        (await _firm.Scopes.GetScopeUseAsync(_firm.Founder, injuries.Id)).ShouldBe(new ScopeUse(1, 1));
        (await _firm.Scopes.GetScopeUseAsync(_firm.Founder, estates.Id)).ShouldBe(new ScopeUse(0, 0));
        (await _firm.Scopes.GetScopeAsync(_firm.Founder, injuries.Id)).MemberCount.ShouldBe(2);
        await _firm.Scopes.DeleteScopeAsync(_firm.Founder, injuries.Id, null, confirmed: true);
        (await _firm.Scopes.GetScopeUseAsync(_firm.Founder, estates.Id)).ShouldBe(new ScopeUse(1, 0), "Cy has no other one left");
        (await _firm.MemberAsync(member)).Access.CaseAccess.ShouldBe(AccessMode.Assigned);
    }

    [Fact]
    public async Task Only_Admins_learn_whom_a_scope_is_the_last_of()
    {
        var scope = await CreateAsync("Injuries");
        var reader = await _firm.JoinAsync("reader@firm.example", permissions: [Permissions.ReadMembers, Permissions.InviteMembers]);

        (await Refused.CodeAsync(() => _firm.Scopes.GetScopeUseAsync(reader, scope.Id))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => _firm.Scopes.GetScopeUseAsync(_firm.Founder, "none"))).ShouldBe("not_found");
    }

    [Fact]
    public async Task An_invitation_whose_only_scope_is_deleted_lets_its_person_see_nothing()
    {
        var scope = await CreateAsync("Injuries");
        var invitation = await _firm.InviteAsync(
            _firm.Founder,
            _firm.InvitationOf("ben@else.example").Give(access => access with { ScopeIds = [scope.Id] })
        );
        var token = TestMailbox.TokenIn(await _silo.Mailbox.NextAsync());

        await _firm.Scopes.DeleteScopeAsync(_firm.Founder, scope.Id, null, confirmed: true);

        var access = (await _firm.Invitations.GetInvitationAsync(_firm.Founder, invitation.Id)).Details.Access;
        (access.CaseAccess, access.ScopeIds.Count).ShouldBe((AccessMode.Assigned, 0));
        var renamed = await _firm.Invitations.UpdateInvitationAsync(_firm.Founder, invitation.Id, Change(fullName: "Ben Other"));
        renamed.Details.Access.CaseAccess.ShouldBe(AccessMode.Assigned);
        var userId = (await _firm.AcceptAsync(token)).UserId;
        (await CaseTypesAsync((await _firm.SignInAsync(userId)).Session.Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_list_without_a_mode_is_refused_for_an_invitation_that_is_restricted()
    {
        var scope = await CreateAsync("Injuries");
        var invitation = _firm.InvitationOf("ben@else.example").Give(access => access with { ScopeIds = [scope.Id], AgentIds = ["a"] });
        var restricted = await _firm.InviteAsync(_firm.Founder, invitation);
        Task<InvitationView> UpdateAsync(UpdateInvitation change) =>
            _firm.Invitations.UpdateInvitationAsync(_firm.Founder, restricted.Id, change);

        async Task<AccessGrant> SetAsync(AccessMode mode) =>
            (await UpdateAsync(new(Access: new(CaseAccess: mode, ScopeIds: [], AgentAccess: mode, AgentIds: [])))).Details.Access;

        (await Refused.CodeAsync(() => UpdateAsync(new(Access: new(ScopeIds: []))))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => UpdateAsync(new(Access: new(AgentIds: []))))).ShouldBe("validation_failed");
        var nothing = await SetAsync(AccessMode.Assigned);
        (nothing.CaseAccess, nothing.ScopeIds.Count, nothing.AgentAccess, nothing.AgentIds.Count).ShouldBe(
            (AccessMode.Assigned, 0, AccessMode.Assigned, 0)
        );
        var everything = await SetAsync(AccessMode.All);
        (everything.CaseAccess, everything.AgentAccess).ShouldBe((AccessMode.All, AccessMode.All));
    }

    [Fact]
    public async Task An_invitation_names_scopes_of_the_company_and_only_for_a_User()
    {
        var scope = await CreateAsync("Injuries");
        var invitation = _firm.InvitationOf("ben@else.example").Give(access => access with { ScopeIds = [scope.Id, scope.Id] });

        (
            await Refused.CodeAsync(() =>
                _firm.Invitations.InviteAsync(_firm.Founder, invitation.Give(access => access with { ScopeIds = ["nothing"] }))
            )
        ).ShouldBe("validation_failed");
        (
            await Refused.CodeAsync(() =>
                _firm.Invitations.InviteAsync(_firm.Founder, invitation.Give(access => access with { ScopeIds = [null!] }))
            )
        ).ShouldBe("validation_failed");
        (
            await Refused.CodeAsync(() =>
                _firm.Invitations.InviteAsync(_firm.Founder, invitation.Give(access => access with { Role = Role.Admin }))
            )
        ).ShouldBe("validation_failed");
        (await _firm.Invitations.InviteAsync(_firm.Founder, invitation)).Invitation!.Details.Access.ScopeIds.ShouldBe([scope.Id]);
        var promoted = await _firm.Invitations.UpdateInvitationAsync(_firm.Founder, invitation.InvitationId, Change(role: Role.Admin));
        promoted.Details.Access.ScopeIds.ShouldBeEmpty("scopes go with the role");
        promoted.Details.Access.CaseAccess.ShouldBe(AccessMode.All);
    }

    [Fact]
    public async Task An_invitation_forgets_a_scope_that_is_gone()
    {
        var (injuries, estates) = (await CreateAsync("Injuries", "Car crash"), await CreateAsync("Estates", "Will"));
        var invitation = (
            await _firm.Invitations.InviteAsync(
                _firm.Founder,
                _firm.InvitationOf("ben@else.example").Give(access => access with { ScopeIds = [injuries.Id, estates.Id] })
            )
        ).Invitation!;
        var token = TestMailbox.TokenIn(await _silo.Mailbox.NextAsync());

        await _firm.Scopes.DeleteScopeAsync(_firm.Founder, injuries.Id, null, confirmed: false);

        (await _firm.Invitations.GetInvitationAsync(_firm.Founder, invitation.Id)).Details.Access.ScopeIds.ShouldBe([estates.Id]);
        (await _firm.Invitations.ListInvitationsAsync(_firm.Founder, null, null, Firm.AllOfIt))
            .Items.Single()
            .Details.Access.ScopeIds.ShouldBe([estates.Id]);
        (
            await _firm.Invitations.UpdateInvitationAsync(_firm.Founder, invitation.Id, Change(fullName: "Ben Other"))
        ).Details.Access.ScopeIds.ShouldBe([estates.Id]);
        var userId = (await _firm.AcceptAsync(token)).UserId;
        (await CaseTypesAsync((await _firm.SignInAsync(userId)).Session.Token)).ShouldBe(["Will"]);
    }

    [Fact]
    public async Task Nobody_gets_more_than_1000_case_types_however_their_scopes_grow()
    {
        var scopes = new List<string>();
        for (var i = 0; i < 6; i++)
            scopes.Add((await CreateAsync($"scope {i}", Words(i == 5 ? 1 : 200, $"{i}-"))).Id);

        (
            await Refused.CodeAsync(() =>
                _firm.Invitations.InviteAsync(
                    _firm.Founder,
                    _firm.InvitationOf("ben@else.example").Give(access => access with { ScopeIds = scopes })
                )
            )
        ).ShouldBe("validation_failed");
        await JoinAsync("cy@firm.example", [.. scopes.Take(5)]);
        await JoinAsync("dee@firm.example", [.. scopes.Skip(1)]);
        (await Refused.CodeAsync(() => UpdateAsync(scopes[5], caseTypes: Words(201, "more")))).ShouldBe(
            "validation_failed",
            "a scope has at most 200"
        );
        (await UpdateAsync(scopes[5], caseTypes: Words(200, "more"))).CaseTypes.Count.ShouldBe(200);
        (await Refused.CodeAsync(() => UpdateAsync(scopes[4], caseTypes: Words(200, new string('x', 60))))).ShouldBe(
            "validation_failed",
            "so many characters don't fit"
        );
    }

    private static string[] Words(int count, string prefix = "") => [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i}")];

    private static UpdateInvitation Change(Role? role = null, string? fullName = null) => new(fullName, Access: new(role));

    private async Task<string> JoinAsync(string email, params string[] scopeIds)
    {
        await _firm.Invitations.InviteAsync(_firm.Founder, _firm.InvitationOf(email).Give(access => access with { ScopeIds = scopeIds }));
        return (await _firm.AcceptAsync(TestMailbox.TokenIn(await _silo.Mailbox.NextAsync()))).UserId;
    }

    private Task<ScopeView> CreateAsync(string name, params string[] caseTypes) =>
        _firm.Scopes.CreateScopeAsync(
            _firm.Founder,
            new CreateScope(EntityId.New(_silo.Clock), name, caseTypes.Length == 0 ? ["Car crash"] : caseTypes)
        );

    private Task<ScopeView> UpdateAsync(string id, string? name = null, IReadOnlyList<string>? caseTypes = null, long? version = null) =>
        _firm.Scopes.UpdateScopeAsync(_firm.Founder, id, new UpdateScope(name, caseTypes, version));

    private async Task<IReadOnlyList<ScopeView>> ListAsync() => (await _firm.Scopes.ListScopesAsync(_firm.Founder, Firm.AllOfIt)).Items;

    private async Task<IReadOnlyList<string>?> CaseTypesAsync(string token) =>
        (await _firm.CheckAsync(token)).Principal.ShouldNotBeNull().CaseTypes;
}
