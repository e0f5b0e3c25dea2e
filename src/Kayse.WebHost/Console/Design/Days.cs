using System.Globalization;
using Kayse.Grains.Errors;

namespace Kayse.WebHost.Console.Design;

/// <summary>The days that a filter names, as instants in a person's time zone.</summary>
public static class Days
{
    private const string Format = "yyyy-MM-dd";

    private static readonly Refusal _invalid = GeneralErrors.Invalid(
        new Dictionary<string, string[]>(StringComparer.Ordinal) { ["day"] = ["Enter a date as year-month-day, such as 2026-01-05."] }
    );

    /// <summary>When a day begins; null when none is named.</summary>
    public static DateTimeOffset? StartOf(string? day, TimeZoneInfo zone) => Parse(day) is { } date ? Start(date, zone) : null;

    /// <summary>When a day is over; null when none is named.</summary>
    public static DateTimeOffset? EndOf(string? day, TimeZoneInfo zone) =>
        Parse(day) is { } date && date < DateOnly.MaxValue ? Start(date.AddDays(1), zone) : null;

    private static DateOnly? Parse(string? day)
    {
        if (string.IsNullOrWhiteSpace(day))
            return null;
        return DateOnly.TryParseExact(day.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new RefusedException(_invalid);
    }

    // Where clocks are put forward at midnight the day begins later; where they are put back, the first time that it is
    // midnight.
    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (zone.IsAmbiguousTime(midnight))
            return At(midnight, zone.GetAmbiguousTimeOffsets(midnight).Max());
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return At(midnight, zone.GetUtcOffset(midnight));
    }

    // At either end of the calendar the instant may lie beyond it.
    private static DateTimeOffset At(DateTime local, TimeSpan offset) =>
        new(new DateTime(Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc));
}
