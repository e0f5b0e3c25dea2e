using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class UserTwoFactorRulesTests
{
    private static readonly UserState _user = SampleUser.Ada with
    {
        SecondFactor = SampleUser.Factor,
        TrustedDevices = [SampleUser.Laptop],
    };

    [Fact]
    public void A_password_takes_a_code_as_well()
    {
        UserTwoFactorRules.AsksForCode(_user, SampleUser.SignIn(), SampleUser.Now).ShouldBeTrue();
        UserTwoFactorRules.AsksForCode(SampleUser.Ada, SampleUser.SignIn(), SampleUser.Now).ShouldBeFalse("there is no second factor");
    }

    [Fact]
    public void Neither_a_live_session_nor_a_trusted_device_takes_a_code()
    {
        UserTwoFactorRules.AsksForCode(_user, SampleUser.SignIn(credentialVersion: null), SampleUser.Now).ShouldBeFalse();
        UserTwoFactorRules.AsksForCode(_user, SampleUser.SignIn(device: 3), SampleUser.Now).ShouldBeFalse();
        UserTwoFactorRules.AsksForCode(_user, SampleUser.SignIn(device: 4), SampleUser.Now).ShouldBeTrue("it is another device");
    }

    [Fact]
    public void Where_the_company_forbids_it_no_device_is_trusted()
    {
        var forbidden = _user with { Memberships = [SampleUser.In("firm") with { TrustedDevicesForbidden = true }] };

        UserTwoFactorRules.AsksForCode(forbidden, SampleUser.SignIn(device: 3), SampleUser.Now).ShouldBeTrue();
    }

    [Fact]
    public void A_sign_in_on_a_trusted_device_is_noted() =>
        UserTwoFactorRules
            .WithUseOfDevice(_user, SampleUser.SignIn(device: 3), SampleUser.Now)
            .TrustedDevices.ShouldHaveSingleItem()
            .LastUsedAt.ShouldBe(SampleUser.Now);

    [Fact]
    public void Another_second_factor_voids_trusted_devices()
    {
        var next = UserTwoFactorRules.WithSecondFactor(_user, factor: null);

        (next.SecondFactor, next.TrustedDevices.Count, next.TwoFactorVersion).ShouldBe((null, 0, 1));
    }

    [Fact]
    public void Companies_learn_whether_there_is_a_second_factor_and_not_that_it_is_another_one()
    {
        var user = SampleUser.Ada with { Memberships = [SampleUser.In("firm")] };
        var enabled = UserTwoFactorRules.WithSecondFactor(user, SampleUser.Factor);

        enabled.Pending.ShouldContain(new NotifyCompany("firm", 1));
        UserTwoFactorRules.WithSecondFactor(enabled, SampleUser.Factor).ContactVersion.ShouldBe(1);
        UserTwoFactorRules.WithSecondFactor(enabled, factor: null).Pending.ShouldContain(new NotifyCompany("firm", 2));
    }

    [Fact]
    public void A_notice_disowns_only_the_second_factor_that_it_told_of()
    {
        var link = new NoticeLink(SampleUser.Hash(9), "ada@firm.example", SampleUser.Now);

        UserTwoFactorRules.WithoutDisowned(_user, link).SecondFactor.ShouldNotBeNull();
        UserTwoFactorRules
            .WithoutDisowned(_user, link with { SecondFactorOf = SampleUser.Now - TimeSpan.FromDays(1) })
            .SecondFactor.ShouldNotBeNull();
        UserTwoFactorRules.WithoutDisowned(_user, link with { SecondFactorOf = SampleUser.Now }).SecondFactor.ShouldBeNull();
    }

    [Fact]
    public void The_company_that_requires_it_first_counts()
    {
        var first = SampleUser.Now + TimeSpan.FromDays(1);
        var user = SampleUser.Ada with
        {
            Memberships =
            [
                SampleUser.In("firm") with
                {
                    TwoFactorRequiredFrom = first + TimeSpan.FromDays(1),
                },
                SampleUser.In("court") with
                {
                    TwoFactorRequiredFrom = first,
                },
            ],
        };

        UserTwoFactorRules.ViewOf(user).RequiredFrom.ShouldBe(first);
    }
}
