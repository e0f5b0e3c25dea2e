using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using NodaTime;

namespace Kayse.Grains.Reports;

internal static class ReportRules
{
    // What mail servers take without complaint.
    private const int MaxAttachment = 5 * 1024 * 1024;

    private const int MaxDays = 400;

    private static readonly TimeSpan _inTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(3);

    /// <summary>A new schedule; refuses bad fields and one too many.</summary>
    public static StoredSchedule Create(
        IReadOnlyList<StoredSchedule> schedules,
        CreateReportSchedule command,
        IReadOnlyList<CompanyPerson> candidates,
        DateTimeZone zone,
        DateTimeOffset now
    )
    {
        var errors = new FieldErrors();
        CheckTiming(errors, command.Timing);
        var recipients = CheckRecipients(errors, command.Recipients, [.. candidates.Select(person => person.UserId)]);
        CheckFormat(errors, command.Format);
        errors.ThrowIfAny();
        if (schedules.Count >= ReportErrors.MaxSchedules)
            throw new RefusedException(ReportErrors.TooMany);
        var schedule = new StoredSchedule
        {
            Id = command.ScheduleId,
            Timing = command.Timing,
            Format = command.Format,
            Recipients = recipients,
            Version = 1,
        };
        return FromNowOn(schedule, zone, now);
    }

    /// <summary>The schedule once it is changed; the same where nothing is. Refuses bad fields and another version.</summary>
    public static StoredSchedule Update(
        StoredSchedule schedule,
        UpdateReportSchedule command,
        IReadOnlyList<CompanyPerson> candidates,
        DateTimeZone zone,
        DateTimeOffset now
    )
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, schedule.Version);
        var errors = new FieldErrors();
        var timing = Merge(schedule.Timing, command);
        CheckTiming(errors, timing);
        // Who has lost the right gets nothing for the time being; that is no reason against another change.
        HashSet<string> known = [.. candidates.Select(person => person.UserId), .. schedule.Recipients];
        var recipients = command.Recipients is null ? schedule.Recipients : CheckRecipients(errors, command.Recipients, known);
        CheckFormat(errors, command.Format ?? schedule.Format);
        errors.ThrowIfAny();
        var next = schedule with { Timing = timing, Format = command.Format ?? schedule.Format };
        if (!recipients.SequenceEqual(schedule.Recipients, StringComparer.Ordinal))
            next = next with { Recipients = recipients };
        if (next == schedule)
            return schedule;
        next = next with { Version = schedule.Version + 1 };
        return timing == schedule.Timing ? next : FromNowOn(next, zone, now);
    }

    /// <summary>When it is sent next.</summary>
    public static DateTimeOffset NextAt(StoredSchedule schedule, DateTimeZone zone) =>
        ReportTimes.InstantOf(schedule.Timing, zone, schedule.SendOn);

    /// <summary>
    /// The report that is due, with the schedule as it is afterwards; null while none is. Reports that were missed become
    /// one, about all their days.
    /// </summary>
    public static (StoredSchedule Next, SendReport Step)? Due(
        StoredSchedule schedule,
        string companyId,
        DateTimeZone zone,
        DateTimeOffset now
    )
    {
        var dueAt = NextAt(schedule, zone);
        if (dueAt > now)
            return null;
        var last = schedule.SendOn;
        var next = ReportTimes.DayAfter(schedule.Timing, last);
        while (ReportTimes.InstantOf(schedule.Timing, zone, next) <= now)
            (last, next) = (next, ReportTimes.DayAfter(schedule.Timing, next));
        var from = schedule.From < last.AddDays(-MaxDays) ? last.AddDays(-MaxDays) : schedule.From;
        var step = new SendReport(schedule.Id, schedule.Format, schedule.Recipients, from, last)
        {
            WasDueAt = now - dueAt > _inTime ? dueAt : null,
            FileKey = ReportNames.FileKey(companyId, schedule.Id, from, last, schedule.Format),
            NotAfter = now + _usefulFor,
        };
        return (schedule with { From = last, SendOn = next }, step);
    }

    /// <summary>Whether a file goes with the mail; to a larger one the mail only has a link.</summary>
    public static bool IsAttached(int length) => length <= MaxAttachment;

    private static StoredSchedule FromNowOn(StoredSchedule schedule, DateTimeZone zone, DateTimeOffset now)
    {
        var first = ReportTimes.FirstDay(schedule.Timing, zone, now);
        return schedule with { SendOn = first, From = ReportTimes.DayBefore(schedule.Timing, first) };
    }

    private static ReportTiming Merge(ReportTiming timing, UpdateReportSchedule command)
    {
        var every = command.Every ?? timing.Every;
        return new(
            every,
            command.Hour ?? timing.Hour,
            command.Weekday ?? (every == ReportEvery.Week ? timing.Weekday : null),
            command.DayOfMonth ?? (every == ReportEvery.Month ? timing.DayOfMonth : null)
        );
    }

    private static void CheckTiming(FieldErrors errors, ReportTiming timing)
    {
        if (!Enum.IsDefined(timing.Every))
            errors.Add("every", "Choose day, week or month.");
        if (timing.Hour is < 0 or > 23)
            errors.Add("hour", "Choose an hour from 0 to 23.");
        if (timing.Every == ReportEvery.Week ? timing.Weekday is not { } day || !Enum.IsDefined(day) : timing.Weekday is not null)
            errors.Add("weekday", "Choose a day of the week for a weekly report, and only then.");
        if (timing.Every == ReportEvery.Month ? timing.DayOfMonth is not (>= 1 and <= 31) : timing.DayOfMonth is not null)
            errors.Add("dayOfMonth", "Choose a day from 1 to 31 for a monthly report, and only then.");
    }

    private static void CheckFormat(FieldErrors errors, ReportFormat format)
    {
        if (!Enum.IsDefined(format))
            errors.Add("format", "Choose csv or pdf.");
    }

    private static string[] CheckRecipients(FieldErrors errors, IReadOnlyList<string> recipients, HashSet<string> known)
    {
        string[] distinct = [.. recipients.Distinct(StringComparer.Ordinal)];
        if (distinct.Length is 0 or > ReportErrors.MaxRecipients)
            errors.Add("recipients", $"Choose 1 to {ReportErrors.MaxRecipients} people.");
        else if (!distinct.All(known.Contains))
            errors.Add("recipients", "Choose active members of your company who may see billing.");
        return distinct;
    }
}
