using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Members;

/// <summary>ME-2, RO-1 to RO-5: what may be changed of a member, and by whom.</summary>
public sealed class MemberUpdateTests : IAsyncLifetime
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
    public async Task What_is_absent_stays_and_null_clears()
    {
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "crm.access");
        await UpdateAsync(_firm.Founder, ben, new UpdateMember(JobTitle: new("Paralegal"), Access: new(AgentIds: ["a", "b"])));
        var changed = await UpdateAsync(_firm.Founder, ben, new UpdateMember(FullName: " Ben  Ito ".Trim(), JobTitle: new(null)));

        changed.FullName.ShouldBe("Ben  Ito");
        changed.JobTitle.ShouldBeNull();
        changed.Access.AgentIds.ShouldBe(["a", "b"]);
        changed.Access.Permissions.ShouldBe(["crm.access"]);
        (await _firm.User(ben.UserId).Profile.GetAsync())!.FullName.ShouldBe("Cleo Created", "the name in a person's profile is theirs");
    }

    [Fact]
    public async Task A_change_for_another_version_is_refused()
    {
        var ben = await _firm.CreateAsync("ben@firm.example");
        var version = (await _firm.MemberAsync(ben.UserId)).Version;
        var changed = await UpdateAsync(_firm.Founder, ben, new UpdateMember(JobTitle: new("Partner"), ExpectedVersion: version));

        changed.Version.ShouldBeGreaterThan(version);
        (
            await Refused.CodeAsync(() =>
                UpdateAsync(_firm.Founder, ben, new UpdateMember(JobTitle: new("Clerk"), ExpectedVersion: version))
            )
        ).ShouldBe("version_conflict");
        (await UpdateAsync(_firm.Founder, ben, new UpdateMember(JobTitle: new("Partner")))).Version.ShouldBe(
            changed.Version,
            "nothing has changed"
        );
    }

    [Fact]
    public async Task A_changed_role_holds_in_live_sessions_and_is_told_by_mail_and_to_the_log()
    {
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "crm.access");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;

        await UpdateAsync(_firm.Founder, ben, new AccessChange(Role: Role.Admin));

        var principal = (await _firm.CheckAsync(token)).Principal.ShouldNotBeNull();
        principal.Role.ShouldBe(Role.Admin);
        principal.Permissions.ShouldBe(Permissions.Of(Role.Admin));
        (await _silo.Mailbox.NextAsync()).Subject.ShouldBe("Your role at Firm & Partners is now Admin");
        var record = (await _firm.AuditAsync()).Single(record => record.Action == AuditActions.MemberRoleChanged);
        record.Target.Id.ShouldBe(ben.UserId);
        record.Actor.UserId.ShouldBe(_firm.Founder.UserId);
        record.Changes.ShouldBe([new AuditChange("role", "\"user\"", "\"admin\"", Personal: false)]);
    }

    [Fact]
    public async Task Scopes_and_grants_are_left_behind_when_the_role_leaves_User()
    {
        var scope = await _firm.Scopes.CreateScopeAsync(_firm.Founder, new CreateScope(EntityId.New(_silo.Clock), "Family", ["divorce"]));
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "crm.access");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;
        await UpdateAsync(_firm.Founder, ben, new AccessChange(ScopeIds: [scope.Id]));
        (await _firm.CheckAsync(token)).Principal!.CaseTypes.ShouldBe(["divorce"]);

        (
            await Refused.CodeAsync(() => UpdateAsync(_firm.Founder, ben, new AccessChange(Role: Role.Admin, ScopeIds: [scope.Id])))
        ).ShouldBe("validation_failed");
        (await UpdateAsync(_firm.Founder, ben, new AccessChange(Role: Role.Admin))).Access.ScopeIds.ShouldBeEmpty();
        (await _firm.CheckAsync(token)).Principal!.CaseTypes.ShouldBeNull();
        (await UpdateAsync(_firm.Founder, ben, new AccessChange(Role: Role.User))).Access.Permissions.ShouldBeEmpty();
        (await Refused.CodeAsync(() => UpdateAsync(_firm.Founder, ben, new AccessChange(ScopeIds: ["none"])))).ShouldBe(
            "validation_failed"
        );
        (await Refused.CodeAsync(() => UpdateAsync(_firm.Founder, ben, new AccessChange(Permissions: ["root"])))).ShouldBe(
            "validation_failed"
        );
    }

    [Fact]
    public async Task A_member_is_restricted_by_what_is_assigned_and_freed_only_by_saying_so()
    {
        var family = await _firm.Scopes.CreateScopeAsync(
            _firm.Founder,
            new CreateScope(EntityId.New(_silo.Clock), "Family", ["divorce"])
        );
        var ben = await _firm.CreateAsync("ben@firm.example");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;
        (await PrincipalAsync(token)).ShouldSatisfyAllConditions(
            principal => principal.CaseTypes.ShouldBeNull(),
            principal => principal.AgentAccess.ShouldBe(AccessMode.All)
        );

        await UpdateAsync(_firm.Founder, ben, new AccessChange(ScopeIds: [family.Id], AgentIds: ["a"]));
        (await PrincipalAsync(token)).ShouldSatisfyAllConditions(
            principal => principal.CaseTypes.ShouldBe(["divorce"]),
            principal => principal.AgentAccess.ShouldBe(AccessMode.Assigned),
            principal => principal.AgentIds.ShouldBe(["a"])
        );

        (await Refused.CodeAsync(() => UpdateAsync(_firm.Founder, ben, new AccessChange(ScopeIds: [])))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => UpdateAsync(_firm.Founder, ben, new AccessChange(AgentIds: [])))).ShouldBe("validation_failed");
        var nothing = new UpdateMember(
            Access: new(ScopeIds: [], AgentIds: [], CaseAccess: AccessMode.Assigned, AgentAccess: AccessMode.Assigned)
        );
        await UpdateAsync(_firm.Founder, ben, nothing);
        (await PrincipalAsync(token)).ShouldSatisfyAllConditions(
            principal => principal.CaseTypes.ShouldBeEmpty(),
            principal => principal.AgentAccess.ShouldBe(AccessMode.Assigned),
            principal => principal.AgentIds.ShouldBeEmpty()
        );
        await _silo.RestartAsync();
        (await _firm.MemberAsync(ben.UserId)).ShouldSatisfyAllConditions(
            member => member.Access.CaseAccess.ShouldBe(AccessMode.Assigned),
            member => member.Access.AgentAccess.ShouldBe(AccessMode.Assigned)
        );
        (await PrincipalAsync(token)).AgentAccess.ShouldBe(AccessMode.Assigned);

        await UpdateAsync(_firm.Founder, ben, new AccessChange(CaseAccess: AccessMode.All, AgentAccess: AccessMode.All));
        (await PrincipalAsync(token)).ShouldSatisfyAllConditions(
            principal => principal.CaseTypes.ShouldBeNull(),
            principal => principal.AgentAccess.ShouldBe(AccessMode.All)
        );
        var records = (await _firm.AuditAsync()).Where(record => record.Action is AuditActions.MemberScopesChanged).ToList();
        records
            .Select(record => record.Changes.Select(change => $"{change.Field} {change.Before} {change.After}"))
            .ShouldBe([
                ["caseAccess \"all\" \"assigned\"", $"scopeIds  [\"{family.Id}\"]"],
                ["caseAccess \"assigned\" \"assigned\"", $"scopeIds [\"{family.Id}\"] []"],
                ["caseAccess \"assigned\" \"all\"", "scopeIds [] "],
            ]);
    }

    [Fact]
    public async Task Only_a_User_is_restricted_to_scopes_and_who_comes_down_from_Admin_sees_what_they_saw()
    {
        var admin = await _firm.CreateAsync("admin@firm.example", Role.Admin);
        var assigned = new UpdateMember(Access: new(CaseAccess: AccessMode.Assigned));

        (await Refused.CodeAsync(() => UpdateAsync(_firm.Founder, admin, assigned))).ShouldBe("validation_failed");
        (await UpdateAsync(_firm.Founder, admin, new AccessChange(Role: Role.User))).Access.CaseAccess.ShouldBe(AccessMode.All);
        await UpdateAsync(_firm.Founder, admin, new AccessChange(Role: Role.Admin));
        (await UpdateAsync(_firm.Founder, admin, new AccessChange(Role.User, AccessMode.Assigned))).Access.CaseAccess.ShouldBe(
            AccessMode.Assigned
        );
        (await UpdateAsync(_firm.Founder, admin, new AccessChange(Role: Role.Admin))).Access.CaseAccess.ShouldBe(AccessMode.All);
    }

    [Fact]
    public async Task Nobody_changes_their_own_access()
    {
        UpdateMember[] changes =
        [
            new(Access: new(Role.User)),
            new(Access: new(AgentIds: ["a"])),
            new(Access: new(AgentAccess: AccessMode.Assigned)),
            new(Access: new(AgentOverrides: new Dictionary<string, AgentOverride> { ["a"] = new([], ["crm.access"]) })),
        ];
        foreach (var change in changes)
            (await Refused.CodeAsync(() => UpdateAsync(_firm.Founder, _firm.Founder, change))).ShouldBe("own_role");
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "members.update", "crm.access");
        (await Refused.CodeAsync(() => UpdateAsync(ben, ben, new AccessChange(Permissions: ["members.update"])))).ShouldBe("own_role");

        (
            await UpdateAsync(_firm.Founder, _firm.Founder, new UpdateMember(FullName: "Ada Vale", Access: new(Role: Role.SuperAdmin)))
        ).FullName.ShouldBe("Ada Vale");
    }

    [Fact]
    public async Task Nobody_acts_on_somebody_above_them_or_gives_what_they_do_not_have()
    {
        var admin = await _firm.CreateAsync("admin@firm.example", Role.Admin);
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "members.update", "members.remove", "crm.access");
        var cleo = await _firm.CreateAsync("cleo@firm.example");
        await _firm.Members.UpdateMemberAsync(_firm.Founder, ben.UserId, new UpdateMember(Access: new(AgentIds: ["a", "b"])));

        (await Refused.CodeAsync(() => UpdateAsync(admin, _firm.Founder, new UpdateMember(JobTitle: new("Clerk"))))).ShouldBe(
            "forbidden"
        );
        (await Refused.CodeAsync(() => UpdateAsync(admin, cleo, new AccessChange(Role: Role.SuperAdmin)))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => UpdateAsync(ben, admin, new UpdateMember(JobTitle: new("Clerk"))))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => UpdateAsync(ben, cleo, new AccessChange(Role: Role.Admin)))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => UpdateAsync(ben, cleo, new AccessChange(Permissions: ["billing.read"])))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => UpdateAsync(ben, cleo, Override("c", "billing.read")))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => UpdateAsync(cleo, ben, new UpdateMember(JobTitle: new("Clerk"))))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => _firm.Members.DeactivateMemberAsync(ben, admin.UserId))).ShouldBe("forbidden");

        (await UpdateAsync(ben, cleo, new AccessChange(Permissions: ["crm.access"], AgentIds: ["a"]))).Access.Permissions.ShouldBe([
            "crm.access",
        ]);
        (await Refused.CodeAsync(() => UpdateAsync(ben, cleo, new AccessChange(AgentIds: ["a", "c"])))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => UpdateAsync(ben, cleo, new AccessChange(AgentAccess: AccessMode.All)))).ShouldBe("forbidden");
        (await UpdateAsync(ben, cleo, Override("a", "crm.access"))).Access.AgentOverrides["a"].Grant.ShouldBe(["crm.access"]);
    }

    [Fact]
    public async Task A_User_with_scopes_gives_no_case_types_beyond_their_own()
    {
        var family = await _firm.Scopes.CreateScopeAsync(
            _firm.Founder,
            new CreateScope(EntityId.New(_silo.Clock), "Family", ["Divorce", "custody"])
        );
        var crime = await _firm.Scopes.CreateScopeAsync(_firm.Founder, new CreateScope(EntityId.New(_silo.Clock), "Crime", ["theft"]));
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "members.update");
        var cleo = await _firm.CreateAsync("cleo@firm.example");
        await UpdateAsync(_firm.Founder, ben, new AccessChange(ScopeIds: [family.Id]));
        await UpdateAsync(_firm.Founder, cleo, new AccessChange(ScopeIds: [crime.Id]));

        (await Refused.CodeAsync(() => UpdateAsync(ben, cleo, new AccessChange(CaseAccess: AccessMode.All)))).ShouldBe("forbidden");
        (await UpdateAsync(ben, cleo, new AccessChange(ScopeIds: [crime.Id, family.Id]))).Access.ScopeIds.ShouldBe(
            [crime.Id, family.Id],
            "what they had they keep"
        );
        await UpdateAsync(_firm.Founder, cleo, new AccessChange(ScopeIds: [family.Id]));
        (await Refused.CodeAsync(() => UpdateAsync(ben, cleo, new AccessChange(ScopeIds: [crime.Id])))).ShouldBe("forbidden");
    }

    private async Task<SessionPrincipal> PrincipalAsync(string token) => (await _firm.CheckAsync(token)).Principal.ShouldNotBeNull();

    private static UpdateMember Override(string agentId, string permission) =>
        new(Access: new(AgentOverrides: new Dictionary<string, AgentOverride> { [agentId] = new([permission], []) }));

    private Task<MemberView> UpdateAsync(Actor actor, Actor member, AccessChange access) =>
        UpdateAsync(actor, member, new UpdateMember(Access: access));

    private Task<MemberView> UpdateAsync(Actor actor, Actor member, UpdateMember change) =>
        _firm.Members.UpdateMemberAsync(actor, member.UserId, change);
}
