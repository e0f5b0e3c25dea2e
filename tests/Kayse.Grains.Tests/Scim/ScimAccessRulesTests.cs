using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

public sealed class ScimAccessRulesTests
{
    [Fact]
    public void Several_groups_give_what_all_of_them_give_and_none_gives_nothing()
    {
        var union = ScimAccessRules.Union([
            new() { ScopeIds = ["a", "b"], AgentIds = ["x"] },
            new() { ScopeIds = ["b", "c"], AllAgents = true },
        ]);

        (union.Role, union.AllCases, union.AllAgents).ShouldBe((Role.User, false, true));
        union.ScopeIds.ShouldBe(["a", "b", "c"]);
        ScimAccessRules.Union([new() { Role = Role.Admin }, new()]).Role.ShouldBe(Role.Admin);
        ScimAccessRules.Union([new() { Role = Role.SuperAdmin }]).Role.ShouldBe(Role.Admin);
        ScimAccessRules.Union([]).IsNothing.ShouldBeTrue();
    }

    [Fact]
    public void No_group_makes_a_super_admin_and_admins_have_no_scopes()
    {
        FieldsOf(new() { Role = Role.SuperAdmin }).ShouldBe(["role"]);
        FieldsOf(new() { Role = Role.Admin, ScopeIds = ["a"] }).ShouldBe(["scopeIds"]);
        FieldsOf(new() { AgentIds = [.. Enumerable.Range(0, 201).Select(number => $"agent-{number}")] }).ShouldBe(["agentIds"]);

        ScimAccessRules.Check(new() { Role = Role.Admin }).AllCases.ShouldBeTrue();
        ScimAccessRules.Check(new() { AllCases = true, ScopeIds = ["a"] }).ScopeIds.ShouldBeEmpty();
    }

    private static IEnumerable<string> FieldsOf(ProvisionedAccess access) =>
        Should.Throw<RefusedException>(() => ScimAccessRules.Check(access)).Refusal.Fields!.Keys;
}
