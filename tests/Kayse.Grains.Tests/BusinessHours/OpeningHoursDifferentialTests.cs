using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kayse.Grains.BusinessHours;
using Kayse.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace Kayse.Grains.Tests.BusinessHours;

/// <summary>
/// Random schedules at random instants, half of them within two days of a change of the clocks: whether it is open, then
/// and around the change that comes next, is what the npm package opening_hours says, and what a clock on the wall does.
/// </summary>
/// <remarks>
/// The package is wrong on days when clocks change, and in the night after them: what is open past midnight ends an hour
/// early or late. There only the clock on the wall is asked.
/// </remarks>
public sealed class OpeningHoursDifferentialTests
{
    private const int SchedulesOfZone = 100;
    private const int InstantsOfSchedule = 10;
    private static readonly string[] _names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    private static readonly string[] _zones =
    [
        "America/New_York",
        "America/Los_Angeles",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Europe/London",
        "Europe/Berlin",
        "Africa/Cairo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
    ];

    private readonly Random _random = new(20260105);

    [Fact]
    public async Task Ten_thousand_instants_in_ten_zones()
    {
        var questions = _zones.SelectMany(zone => Enumerable.Range(0, SchedulesOfZone).Select(_ => Question(zone))).ToList();
        var answers = await AskAsync(questions);

        var (differences, compared) = (new List<string>(), 0);
        foreach (var (question, answer) in questions.Zip(answers))
        {
            foreach (var (at, theirs) in question.At.Zip(answer).Where(one => !IsNearChange(question.Schedule.TimeZone, one.First)))
            {
                compared++;
                if (OpenHours.At(question.Schedule, at).Open != theirs)
                    differences.Add($"{question.Schedule.TimeZone} {Written(question.Schedule)} at {at:O}: they say {theirs}.");
            }
        }

        differences.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public void By_the_clock_on_the_wall()
    {
        foreach (var zone in _zones)
        {
            for (var i = 0; i < SchedulesOfZone; i++)
            {
                var (schedule, instants) = Question(zone);
                foreach (var at in instants.Where(at => !IsAmbiguous(zone, at)))
                    OpenHours.At(schedule, at).Open.ShouldBe(IsOpenByTheWall(schedule, at), $"{zone} {Written(schedule)} at {at:O}");
            }
        }
    }

    private static bool IsOpenByTheWall(BusinessSchedule schedule, DateTimeOffset at)
    {
        var local = Local(schedule.TimeZone, at);
        var minute = (local.Hour * 60) + local.Minute;
        return IntervalsOf(local.Date).Any(interval => interval.Open <= minute && minute < OpenHours.CloseOf(interval))
            || IntervalsOf(local.Date.PlusDays(-1)).Any(interval => minute + NodaConstants.MinutesPerDay < OpenHours.CloseOf(interval));

        IReadOnlyList<OpeningInterval> IntervalsOf(LocalDate date) =>
            schedule.Exceptions.FirstOrDefault(exception => exception.Date == date.ToDateOnly())?.Intervals
            ?? schedule.Weekly[(int)date.DayOfWeek - 1];
    }

    private static bool IsNearChange(string zone, DateTimeOffset at)
    {
        var date = Local(zone, at).Date;
        return HoursOf(date) != 24 || HoursOf(date.PlusDays(-1)) != 24;

        double HoursOf(LocalDate day) => (StartOf(day.PlusDays(1)) - StartOf(day)).TotalHours;

        NodaTime.Instant StartOf(LocalDate day) => DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(day).ToInstant();
    }

    // Whether the clock shows this time twice.
    private static bool IsAmbiguous(string zone, DateTimeOffset at) =>
        DateTimeZoneProviders.Tzdb[zone].MapLocal(Local(zone, at)).Count == 2;

    private static LocalDateTime Local(string zone, DateTimeOffset at) =>
        NodaTime.Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;

    private (BusinessSchedule Schedule, IReadOnlyList<DateTimeOffset> At) Question(string zone)
    {
        var weekly = Enumerable.Range(0, 7).Select(IReadOnlyList<OpeningInterval> (_) => Day(isOvernight: _random.Next(4) == 0)).ToList();
        for (var day = 0; day < weekly.Count; day++)
            weekly[day] = WithoutOverlap(weekly[day], weekly[(day + 1) % weekly.Count]);
        var schedule = new BusinessSchedule(zone, weekly, [.. Exceptions(weekly)]);
        schedule = BusinessHoursRules.Check(schedule, zone);
        return (schedule, [.. Enumerable.Range(0, InstantsOfSchedule).SelectMany(_ => AndItsNextChange(schedule, Instant(zone)))]);
    }

    private static IEnumerable<DateTimeOffset> AndItsNextChange(BusinessSchedule schedule, DateTimeOffset at) =>
        OpenHours.At(schedule, at).Until is { } until ? [at, until.AddMinutes(-1), until] : [at];

    // Theirs go on through the night of a day that an exception replaces, and cut off the night before it. Ours replace
    // what starts on that day: no night is beside an exception here.
    private IEnumerable<ScheduleException> Exceptions(List<IReadOnlyList<OpeningInterval>> weekly)
    {
        var date = new DateOnly(2026, 1, 1);
        for (var i = 0; i < 20; i++)
        {
            date = date.AddDays(2 + _random.Next(30));
            var nights = weekly[((int)date.DayOfWeek + 5) % 7].Concat(weekly[((int)date.DayOfWeek + 6) % 7]);
            if (date.Year == 2026 && nights.All(interval => interval.Close > interval.Open))
                yield return new(date, "Exception", Day(isOvernight: false));
        }
    }

    private List<OpeningInterval> Day(bool isOvernight)
    {
        var times = Enumerable.Range(0, 2 * _random.Next(4)).Select(_ => 15 * _random.Next(97)).Distinct().Order().ToList();
        var day = times.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new OpeningInterval(pair[0], pair[1])).ToList();
        if (isOvernight)
            day.Add(new(Math.Max(18 * 60, day.Count > 0 ? Math.Min(day[^1].Close, 1425) : 0), 15 * _random.Next(24)));
        return day.Count > 1 && day[^2].Close > day[^1].Open ? [.. day.SkipLast(1)] : day;
    }

    private static IReadOnlyList<OpeningInterval> WithoutOverlap(
        IReadOnlyList<OpeningInterval> day,
        IReadOnlyList<OpeningInterval> next
    ) =>
        day.Count > 0 && next.Count > 0 && OpenHours.CloseOf(day[^1]) - NodaConstants.MinutesPerDay > next[0].Open
            ? [.. day.SkipLast(1)]
            : day;

    private DateTimeOffset Instant(string zone)
    {
        var year = new Interval(NodaTime.Instant.FromUtc(2026, 1, 10, 0, 0), NodaTime.Instant.FromUtc(2026, 12, 20, 0, 0));
        var changes = DateTimeZoneProviders
            .Tzdb[zone]
            .GetZoneIntervals(year)
            .Where(part => part.HasStart)
            .Select(part => part.Start)
            .ToList();
        changes.RemoveAll(change => !year.Contains(change));
        var at =
            changes.Count > 0 && _random.Next(2) == 0
                ? changes[_random.Next(changes.Count)] + Duration.FromMinutes(_random.Next(-2880, 2880))
                : year.Start + Duration.FromMinutes(_random.Next((int)year.Duration.TotalMinutes));
        return at.ToDateTimeOffset();
    }

    private static string Written(BusinessSchedule schedule)
    {
        var days = schedule.Weekly.Select((day, i) => day.Count == 0 ? null : $"{_names[i]} {Written(day)}").OfType<string>().ToList();
        var exceptions = schedule.Exceptions.Select(exception =>
            $"{exception.Date.ToString("yyyy MMM dd", CultureInfo.InvariantCulture)} {(exception.Intervals.Count == 0 ? "off" : Written(exception.Intervals))}"
        );
        return string.Join("; ", exceptions.Prepend(days.Count == 0 ? "off" : string.Join(", ", days)));
    }

    private static string Written(IReadOnlyList<OpeningInterval> day) =>
        string.Join(",", day.Select(interval => $"{Clock(interval.Open)}-{Clock(OpenHours.CloseOf(interval))}"));

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static async Task<IReadOnlyList<bool[]>> AskAsync(
        IEnumerable<(BusinessSchedule Schedule, IReadOnlyList<DateTimeOffset> At)> questions
    )
    {
        var start = new ProcessStartInfo("node", "states.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests/Kayse.Grains.Tests/BusinessHours/reference"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var asking = Task.Run(async () =>
        {
            foreach (var (schedule, at) in questions)
                await process.StandardInput.WriteLineAsync(
                    JsonSerializer.Serialize(
                        new
                        {
                            zone = schedule.TimeZone,
                            hours = Written(schedule),
                            at,
                        }
                    )
                );
            process.StandardInput.Close();
        });
        var answers = new List<bool[]>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            answers.Add(JsonSerializer.Deserialize<bool[]>(line)!);
        await asking;
        return answers;
    }
}
