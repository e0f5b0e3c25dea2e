using System.Globalization;
using Kayse.Grains.Errors;
using NodaTime;

namespace Kayse.Grains.BusinessHours;

internal static class BusinessHoursRules
{
    /// <summary>The days of the week as fields name them, Monday first.</summary>
    public static readonly IReadOnlyList<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly DateTimeOffset _earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A schedule as it is kept: in order, with adjacent intervals merged. Refuses all that is wrong at once.</summary>
    /// <param name="schedule">As it was given.</param>
    /// <param name="zone">Its time zone as the database names it; null when there is none of this name.</param>
    public static BusinessSchedule Check(BusinessSchedule schedule, string? zone)
    {
        var errors = new FieldErrors();
        if (zone is null)
            errors.Add("timeZone", "Choose a time zone of the IANA database, such as America/New_York.");
        var weekly = schedule.Weekly.Select((day, i) => CheckDay(errors, $"weekly.{Days[i]}", day)).ToList();
        var exceptions = CheckExceptions(errors, schedule.Exceptions);
        if (errors.Count == 0)
            EnsureNightsEndBeforeTheNextDayBegins(errors, weekly, exceptions);
        errors.ThrowIfAny();
        return new(zone!, weekly, exceptions);
    }

    /// <summary>An instant that can be asked about; refuses one outside of this century.</summary>
    public static DateTimeOffset? CheckInstant(DateTimeOffset? at) =>
        at < _earliest || at >= _latest
            ? throw new RefusedException(
                GeneralErrors.Invalid(
                    new Dictionary<string, string[]>(StringComparer.Ordinal) { ["at"] = ["This must be from 2000 to 2099."] }
                )
            )
            : at;

    private static List<ScheduleException> CheckExceptions(FieldErrors errors, IReadOnlyList<ScheduleException> exceptions)
    {
        if (exceptions.Count > FieldLimits.ScheduleExceptions)
        {
            errors.Add("exceptions", $"Give up to {FieldLimits.ScheduleExceptions} exceptions.");
            return [];
        }

        var seen = new Dictionary<DateOnly, int>();
        for (var i = 0; i < exceptions.Count; i++)
        {
            if (!seen.TryAdd(exceptions[i].Date, i))
                errors.Add($"exceptions[{i}].date", $"exceptions[{seen[exceptions[i].Date]}] is for the same day.");
        }

        return
        [
            .. exceptions
                .Select(
                    (exception, i) =>
                        exception with
                        {
                            Name = errors.Required($"exceptions[{i}].name", exception.Name, FieldLimits.ScheduleExceptionName),
                            Intervals = CheckDay(errors, $"exceptions[{i}].intervals", exception.Intervals),
                        }
                )
                .OrderBy(exception => exception.Date),
        ];
    }

    private static List<OpeningInterval> CheckDay(FieldErrors errors, string path, IReadOnlyList<OpeningInterval> intervals)
    {
        if (intervals.Count > FieldLimits.IntervalsOfDay)
        {
            errors.Add(path, $"Give up to {FieldLimits.IntervalsOfDay} intervals a day.");
            return [];
        }

        var merged = new List<OpeningInterval>();
        foreach (var interval in intervals.OrderBy(interval => interval.Open))
        {
            if (interval.Open is < 0 or >= NodaConstants.MinutesPerDay || interval.Close is < 0 or > NodaConstants.MinutesPerDay)
                errors.Add(path, "Times are from 00:00 to 24:00, and opening is before 24:00.");
            else if (merged.Count > 0 && OpenHours.CloseOf(merged[^1]) > interval.Open)
                errors.Add(path, $"{InWords(merged[^1])} and {InWords(interval)} overlap.");
            else if (merged.Count > 0 && OpenHours.CloseOf(merged[^1]) == interval.Open && FitsOneDay(merged[^1], interval))
                merged[^1] = merged[^1] with { Close = interval.Close };
            else
                merged.Add(interval);
        }

        return merged;
    }

    private static void EnsureNightsEndBeforeTheNextDayBegins(
        FieldErrors errors,
        List<List<OpeningInterval>> weekly,
        List<ScheduleException> exceptions
    )
    {
        for (var i = 0; i < weekly.Count; i++)
            EnsureApart(errors, $"weekly.{Days[i]}", weekly[i], weekly[(i + 1) % weekly.Count]);

        foreach (var (before, after) in exceptions.Zip(exceptions.Skip(1)).Where(pair => pair.First.Date.AddDays(1) == pair.Second.Date))
            EnsureApart(errors, "exceptions", before.Intervals, after.Intervals);
    }

    private static void EnsureApart(
        FieldErrors errors,
        string path,
        IReadOnlyList<OpeningInterval> day,
        IReadOnlyList<OpeningInterval> nextDay
    )
    {
        if (day.Count == 0 || nextDay.Count == 0)
            return;
        if (OpenHours.CloseOf(day[^1]) - NodaConstants.MinutesPerDay > nextDay[0].Open)
            errors.Add(path, $"{InWords(day[^1])} runs into {InWords(nextDay[0])} of the next day.");
    }

    private static bool FitsOneDay(OpeningInterval first, OpeningInterval last) =>
        OpenHours.CloseOf(last) - first.Open <= NodaConstants.MinutesPerDay;

    /// <summary>Such as <c>09:00–12:00, 13:00–17:00</c>, or <c>closed</c>.</summary>
    public static string InWords(IReadOnlyList<OpeningInterval> intervals) =>
        intervals.Count == 0 ? "closed" : string.Join(", ", intervals.Select(InWords));

    /// <summary>Such as <c>2026-12-24</c>.</summary>
    public static string InWords(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string InWords(OpeningInterval interval) => $"{InWords(interval.Open)}–{InWords(interval.Close)}";

    private static string InWords(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
