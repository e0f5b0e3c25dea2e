using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Reports;
using NodaTime;

namespace Kayse.Grains.Tests.Reports;

public sealed class ReportRulesTests
{
    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly DateTimeOffset _now = new(2026, 10, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReportTiming _daily = new(ReportEvery.Day, 7);

    [Theory]
    [InlineData(ReportEvery.Day, 7, null, null, "")]
    [InlineData(ReportEvery.Week, 0, DayOfWeek.Sunday, null, "")]
    [InlineData(ReportEvery.Month, 23, null, 31, "")]
    [InlineData(ReportEvery.Day, 24, null, null, "hour")]
    [InlineData(ReportEvery.Day, -1, DayOfWeek.Sunday, 1, "dayOfMonth hour weekday")]
    [InlineData(ReportEvery.Week, 7, null, 1, "dayOfMonth weekday")]
    [InlineData(ReportEvery.Week, 7, (DayOfWeek)7, null, "weekday")]
    [InlineData(ReportEvery.Month, 7, null, 0, "dayOfMonth")]
    [InlineData(ReportEvery.Month, 7, null, 32, "dayOfMonth")]
    [InlineData(ReportEvery.Month, 7, DayOfWeek.Monday, null, "dayOfMonth weekday")]
    [InlineData((ReportEvery)9, 7, null, null, "every")]
    public void Only_what_makes_sense_together_is_taken(ReportEvery every, int hour, DayOfWeek? weekday, int? dayOfMonth, string wrong)
    {
        if (wrong.Length == 0)
            Create(new(every, hour, weekday, dayOfMonth)).Timing.Every.ShouldBe(every);
        else
            FieldsOf(() => Create(new(every, hour, weekday, dayOfMonth))).ShouldBe(wrong);
    }

    [Fact]
    public void Recipients_are_1_to_20_people_who_may_see_billing()
    {
        FieldsOf(() => Create(_daily, [])).ShouldBe("recipients");
        FieldsOf(() => Create(_daily, [.. Enumerable.Range(0, 21).Select(i => $"u{i}")])).ShouldBe("recipients");
        FieldsOf(() => Create(_daily, ["u1", "stranger"])).ShouldBe("recipients");
        Create(_daily, ["u1", "u2", "u1"]).Recipients.ShouldBe(["u1", "u2"]);
    }

    [Fact]
    public void A_company_has_up_to_20_schedules()
    {
        var one = Create(_daily);

        Should
            .Throw<RefusedException>(() =>
                ReportRules.Create([.. Enumerable.Repeat(one, 20)], Command(_daily, ["u1"]), People(), _zone, _now)
            )
            .Code.ShouldBe("report_schedule_limit_reached");
        ReportRules.Create([.. Enumerable.Repeat(one, 19)], Command(_daily, ["u1"]), People(), _zone, _now).Version.ShouldBe(1);
    }

    [Fact]
    public void A_change_of_the_period_drops_the_days_that_no_longer_make_sense()
    {
        var monthly = Create(new(ReportEvery.Month, 7, DayOfMonth: 1));

        var weekly = Update(monthly, new() { Every = ReportEvery.Week, Weekday = DayOfWeek.Monday });

        weekly.Timing.ShouldBe(new ReportTiming(ReportEvery.Week, 7, DayOfWeek.Monday));
        (weekly.From, weekly.SendOn).ShouldBe((new(2026, 10, 12), new DateOnly(2026, 10, 19)));
        FieldsOf(() => Update(monthly, new() { Every = ReportEvery.Week })).ShouldBe("weekday");
        FieldsOf(() => Update(monthly, new() { Weekday = DayOfWeek.Monday })).ShouldBe("weekday");
    }

    [Fact]
    public void A_change_of_anything_else_leaves_when_it_is_sent_next_and_about_what()
    {
        var schedule = Create(_daily) with { From = new(2026, 10, 10) };

        var next = Update(schedule, new() { Format = ReportFormat.Csv, Recipients = ["u2"] });

        next.ShouldBe(schedule with { Format = ReportFormat.Csv, Recipients = next.Recipients, Version = 2 });
        Update(next, new() { Format = ReportFormat.Csv, Recipients = ["u2"] }).ShouldBeSameAs(next);
    }

    [Fact]
    public void Who_has_lost_the_right_may_stay_a_recipient_and_is_no_reason_against_another_change()
    {
        var schedule = Create(_daily) with { Recipients = ["u1", "former"] };

        Update(schedule, new() { Recipients = ["former", "u2"] }).Recipients.ShouldBe(["former", "u2"]);
    }

    [Fact]
    public void Another_version_is_a_conflict() =>
        Should
            .Throw<RefusedException>(() => Update(Create(_daily), new() { Hour = 8, ExpectedVersion = 7 }))
            .Code.ShouldBe("version_conflict");

    [Fact]
    public void A_report_that_is_due_is_about_the_days_since_the_last()
    {
        var schedule = Create(new(ReportEvery.Month, 7, DayOfMonth: 1));
        var dueAt = ReportRules.NextAt(schedule, _zone);

        ReportRules.Due(schedule, "c1", _zone, dueAt.AddSeconds(-1)).ShouldBeNull();
        var (next, step) = ReportRules.Due(schedule, "c1", _zone, dueAt).ShouldNotBeNull();

        (step.From, step.To, step.WasDueAt).ShouldBe((new(2026, 10, 1), new(2026, 11, 1), null));
        (next.From, next.SendOn).ShouldBe((new(2026, 11, 1), new DateOnly(2026, 12, 1)));
        step.FileKey.ShouldBe("reports/c1/s1/20261001-20261101.pdf");
    }

    [Fact]
    public void Reports_that_were_missed_become_one_that_is_late()
    {
        var schedule = Create(_daily);
        var dueAt = ReportRules.NextAt(schedule, _zone);

        var (next, step) = ReportRules.Due(schedule, "c1", _zone, dueAt.AddDays(3).AddHours(2)).ShouldNotBeNull();

        (step.From, step.To, step.WasDueAt).ShouldBe((new(2026, 10, 14), new(2026, 10, 18), dueAt));
        next.SendOn.ShouldBe(new DateOnly(2026, 10, 19));
        ReportRules.Due(schedule, "c1", _zone, dueAt.AddMinutes(59))!.Value.Step.WasDueAt.ShouldBeNull();
    }

    [Fact]
    public void A_report_is_about_400_days_at_most()
    {
        var (_, step) = ReportRules.Due(Create(_daily), "c1", _zone, _now.AddDays(1000)).ShouldNotBeNull();

        (step.To.DayNumber - step.From.DayNumber).ShouldBe(400);
    }

    [Fact]
    public void A_file_of_up_to_5_MiB_goes_with_the_mail()
    {
        ReportRules.IsAttached(5 * 1024 * 1024).ShouldBeTrue();
        ReportRules.IsAttached((5 * 1024 * 1024) + 1).ShouldBeFalse();
    }

    private static StoredSchedule Create(ReportTiming timing, IReadOnlyList<string>? recipients = null) =>
        ReportRules.Create([], Command(timing, recipients ?? ["u1"]), People(), _zone, _now);

    private static CreateReportSchedule Command(ReportTiming timing, IReadOnlyList<string> recipients) =>
        new("s1", timing, ReportFormat.Pdf, recipients);

    private static StoredSchedule Update(StoredSchedule schedule, UpdateReportSchedule command) =>
        ReportRules.Update(schedule, command, People(), _zone, _now);

    private static IReadOnlyList<CompanyPerson> People() =>
        [.. Enumerable.Range(0, 30).Select(i => new CompanyPerson($"u{i}", $"User {i}", $"u{i}@jones.example", Role.SuperAdmin))];

    private static string FieldsOf(Func<object> act) =>
        string.Join(' ', Should.Throw<RefusedException>(act).Refusal.Fields!.Keys.Order(StringComparer.Ordinal));
}
