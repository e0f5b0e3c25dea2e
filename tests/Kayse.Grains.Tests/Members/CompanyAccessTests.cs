using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Members;

/// <summary>RO-8 in a company: what is explained is so in live sessions, and a preview is what then comes.</summary>
public sealed class CompanyAccessTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    private ICompanyAccessGrain Access => _silo.Grains.GetGrain<ICompanyAccessGrain>(_firm.CompanyId);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_preview_is_what_comes_and_an_explanation_what_a_live_session_is_answered()
    {
        var scope = await _firm.Scopes.CreateScopeAsync(_firm.Founder, new CreateScope(EntityId.New(_silo.Clock), "Family", ["Divorce"]));
        var ben = await _firm.CreateAsync("ben@firm.example");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;
        AccessChange[] changes =
        [
            new(ScopeIds: [scope.Id], Permissions: ["crm.access", "agents.edit"], AgentIds: ["a", "b"]),
            new(AgentOverrides: new Dictionary<string, AgentOverride> { ["a"] = new(["recordings.listen"], ["agents.edit"]) }),
            new(CaseAccess: AccessMode.Assigned, ScopeIds: [], Permissions: []),
            new(Role: Role.Admin),
        ];

        foreach (var change in changes)
        {
            var command = new UpdateMember(Access: change);
            var before = (await Access.ExplainAccessAsync(_firm.Founder, ben.UserId)).Access;
            var preview = await Access.PreviewAccessAsync(_firm.Founder, ben.UserId, command);
            var untouched = (await Access.ExplainAccessAsync(_firm.Founder, ben.UserId)).Access;
            await _firm.Members.UpdateMemberAsync(_firm.Founder, ben.UserId, command);
            var after = (await Access.ExplainAccessAsync(_firm.Founder, ben.UserId)).Access;

            untouched.ShouldBeEquivalentTo(before, "a preview changes nothing");
            preview.Before.ShouldBeEquivalentTo(before);
            preview.After.ShouldBeEquivalentTo(after);
            preview.Grants.ShouldBeEquivalentTo(AccessDifferences.Gained(before, after));
            preview.Takes.ShouldBeEquivalentTo(AccessDifferences.Gained(after, before));
            var principal = (await _firm.CheckAsync(token)).Principal.ShouldNotBeNull();
            foreach (var permission in after.Permissions)
                AuthorizationRules
                    .Decide(principal, new(permission.Permission, null, null))
                    .ShouldBe(new(permission.Allowed, permission.Reason));
            foreach (var agent in after.Agents)
            {
                foreach (var exception in agent.Exceptions)
                    AuthorizationRules
                        .Decide(principal, new(exception.Permission, null, agent.AgentId))
                        .ShouldBe(new(exception.Allowed, exception.Reason));
            }

            principal.CaseTypes.ShouldBe(after.CaseTypes?.Select(caseType => caseType.CaseType));
            (await HoldersAsync("crm.access")).Contains(ben.UserId).ShouldBe(principal.Permissions.Contains("crm.access"));
        }
    }

    [Fact]
    public async Task A_preview_refuses_what_the_change_would()
    {
        var admin = await _firm.CreateAsync("admin@firm.example", Role.Admin);
        var ben = await _firm.CreateAsync("ben@firm.example", Role.User, "members.update");
        (Actor By, string On, UpdateMember Command)[] refused =
        [
            (admin, _firm.Founder.UserId, new(Access: new(Role.User))),
            (admin, admin.UserId, new(Access: new(Role.User))),
            (admin, ben.UserId, new(Access: new(Role.SuperAdmin))),
            (ben, ben.UserId, new(Access: new(Permissions: ["crm.access"]))),
            (_firm.Founder, ben.UserId, new(Access: new(ScopeIds: ["gone"]))),
            (_firm.Founder, ben.UserId, new(ExpectedVersion: 1)),
            (_firm.Founder, _firm.Founder.UserId, new(Access: new(Role.Admin))),
            (_firm.Founder, "nobody", new()),
        ];

        foreach (var (by, on, command) in refused)
        {
            var code = await Refused.CodeAsync(() => Access.PreviewAccessAsync(by, on, command));
            code.ShouldBe(await Refused.CodeAsync(() => _firm.Members.UpdateMemberAsync(by, on, command)), $"{command}");
        }
    }

    [Fact]
    public async Task What_keeps_somebody_from_their_access_is_told()
    {
        var created = await _firm.CreateAsync("cleo@firm.example", Role.User, Permissions.InviteMembers);
        await _firm.Company.SetSecurityPolicyAsync(_firm.Founder, new SetSecurityPolicy(true, 7, null, null, true, true, [], null, null));

        (await BlocksAsync(created)).ShouldBe([
            AccessBlockKind.PasswordChangeRequired,
            AccessBlockKind.TwoFactorRequired,
            AccessBlockKind.EmailNotVerified,
        ]);
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, created.UserId);
        (await BlocksAsync(created))[0].ShouldBe(AccessBlockKind.Deactivated);
    }

    [Fact]
    public async Task Holders_are_found_page_by_page_by_name_and_only_active_ones()
    {
        var expected = new List<string> { _firm.Founder.UserId };
        for (var i = 0; i < 5; i++)
            expected.Add((await _firm.CreateAsync($"p{i}@firm.example", Role.User, i % 2 == 0 ? ["crm.access"] : [])).UserId);
        var deactivated = await _firm.CreateAsync("gone@firm.example", Role.User, "crm.access");
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, deactivated.UserId);

        (await HoldersAsync("crm.access", limit: 2)).ShouldBe([expected[0], expected[1], expected[3], expected[5]], ignoreOrder: true);
        var page = await Access.FindHoldersAsync(_firm.Founder, new("crm.access", null, null), new(2, null));
        page.Total.ShouldBe(4);
        (
            await Refused.CodeAsync(() => Access.FindHoldersAsync(_firm.Founder, new("agents.edit", null, null), new(2, page.NextCursor)))
        ).ShouldBe("validation_failed", "the cursor is of another question");
    }

    [Fact]
    public async Task Who_may_not_see_members_sees_only_their_own_access()
    {
        var ben = await _firm.CreateAsync("ben@firm.example");

        (await Access.ExplainAccessAsync(ben, ben.UserId)).Access.Role.ShouldBe(Role.User);
        (await Refused.CodeAsync(() => Access.ExplainAccessAsync(ben, _firm.Founder.UserId))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Access.FindHoldersAsync(ben, new("crm.access", null, null), new(50, null)))).ShouldBe("forbidden");
    }

    private async Task<IReadOnlyList<AccessBlockKind>> BlocksAsync(Actor actor) =>
        [.. (await Access.ExplainAccessAsync(_firm.Founder, actor.UserId)).Blocks.Select(block => block.Kind)];

    private async Task<IReadOnlyList<string>> HoldersAsync(string permission, int limit = 200)
    {
        var (found, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Access.FindHoldersAsync(_firm.Founder, new(permission, null, null), new(limit, cursor));
            found.AddRange(page.Items.Select(holder => holder.Member.UserId));
            cursor = page.NextCursor;
        } while (cursor is not null);

        return found;
    }
}
