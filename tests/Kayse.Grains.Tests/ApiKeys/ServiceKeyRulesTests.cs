using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.ApiKeys;

public sealed class ServiceKeyRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly HeldServiceKey _held = new("key", "Importer");
    private static readonly TokenHash _first = TokenHash.Of([1]);
    private static readonly TokenHash _second = TokenHash.Of([2]);
    private static readonly TokenHash _third = TokenHash.Of([3]);

    private static readonly ApiKeyState _key = new()
    {
        Secret = _first,
        Principal = ServiceKeyRules.PrincipalOf(_held, "company", "Firm"),
    };

    [Fact]
    public void It_has_an_admins_rights_without_billing()
    {
        var principal = ServiceKeyRules.PrincipalOf(_held, "company", "Firm");

        principal.Role.ShouldBe(Role.Admin);
        principal.Permissions.ShouldNotContain(Permissions.ReadBilling);
        principal.Permissions.ShouldNotContain(Permissions.ManageBilling);
        ServiceKeyRules.Acting([_held], ActorOf("key")).Access.Role.ShouldBe(Role.Admin);
    }

    [Fact]
    public void One_that_the_company_does_not_have_may_nothing() =>
        Should.Throw<RefusedException>(() => ServiceKeyRules.Acting([_held], ActorOf("other"))).Code.ShouldBe("not_found");

    [Theory]
    [InlineData(Role.User, true)]
    [InlineData(Role.Admin, false)]
    [InlineData(Role.SuperAdmin, false)]
    public void It_makes_no_administrators(Role role, bool allowed)
    {
        void Give() => PrivilegeRules.EnsureMayGive(ActorOf("key"), role);

        if (allowed)
            Should.NotThrow(Give);
        else
            Should.Throw<RefusedException>(Give).Code.ShouldBe("forbidden");
    }

    [Fact]
    public void No_program_and_nobody_unproved_makes_keys()
    {
        Should
            .Throw<RefusedException>(() => ServiceKeyRules.EnsureProved(ActorOf("key") with { IsProved = true }))
            .Code.ShouldBe("forbidden");
        Should
            .Throw<RefusedException>(() => ServiceKeyRules.EnsureProved(new Actor("ada", "session", null)))
            .Code.ShouldBe("step_up_required");
    }

    [Fact]
    public void The_old_secret_opens_until_its_overlap_ends()
    {
        var rotated = ServiceKeyRules.Rotate(_key, _second, _now.AddHours(1));

        ApiKeyRules.Opens(rotated, _second, _now).ShouldBeTrue();
        ApiKeyRules.Opens(rotated, _first, _now.AddHours(1).AddTicks(-1)).ShouldBeTrue();
        ApiKeyRules.Opens(rotated, _first, _now.AddHours(1)).ShouldBeFalse();
        ApiKeyRules.Opens(ServiceKeyRules.EndOverlap(rotated), _first, _now).ShouldBeFalse();
        ApiKeyRules.Opens(ServiceKeyRules.EndOverlap(rotated), _second, _now).ShouldBeTrue();
    }

    [Fact]
    public void Never_more_than_two_secrets_open()
    {
        var rotated = ServiceKeyRules.Rotate(ServiceKeyRules.Rotate(_key, _second, _now.AddDays(7)), _third, _now.AddHours(1));

        ApiKeyRules.Opens(rotated, _first, _now).ShouldBeFalse();
        ApiKeyRules.Opens(rotated, _second, _now).ShouldBeTrue();
        ApiKeyRules.Opens(rotated, _third, _now).ShouldBeTrue();
    }

    [Fact]
    public void An_expired_key_opens_with_neither_secret()
    {
        var expired = ServiceKeyRules.Rotate(_key, _second, _now.AddHours(1)) with { ExpiresAt = _now };

        ApiKeyRules.Opens(expired, _first, _now).ShouldBeFalse();
        ApiKeyRules.Opens(expired, _second, _now).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(168, true)]
    [InlineData(169, false)]
    [InlineData(-1, false)]
    public void An_overlap_has_limits(int hours, bool allowed)
    {
        void Check() => ServiceKeyRules.EnsureOverlap(TimeSpan.FromHours(hours));

        if (allowed)
            Should.NotThrow(Check);
        else
            Should.Throw<RefusedException>(Check).Refusal.Fields!.Keys.ShouldBe(["overlapHours"]);
    }

    private static Actor ActorOf(string keyId) => new(keyId, keyId, null) { Key = ApiKeyPermissions.Admin, IsServiceKey = true };
}
