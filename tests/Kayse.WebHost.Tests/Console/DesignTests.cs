using Kayse.Grains.Errors;
using Kayse.WebHost.Console.Design;

namespace Kayse.WebHost.Tests.Console;

/// <summary>Days, lengths of time and names of countries.</summary>
public sealed class DesignTests
{
    [Theory]
    [InlineData("2026-01-05", "Etc/UTC", "2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z")]
    [InlineData("2026-01-05", "America/New_York", "2026-01-05T05:00:00Z", "2026-01-06T05:00:00Z")]
    [InlineData("2026-03-08", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")]
    // There clocks go from midnight to one o'clock, and from midnight back to eleven.
    [InlineData("2026-09-06", "America/Santiago", "2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z")]
    [InlineData("2026-04-05", "America/Santiago", "2026-04-05T04:00:00Z", "2026-04-06T04:00:00Z")]
    [InlineData("2026-11-01", "America/Havana", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")]
    public void A_day_goes_from_midnight_to_midnight_there(string day, string zone, string start, string end)
    {
        var found = TimeZoneInfo.FindSystemTimeZoneById(zone);

        Days.StartOf(day, found).ShouldBe(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        Days.EndOf(day, found).ShouldBe(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Days_at_the_ends_of_the_calendar_are_days()
    {
        var west = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Honolulu");
        var east = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati");

        Days.StartOf("0001-01-01", east).ShouldBe(DateTimeOffset.MinValue);
        Days.StartOf("9999-12-31", west).ShouldNotBeNull();
        Days.EndOf("9999-12-31", west).ShouldBeNull();
        Days.StartOf(" ", west).ShouldBeNull();
        Should.Throw<RefusedException>(() => Days.StartOf("2026-02-30", west)).Code.ShouldBe("validation_failed");
    }

    [Theory]
    [InlineData(1, "1 minute")]
    [InlineData(59, "59 minutes")]
    [InlineData(60, "1 hour")]
    [InlineData(90, "90 minutes")]
    [InlineData(1440, "1 day")]
    [InlineData(43200, "30 days")]
    public void Lengths_are_said_in_the_largest_unit_that_fits(int minutes, string words)
    {
        Duration.InWords(TimeSpan.FromMinutes(minutes)).ShouldBe(words);
        var (amount, unit) = Duration.Of(minutes);
        Duration.Minutes(amount, unit).ShouldBe(minutes);
    }

    [Fact]
    public void No_length_overflows()
    {
        Duration.Minutes(int.MaxValue, "days").ShouldBe(int.MaxValue);
        Duration.Minutes(int.MinValue, "days").ShouldBe(int.MinValue);
        Duration.Minutes(5, "fortnights").ShouldBe(5);
    }

    [Fact]
    public void Every_country_has_a_name_of_its_own()
    {
        CountryNames.All.Count.ShouldBe(249);
        CountryNames.All.ShouldAllBe(country => country.Name != country.Code);
        CountryNames.All.Select(country => country.Name).ShouldBeUnique();
        CountryNames.Of("GB").ShouldBe("United Kingdom");
        CountryNames.Of("QQ").ShouldBe("QQ");
    }
}
