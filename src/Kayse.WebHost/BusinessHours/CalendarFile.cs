using System.Runtime.Serialization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.BusinessHours;

/// <summary>The all-day events of an iCalendar file (RFC 5545), as days on which a company is closed.</summary>
internal static class CalendarFile
{
    /// <summary>256 KiB.</summary>
    public const int MaxLength = 256 * 1024;

    // What a rule may try before it finds the next day: one that finds none would go on for ever.
    private static readonly EvaluationOptions _bounds = new() { MaxUnmatchedIncrementsLimit = 10_000 };

    /// <summary>
    /// The days of events within two years from a day on; of several events on a day the first counts. Refuses a file
    /// that can't be read, and one without such a day.
    /// </summary>
    public static IReadOnlyList<ScheduleException> Read(string text, DateOnly from)
    {
        try
        {
            var events = Calendar.Load(text)?.Events.Where(one => one is { IsAllDay: true, Start: not null }) ?? [];
            var days = events
                .SelectMany(one => DaysOf(one, from).Select(day => new ScheduleException(day, NameOf(one), [])))
                .DistinctBy(day => day.Date)
                .OrderBy(day => day.Date)
                .Take(FieldLimits.ScheduleExceptions)
                .ToList();
            return days.Count > 0 ? days : throw Refused("This calendar has no all-day event within the next two years.");
        }
        catch (Exception exception)
            when (exception
                    is SerializationException
                        or ArgumentException
                        or FormatException
                        or EvaluationException
                        or InvalidOperationException
            )
        {
            throw Refused("This is not an iCalendar file that can be read. Export the calendar again, as .ics.");
        }
    }

    private static IEnumerable<DateOnly> DaysOf(CalendarEvent one, DateOnly from)
    {
        if (one.RecurrenceRule?.Frequency < FrequencyType.Daily)
            return [];
        var until = from.AddYears(2);
        return one.GetOccurrences(new CalDateTime(from.AddDays(-FieldLimits.ScheduleExceptions)), _bounds)
            .TakeWhile(occurrence => occurrence.Period.StartTime.Date < until)
            .SelectMany(occurrence => Days(occurrence.Period.StartTime.Date, occurrence.Period.EffectiveEndTime?.Date))
            .Where(day => day >= from && day < until)
            .Take(FieldLimits.ScheduleExceptions);
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly? end)
    {
        var count = Math.Clamp((end ?? first).DayNumber - first.DayNumber, 1, FieldLimits.ScheduleExceptions);
        return Enumerable.Range(0, count).Select(first.AddDays);
    }

    private static string NameOf(CalendarEvent one)
    {
        var words = string.Join(' ', (one.Summary ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "Closed"
            : words.Length <= FieldLimits.ScheduleExceptionName ? words
            : words[..FieldLimits.ScheduleExceptionName];
    }

    private static RefusedException Refused(string message) => new(HttpErrors.Field("file", message));
}
