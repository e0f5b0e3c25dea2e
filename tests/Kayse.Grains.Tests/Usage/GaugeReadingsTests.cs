using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Usage;

public sealed class GaugeReadingsTests
{
    private static readonly DateTime _start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime _later = _start.AddYears(1);
    private readonly GaugeReadings _readings = new(new GaugeReading(_start.AddDays(-9), 100), _start);

    [Fact]
    public void A_level_holds_until_the_next()
    {
        _readings.Add(_start.AddHours(6), 200);
        _readings.Add(_start.AddHours(12), 40);

        _readings.Between(_start, _start.AddHours(24), _later).ShouldBe((95m, 200m));
        _readings.Between(_start.AddHours(24), _start.AddHours(48), _later).ShouldBe((40m, 40m));
        _readings.Between(_start, _start.AddHours(6), _later).ShouldBe((100m, 100m));
    }

    [Fact]
    public void What_is_replaced_at_once_is_no_peak()
    {
        _readings.Add(_start, 3);

        _readings.Between(_start, _start.AddHours(1), _later).ShouldBe((3m, 3m));
    }

    [Fact]
    public void Of_two_of_the_same_second_the_higher_counts()
    {
        _readings.Add(_start.AddMilliseconds(300), 5);
        _readings.Add(_start.AddMilliseconds(700), 4);

        _readings.LastBefore(_start.AddHours(1)).ShouldBe(new GaugeReading(_start, 5));
    }

    [Fact]
    public void The_last_from_before_counts_however_late_it_comes()
    {
        _readings.Add(_start.AddDays(-1), 60);
        _readings.Add(_start.AddDays(-2), 70);

        _readings.Between(_start, _start.AddDays(1), _later).ShouldBe((60m, 60m));
    }

    [Fact]
    public void A_reading_of_this_instant_counts()
    {
        _readings.Add(_start.AddHours(6), 300);

        _readings.Between(_start, _start.AddDays(1), now: _start.AddHours(6)).Peak.ShouldBe(300);
        _readings.Between(_start, _start.AddDays(1), now: _start).Peak.ShouldBe(300);
    }

    [Fact]
    public void Averages_are_exact_to_six_places()
    {
        _readings.Add(_start, 1);
        _readings.Add(_start.AddHours(16), 2);

        _readings.Between(_start, _start.AddDays(1), _later).Average.ShouldBe(1.333333m);
        _readings.Add(_start, 999_999_999_999.999999m);
        _readings.Add(_start.AddHours(16), 999_999_999_999.999999m);
        _readings.Between(_start, _start.AddDays(31), _later).Average.ShouldBe(999_999_999_999.999999m);
    }
}
