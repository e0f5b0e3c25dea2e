using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Scopes;

namespace Kayse.Grains.Tests.Members;

/// <summary>RO-5: nobody gives what they don't have themselves.</summary>
public sealed class GrantRulesTests
{
    private static readonly ScopeList _scopes = SampleScopes.Of(SampleScopes.Scope("a", "car"), SampleScopes.Scope("b", "slip"));
    private static readonly MemberRecord _acting = SampleMembers.Of(Role.User, "acting", Permissions.Grantable[0]) with
    {
        Cases = new(AccessMode.Assigned, ["a"]),
        Agents = new(AccessMode.Assigned, ["agent"]),
    };
    private static readonly MemberRecord _nobody = SampleMembers.Of(Role.User) with
    {
        Cases = new(AccessMode.Assigned, []),
        Agents = new(AccessMode.Assigned, []),
    };

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
        var next = With(_nobody, what);
        void Give() => GrantRules.EnsureMayGive(_acting, before: null, next, _scopes.CaseTypesOf);

        if (isAllowed)
            Should.NotThrow(Give);
        else
            Should.Throw<RefusedException>(Give).Code.ShouldBe("forbidden");
        if (next.Role > _acting.Role)
            return;
        Should.NotThrow(() => GrantRules.EnsureMayGive(_acting, next, next, _scopes.CaseTypesOf), "it may be left as it was");
        Should.NotThrow(() => GrantRules.EnsureMayGive(_acting, next, With(next, "nothing"), _scopes.CaseTypesOf), "or taken away");
    }

    [Fact]
    public void Nobody_changes_their_own_access()
    {
        var next = _acting with { Permissions = [] };

        Should
            .Throw<RefusedException>(() => GrantRules.EnsureMayGive(_acting, _acting, next, _scopes.CaseTypesOf))
            .Code.ShouldBe("own_role");
        Should.NotThrow(() => GrantRules.EnsureMayGive(_acting, _acting, _acting with { JobTitle = "Partner" }, _scopes.CaseTypesOf));
    }

    private static MemberRecord With(MemberRecord member, string what) =>
        what switch
        {
            "higher role" => member with { Role = Role.Admin },
            "own permission" => member with { Permissions = [Permissions.Grantable[0]] },
            "other permission" => member with { Permissions = [Permissions.Grantable[1]] },
            "own scope" => member with { Cases = new(AccessMode.Assigned, ["a"]) },
            "other scope" => member with { Cases = new(AccessMode.Assigned, ["b"]) },
            "every scope" => member with { Cases = Assignment.All },
            "own agent" => member with { Agents = new(AccessMode.Assigned, ["agent"]) },
            "other agent" => member with { Agents = new(AccessMode.Assigned, ["other"]) },
            "every agent" => member with { Agents = Assignment.All },
            "own permission on an agent" => member with { AgentOverrides = Override(Permissions.Grantable[0]) },
            "other permission on an agent" => member with { AgentOverrides = Override(Permissions.Grantable[1]) },
            _ => _nobody,
        };

    private static Dictionary<string, AgentOverride> Override(string granted) =>
        new(StringComparer.Ordinal) { ["agent"] = new AgentOverride([granted], []) };
}
