using Kayse.Grains.Passkeys;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using static Kayse.Grains.Tests.Users.SampleUser;

namespace Kayse.Grains.Tests.Users;

public sealed class FactorResetRulesTests
{
    private static readonly Passkey _key = new("key", [1], [2], "Laptop", Now) { VerifiesUser = true };
    private static readonly UserState _holder = Ada with { SecondFactor = Factor, Passkeys = [_key], TrustedDevices = [Laptop] };

    [Fact]
    public void It_waits_a_day_when_a_second_factor_was_used_within_the_last_week()
    {
        FactorResetRules.WaitsUntil(_holder, Now).ShouldBeNull();
        var used = _holder with { SecondFactorUsedAt = Now - TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1) };
        FactorResetRules.WaitsUntil(used, Now).ShouldBe(Now + TimeSpan.FromHours(24));
        FactorResetRules.WaitsUntil(used, Now + TimeSpan.FromSeconds(1)).ShouldBeNull();
    }

    [Fact]
    public void Only_of_somebody_who_has_one_and_is_in_this_company_alone()
    {
        FactorResetRules.EnsureMayBe(_holder, "firm");
        RefusalOf(() => FactorResetRules.EnsureMayBe(Ada, "firm")).ShouldBe("two_factor_not_enabled");
        var both = _holder with { Memberships = [In("firm"), In("other")] };
        RefusalOf(() => FactorResetRules.EnsureMayBe(both, "firm")).ShouldBe("member_elsewhere");
    }

    [Fact]
    public void When_it_is_due_the_company_must_still_be_able_to_ask()
    {
        var reset = new FactorReset("firm", "The firm", Now);

        FactorResetRules.MayStillBe(_holder, reset).ShouldBeTrue();
        FactorResetRules.MayStillBe(_holder with { Memberships = [In("firm"), In("other")] }, reset).ShouldBeFalse();
        FactorResetRules.MayStillBe(_holder with { Memberships = [] }, reset).ShouldBeFalse();
        FactorResetRules.MayStillBe(Ada, reset).ShouldBeFalse();
        FactorResetRules.IsDue(_holder with { FactorReset = reset }, Now - TimeSpan.FromSeconds(1)).ShouldBeFalse();
        FactorResetRules.IsDue(_holder with { FactorReset = reset }, Now).ShouldBeTrue();
        FactorResetRules.IsDue(_holder, Now).ShouldBeFalse();
    }

    [Fact]
    public void It_takes_away_all_that_rests_on_the_second_factors_and_leaves_the_password()
    {
        var reset = FactorResetRules.Applied(
            _holder with
            {
                FactorReset = new FactorReset("firm", "The firm", Now),
                SecondFactorUsedAt = Now,
            }
        );

        UserTwoFactorRules.HasAny(reset).ShouldBeFalse();
        (reset.TrustedDevices.Count, reset.SessionIds.Count, reset.FactorReset, reset.SecondFactorUsedAt).ShouldBe((0, 0, null, null));
        reset.PasswordHash.ShouldBe(_holder.PasswordHash);
        reset.Pending.OfType<SyncPasskey>().ShouldHaveSingleItem();
        reset.Pending.OfType<EndSessions>().ShouldHaveSingleItem().SessionIds.ShouldBe(["here", "there"]);
    }

    [Fact]
    public void A_password_that_an_admin_set_is_refused_after_7_days_and_one_of_their_own_never()
    {
        var set = UserPasswordRules.WithPassword(Ada, "hash 2", mustChange: true, Now + UserPasswordRules.InitialLifetime);

        set.PasswordExpiresAt.ShouldBe(Now + TimeSpan.FromDays(7));
        set.Pending.OfType<NotifyCompany>().ShouldHaveSingleItem("the roster says until when");
        UserPasswordRules.EnsureNotExpired(set, Now + TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        RefusalOf(() => UserPasswordRules.EnsureNotExpired(set, Now + TimeSpan.FromDays(7))).ShouldBe("password_expired");
        var own = UserPasswordRules.WithPassword(set, "hash 3", mustChange: false);
        UserPasswordRules.EnsureNotExpired(own, Now + TimeSpan.FromDays(700));
        own.PasswordExpiresAt.ShouldBeNull();
    }
}
