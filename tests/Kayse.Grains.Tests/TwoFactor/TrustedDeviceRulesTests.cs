using Kayse.Grains.Tests.Users;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Tests.TwoFactor;

public sealed class TrustedDeviceRulesTests
{
    private static readonly TrustedDevice _laptop = SampleUser.Laptop;

    [Fact]
    public void A_device_is_trusted_for_30_days()
    {
        TrustedDeviceRules
            .Find([_laptop], SampleUser.Hash(3), SampleUser.Now + TimeSpan.FromDays(30) - TimeSpan.FromTicks(1))
            .ShouldBe(_laptop);
        TrustedDeviceRules.Find([_laptop], SampleUser.Hash(3), SampleUser.Now + TimeSpan.FromDays(30)).ShouldBeNull();
        TrustedDeviceRules.Find([_laptop], SampleUser.Hash(4), SampleUser.Now).ShouldBeNull();
    }

    [Fact]
    public void One_more_than_20_takes_the_place_of_the_one_trusted_first()
    {
        var devices = Enumerable.Range(0, 20).Select(number => _laptop with { Id = $"{number}" }).ToList();

        var next = TrustedDeviceRules.With(devices, _laptop, SampleUser.Now);

        (next.Count, next[0].Id, next[^1].Id).ShouldBe((20, "1", "laptop"));
    }

    [Fact]
    public void A_use_is_noted_of_that_device_alone()
    {
        var other = _laptop with { Id = "other" };

        TrustedDeviceRules
            .Used([_laptop, other], _laptop, SampleUser.Now)
            .ShouldBe([_laptop with { LastUsedAt = SampleUser.Now }, other]);
        TrustedDeviceRules.Without([_laptop, other], "other").ShouldBe([_laptop]);
    }
}
