using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class IanaTimeZonesTests
{
    [Theory]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("EUROPE/AMSTERDAM", "Europe/Amsterdam")]
    [InlineData("utc", "UTC")]
    [InlineData("Asia/Kolkata", "Asia/Kolkata")]
    public void A_zone_is_kept_as_the_database_writes_it(string typed, string name) => IanaTimeZones.Find(typed).ShouldBe(name);

    [Theory]
    [InlineData("right/UTC")]
    [InlineData("posix/Europe/Paris")]
    [InlineData("localtime")]
    [InlineData("Factory")]
    [InlineData("factory")]
    [InlineData("posixrules")]
    [InlineData("Eastern Standard Time")]
    [InlineData("../../etc/passwd")]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    public void What_is_no_zone_of_the_database_is_none(string typed) => IanaTimeZones.Find(typed).ShouldBeNull();
}
