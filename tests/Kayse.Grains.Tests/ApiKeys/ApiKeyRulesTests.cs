using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Users;

namespace Kayse.Grains.Tests.ApiKeys;

public sealed class ApiKeyRulesTests
{
    private static readonly CreateApiKey _command = new("key", " Nightly export ", ApiKeyPermissions.Read, ExpiresAt: null);

    private static readonly ApiKeyState _key = new()
    {
        Name = "Nightly export",
        Permissions = ApiKeyPermissions.Read | ApiKeyPermissions.Write,
        Principal = new SessionPrincipal("user", "Ada", "ada@firm.example", "firm", "Firm", Role.User, [], null),
    };

    [Fact]
    public void A_name_is_kept_without_the_space_around_it() =>
        ApiKeyRules.Check(_command, SampleUser.Now).Name.ShouldBe("Nightly export");

    [Fact]
    public void A_key_needs_a_name_a_permission_and_a_future()
    {
        var bad = _command with { Name = " ", Permissions = ApiKeyPermissions.None, ExpiresAt = SampleUser.Now };

        var refused = Should.Throw<RefusedException>(() => ApiKeyRules.Check(bad, SampleUser.Now));

        refused.Code.ShouldBe("validation_failed");
    }

    [Fact]
    public void A_key_opens_something_until_it_expires_or_is_revoked()
    {
        ApiKeyRules.IsLive(_key, SampleUser.Now).ShouldBeTrue();
        ApiKeyRules.IsLive(_key with { ExpiresAt = SampleUser.Now + TimeSpan.FromTicks(1) }, SampleUser.Now).ShouldBeTrue();
        ApiKeyRules.IsLive(_key with { ExpiresAt = SampleUser.Now }, SampleUser.Now).ShouldBeFalse();
        ApiKeyRules.IsLive(_key with { Principal = null }, SampleUser.Now).ShouldBeFalse();
    }

    [Fact]
    public void The_audit_log_says_what_is_another_afterwards()
    {
        var changes = ApiKeyRules.Differences(_key, _key with { Permissions = ApiKeyPermissions.Read });

        changes.ShouldHaveSingleItem().Field.ShouldBe("permissions");
        ApiKeyRules.Differences(_key, _key).ShouldBeEmpty();
    }
}
