using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class KnownDeviceRulesTests
{
    private static readonly ClientDevice _laptop = new(DeviceKinds.Desktop, "Firefox", "Linux", "192.0.2.1") { Location = "Germany" };

    private static readonly IReadOnlyList<KnownDevice> _known = KnownDeviceRules.With([], _laptop, SampleUser.Now);

    [Fact]
    public void The_first_device_is_no_news() => KnownDeviceRules.IsNews([], _laptop).ShouldBeFalse();

    [Fact]
    public void Another_browser_or_country_is_news_and_another_address_is_none()
    {
        KnownDeviceRules.IsNews(_known, _laptop with { IpAddress = "192.0.2.2" }).ShouldBeFalse();
        KnownDeviceRules.IsNews(_known, _laptop with { Browser = "Safari" }).ShouldBeTrue();
        KnownDeviceRules.IsNews(_known, _laptop with { Location = "France" }).ShouldBeTrue();
    }

    [Fact]
    public void The_latest_used_is_first_and_the_one_unused_longest_makes_room()
    {
        var known = _known;
        for (var number = 1; number <= 20; number++)
            known = KnownDeviceRules.With(known, _laptop with { Browser = $"{number}" }, SampleUser.Now);

        known.Count.ShouldBe(20);
        (known[0].Browser, known[^1].Browser).ShouldBe(("20", "1"));
        KnownDeviceRules.With(known, _laptop with { Browser = "1" }, SampleUser.Now).Count.ShouldBe(20);
    }
}
