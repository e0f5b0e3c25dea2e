using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Scopes;

namespace Kayse.Grains.Tests.Members;

/// <summary>RO-5: nobody gives what they don't have themselves.</summary>
public sealed class GrantRulesTests
{
    private static readonly ScopeList _scopes = SampleScopes.Of(SampleScopes.Scope("a", "car"), SampleScopes.Scope("b", "slip"));
    private static readonly AccessGrant _own = new()
    {
        Permissions = [Permissions.Grantable[0]],
        ScopeIds = ["a"],
        AgentIds = ["agent"],
    };
    private static readonly AccessGrant _nothing = new();

    public static TheoryData<string, bool> Grants =>
        new()
        {
            { "nothing", true },
            { "own role", true },
            { "higher role", false },
            { "own permission", true },
            { "other permission", false },
            { "own scope", true },
            { "other scope", false },
            { "every scope", false },
            { "own agent", true },
            { "other agent", false },
            { "every agent", false },
            { "own permission on an agent", true },
            { "other permission on an agent", false },
        };

    [Theory, MemberData(nameof(Grants))]
    public void A_member_gives(string what, bool isAllowed)
    {
        var next = With(_nothing, what);
        void Give() => GrantRules.EnsureMayGive(_own, before: null, next, _scopes.CaseTypesOf);

        if (isAllowed)
            Should.NotThrow(Give);
        else
            Should.Throw<RefusedException>(Give).Code.ShouldBe("forbidden");
        if (next.Role > _own.Role)
            return;
        Should.NotThrow(() => GrantRules.EnsureMayGive(_own, next, next, _scopes.CaseTypesOf), "it may be left as it was");
        Should.NotThrow(() => GrantRules.EnsureMayGive(_own, next, With(next, "nothing"), _scopes.CaseTypesOf), "or taken away");
    }

    [Fact]
    public void Nobody_changes_their_own_access()
    {
        var acting = SampleMembers.Of(Role.User) with { Access = _own };
        void Change(MemberRecord next) => GrantRules.EnsureMayChange(acting, acting, next, _scopes.CaseTypesOf);

        Should
            .Throw<RefusedException>(() => Change(acting with { Access = _own with { Permissions = [] } }))
            .Code.ShouldBe("own_role");
        Should.NotThrow(() => Change(acting with { JobTitle = "Partner" }));
    }

    private static AccessGrant With(AccessGrant access, string what) =>
        what switch
        {
            "higher role" => access with { Role = Role.Admin },
            "own permission" => access with { Permissions = [Permissions.Grantable[0]] },
            "other permission" => access with { Permissions = [Permissions.Grantable[1]] },
            "own scope" => access with { ScopeIds = ["a"] },
            "other scope" => access with { ScopeIds = ["b"] },
            "every scope" => access with { CaseAccess = AccessMode.All },
            "own agent" => access with { AgentIds = ["agent"] },
            "other agent" => access with { AgentIds = ["other"] },
            "every agent" => access with { AgentAccess = AccessMode.All },
            "own permission on an agent" => access with { AgentOverrides = Override(Permissions.Grantable[0]) },
            "other permission on an agent" => access with { AgentOverrides = Override(Permissions.Grantable[1]) },
            _ => _nothing,
        };

    private static Dictionary<string, AgentOverride> Override(string granted) =>
        new(StringComparer.Ordinal) { ["agent"] = new AgentOverride([granted], []) };
}
