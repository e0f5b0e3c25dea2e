using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Usage;

public sealed class UsageProjectionTests
{
    // A Friday, with eleven days of the month to come.
    private static readonly DateOnly _today = new(2026, 3, 20);

    [Fact]
    public void Each_day_to_come_is_as_the_same_weekday_of_the_last_four_weeks()
    {
        // From a Friday on: 10 on weekdays, nothing at weekends.
        decimal[] week = [10, 0, 0, 10, 10, 10, 10];
        decimal[] before = [.. Enumerable.Repeat(week, 9).SelectMany(days => days)];

        var projection = UsageProjections.Project(UsageMetric.Emails, 104, _today, 4, before);

        // Today may still become 10; then come 7 weekdays.
        projection.ShouldBe(new UsageProjection(UsageMetric.Emails, 180, 180, 180));
    }

    [Fact]
    public void The_quietest_and_the_busiest_week_give_the_range()
    {
        decimal[] before = [.. Enumerable.Range(1, 9).SelectMany(week => Enumerable.Repeat((decimal)week, 7))];

        var projection = UsageProjections.Project(UsageMetric.Emails, 100, _today, 20, before);

        projection.ShouldBe(new UsageProjection(UsageMetric.Emails, 100 + (11 * 6), 100 + (11 * 7.5m), 100 + (11 * 9)));
    }

    [Fact]
    public void A_quiet_day_at_the_beginning_does_not_take_a_week_away()
    {
        decimal[] before = [.. Enumerable.Repeat(5m, 35), .. Enumerable.Repeat(0m, 3), .. Enumerable.Repeat(1m, 25)];

        UsageProjections.Project(UsageMetric.Emails, 0, _today, 1, before).Expected.ShouldBeLessThan(11);
    }

    [Fact]
    public void Before_a_whole_week_each_day_stands_for_all()
    {
        decimal[] before = [.. Enumerable.Repeat(0m, 60), 2, 4, 9];

        UsageProjections
            .Project(UsageMetric.Emails, 15, _today, 0, before)
            .ShouldBe(new UsageProjection(UsageMetric.Emails, 15 + (12 * 2), 15 + (12 * 5), 15 + (12 * 9)));
    }

    [Fact]
    public void Without_days_before_the_month_stays_as_it_is() =>
        UsageProjections
            .Project(UsageMetric.Emails, 15, _today, 15, new decimal[UsageProjections.DaysRead])
            .ShouldBe(new UsageProjection(UsageMetric.Emails, 15, 15, 15));

    [Fact]
    public async Task A_month_is_projected_from_its_third_day_on()
    {
        var ledger = await TestLedger.NewAsync();
        await ledger.RecordAsync(Sample.Minutes(1, ledger.Now), Sample.Event(UsageMetric.PhoneNumbers, 3, ledger.Now));

        (await ledger.ProjectAsync(new(2026, 3, 2))).ShouldBeNull();
        var projection = (await ledger.ProjectAsync(_today)).ShouldNotBeNull();
        projection.Select(one => one.Metric).ShouldBe(UsageMetrics.All);
        projection[(int)UsageMetric.PhoneNumbers].ShouldBe(new UsageProjection(UsageMetric.PhoneNumbers, 3, 3, 3));
    }
}
