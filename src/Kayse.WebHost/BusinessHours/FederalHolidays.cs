using Kayse.Grains.BusinessHours;
using PublicHoliday;

namespace Kayse.WebHost.BusinessHours;

/// <summary>The federal holidays of the United States, on the days on which they are observed.</summary>
internal static class FederalHolidays
{
    // The names of the law where the library has others.
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["New Year"] = "New Year's Day",
        ["Martin Luther King Day"] = "Martin Luther King Jr. Day",
        ["President's Day"] = "Presidents' Day",
        ["Veteran's Day"] = "Veterans Day",
        ["Thanksgiving"] = "Thanksgiving Day",
        ["Christmas"] = "Christmas Day",
    };

    /// <summary>
    /// Those that are observed in a year, closed: New Year's Day of the next is among them when it falls on a Saturday.
    /// </summary>
    public static IReadOnlyList<ScheduleException> Of(int year) =>
        [
            .. new[] { year, year + 1 }
                .SelectMany(new USAPublicHoliday().PublicHolidayNames)
                .Where(holiday => holiday.Key.Year == year)
                .Select(holiday => new ScheduleException(
                    DateOnly.FromDateTime(holiday.Key),
                    _names.GetValueOrDefault(holiday.Value, holiday.Value),
                    []
                )),
        ];
}
