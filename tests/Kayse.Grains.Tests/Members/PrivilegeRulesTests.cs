using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Tests.Members;

public sealed class PrivilegeRulesTests
{
    private static readonly Actor _session = new("user", "session", null);

    [Fact]
    public void A_session_makes_a_super_admin_only_after_step_up()
    {
        Should.NotThrow(() => PrivilegeRules.EnsureMayGive(_session, Role.Admin));
        Should.Throw<RefusedException>(() => PrivilegeRules.EnsureMayGive(_session, Role.SuperAdmin)).Code.ShouldBe("step_up_required");
        Should.NotThrow(() => PrivilegeRules.EnsureMayGive(_session with { IsProved = true }, Role.SuperAdmin));
    }

    [Theory]
    [InlineData(ApiKeyPermissions.Write, Role.User, true)]
    [InlineData(ApiKeyPermissions.Write, Role.Admin, false)]
    [InlineData(ApiKeyPermissions.Admin, Role.Admin, true)]
    [InlineData(ApiKeyPermissions.Admin, Role.SuperAdmin, false)]
    public void A_key_makes_an_admin_only_if_it_may_and_never_a_super_admin(ApiKeyPermissions key, Role role, bool isAllowed)
    {
        void Give() => PrivilegeRules.EnsureMayGive(_session with { Key = key, IsProved = true }, role);

        if (isAllowed)
            Should.NotThrow(Give);
        else
            Should.Throw<RefusedException>(Give);
    }
}
