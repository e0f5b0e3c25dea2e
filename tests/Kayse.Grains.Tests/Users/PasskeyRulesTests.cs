using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Passkeys;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using static Kayse.Grains.Tests.Users.SampleUser;

namespace Kayse.Grains.Tests.Users;

public sealed class PasskeyRulesTests
{
    private static readonly Passkey _key = new("key", [1], [2], "Laptop", Now) { VerifiesUser = true };
    private static readonly UserState _holder = Ada with { Passkeys = [_key], PasskeyUserHandle = [9] };

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 5, false)]
    [InlineData(5, 6, false)]
    [InlineData(5, 5, true)]
    [InlineData(5, 4, true)]
    [InlineData(5, 0, true)]
    public void A_counter_that_does_not_grow_has_fallen(uint before, uint after, bool fell)
    {
        var proof = new PasskeyProof(after, UserVerified: true, IsSynced: false);

        PasskeyRules.CounterFell(_key with { SignCount = before }, proof).ShouldBe(fell);
        PasskeyRules.IsCloned(_key with { SignCount = before }, proof).ShouldBe(fell);
        PasskeyRules.IsCloned(_key with { SignCount = before, MayBeSynced = true }, proof).ShouldBeFalse();
    }

    [Fact]
    public void A_counter_that_fell_on_a_synced_passkey_is_noted()
    {
        var synced = _key with { SignCount = 5, MayBeSynced = true };
        var proof = new PasskeyProof(3, UserVerified: true, IsSynced: true);

        var used = PasskeyRules.WithUse(Ada with { Passkeys = [synced] }, synced, proof, Now).Passkeys.ShouldHaveSingleItem();

        (used.CounterFellAt, used.SignCount, used.LastUsedAt, used.IsSynced).ShouldBe((Now, 3u, Now, true));
    }

    [Fact]
    public void The_last_way_in_stays()
    {
        var passwordless = _holder with { PasswordHash = "" };

        RefusalOf(() => PasskeyRules.EnsureDispensable(passwordless, _key, Now)).ShouldBe("last_way_in");
        var securityKey = _key with { Id = "other", CredentialId = [3], VerifiesUser = false };
        RefusalOf(() => PasskeyRules.EnsureDispensable(passwordless with { Passkeys = [_key, securityKey] }, _key, Now))
            .ShouldBe("last_way_in", "one that doesn't verify the person signs nobody in alone");
        PasskeyRules.EnsureDispensable(passwordless with { Passkeys = [_key, securityKey with { VerifiesUser = true }] }, _key, Now);
        PasskeyRules.EnsureDispensable(_holder, _key, Now);
    }

    [Fact]
    public void The_last_second_factor_stays_where_one_is_required()
    {
        var required = _holder with { Memberships = [In("firm") with { TwoFactorRequiredFrom = Now }] };

        RefusalOf(() => PasskeyRules.EnsureDispensable(required, _key, Now)).ShouldBe("last_way_in");
        PasskeyRules.EnsureDispensable(required, _key, Now - TimeSpan.FromSeconds(1));
        PasskeyRules.EnsureDispensable(required with { SecondFactor = Factor }, _key, Now);
        PasskeyRules.EnsureDispensable(required with { Passkeys = [_key, _key with { Id = "other" }] }, _key, Now);
    }

    [Fact]
    public void A_challenge_is_remembered_until_it_expires_and_never_pushed_out()
    {
        var state = Ada;
        for (byte i = 0; i < 100; i++)
            state = PasskeyRules.WithUsed(state, new UsedChallenge(Hash(i), Now + TimeSpan.FromMinutes(5)), Now);

        PasskeyRules.IsUsed(state, Hash(0)).ShouldBeTrue();
        RefusalOf(() => PasskeyRules.WithUsed(state, new UsedChallenge(Hash(100), Now + TimeSpan.FromMinutes(5)), Now))
            .ShouldBe("rate_limited");
        var later = PasskeyRules.WithUsed(
            state,
            new UsedChallenge(Hash(101), Now + TimeSpan.FromMinutes(9)),
            Now + TimeSpan.FromMinutes(5)
        );
        later.UsedChallenges.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_a_passkey_nothing_that_rests_on_it_stays()
    {
        var state = _holder with
        {
            TrustedDevices = [Laptop],
            SignInTickets = [new SignInTicket(Hash(7), Now + TimeSpan.FromMinutes(1), CompanyId: null, RememberMe: false, WrongCodes: 0)],
        };

        var next = PasskeyRules.Without(state, passkey => passkey.Id == "key");

        next.Passkeys.ShouldBeEmpty();
        next.TrustedDevices.ShouldBeEmpty();
        next.SignInTickets.ShouldBeEmpty();
        next.Pending.OfType<SyncPasskey>().ShouldHaveSingleItem().Key.ShouldBe(PasskeyKeys.Of([1]));
        next.Pending.OfType<NotifyCompany>().ShouldHaveSingleItem();
        PasskeyRules.Without(state, _ => false).ShouldBeSameAs(state);
    }

    [Fact]
    public void Somebody_who_does_not_want_one_is_asked_again_after_90_days()
    {
        PasskeyRules.MayBeOffered(Ada, Now).ShouldBeTrue();
        PasskeyRules.MayBeOffered(_holder, Now).ShouldBeFalse();
        var dismissed = Ada with { PasskeyOfferDismissedAt = Now };
        PasskeyRules.MayBeOffered(dismissed, Now + TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1)).ShouldBeFalse();
        PasskeyRules.MayBeOffered(dismissed, Now + TimeSpan.FromDays(90)).ShouldBeTrue();
    }

    [Fact]
    public void A_passkey_is_asked_for_beside_the_password_where_the_company_requires_a_second_factor()
    {
        var required = _holder with { Memberships = [In("firm") with { TwoFactorRequiredFrom = Now }, In("other")] };

        UserTwoFactorRules.AsksForCode(_holder, SignIn(), Now).ShouldBeFalse();
        UserTwoFactorRules.AsksForCode(required, SignIn(), Now).ShouldBeTrue();
        UserTwoFactorRules.AsksForCode(required, SignIn() with { CompanyId = "other" }, Now).ShouldBeFalse();
        UserTwoFactorRules.OnlyPasskeysProve(_holder).ShouldBeFalse();
        UserTwoFactorRules.OnlyPasskeysProve(required).ShouldBeTrue();
        UserTwoFactorRules.OnlyPasskeysProve(required with { SecondFactor = Factor }).ShouldBeFalse();
        UserTwoFactorRules.MethodsOf(required).ShouldBe([TwoFactorMethods.Passkey]);
        UserTwoFactorRules
            .MethodsOf(required with { SecondFactor = Factor })
            .ShouldBe([TwoFactorMethods.Totp, TwoFactorMethods.BackupCode, TwoFactorMethods.Passkey]);
    }

    [Fact]
    public void Whoever_says_that_it_was_not_them_loses_the_passkey_that_the_notice_is_about()
    {
        var link = new NoticeLink(Hash(1), Ada.Email!, Now) { PasskeyId = "key" };

        UserTwoFactorRules.WithoutDisowned(_holder, link).Passkeys.ShouldBeEmpty();
        UserTwoFactorRules.WithoutDisowned(_holder, link with { PasskeyId = "other" }).Passkeys.ShouldHaveSingleItem();
        UserTwoFactorRules.WithoutDisowned(_holder, link with { PasskeyId = null }).Passkeys.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_address_that_was_taken_over_brings_no_passkeys()
    {
        var unverified = _holder with { EmailVerifiedAt = null };

        EmailVerificationRules.TakenOver(unverified, "another hash", Now).Passkeys.ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_is_put_back_loses_the_passkeys_that_came_after()
    {
        var former = new FormerEmail("before@firm.example", Hash(1), Now + EmailChangeRules.UndoLifetime);
        var earlier = _key with { Id = "earlier", CreatedAt = Now - TimeSpan.FromDays(1) };
        var state = _holder with { Passkeys = [earlier, _key], FormerEmails = [former] };

        EmailChangeRules.Undone(state, former, Now).Passkeys.ShouldHaveSingleItem().Id.ShouldBe("earlier");
    }

    [Fact]
    public void A_twenty_first_is_refused()
    {
        PasskeyRules.EnsureRoom(Ada with { Passkeys = [.. Enumerable.Repeat(_key, FieldLimits.Passkeys - 1)] });
        RefusalOf(() => PasskeyRules.EnsureRoom(Ada with { Passkeys = [.. Enumerable.Repeat(_key, FieldLimits.Passkeys)] }))
            .ShouldBe("passkey_limit_reached");
    }
}
