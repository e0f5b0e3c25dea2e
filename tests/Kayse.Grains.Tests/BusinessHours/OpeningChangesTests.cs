using System.Globalization;
using Kayse.Grains.BusinessHours;

namespace Kayse.Grains.Tests.BusinessHours;

/// <summary>When a company has opened and closed since somebody last looked.</summary>
public sealed class OpeningChangesTests
{
    private static readonly BusinessSchedule _weekdays = Of([new(9 * 60, 17 * 60)]);

    [Theory]
    // Monday is 5 January 2026.
    [InlineData("05 10:00", "05 16:59", "")]
    [InlineData("05 10:00", "05 17:00", "closed 05 17:00")]
    [InlineData("05 17:00", "05 23:00", "")]
    [InlineData("05 17:00", "06 18:00", "opened 06 09:00, closed 06 17:00")]
    [InlineData("08 12:00", "12 09:00", "closed 08 17:00, opened 09 09:00, closed 09 17:00, opened 12 09:00")]
    public void Each_change_is_told_once_in_order(string told, string now, string expected)
    {
        var at = Time(told);
        var changes = OpeningChanges.Since(_weekdays, new(OpenHours.At(_weekdays, at).Open, at), Time(now));

        string.Join(", ", changes.Select(Words)).ShouldBe(expected);
        if (changes.Count > 0)
            OpeningChanges.Since(_weekdays, changes[^1], Time(now)).ShouldBeEmpty();
    }

    [Fact]
    public void After_a_year_in_which_nothing_ran_the_last_change_says_how_it_is()
    {
        var changes = OpeningChanges.Since(_weekdays, new(true, Time("05 10:00")), Time("05 12:00").AddDays(364));

        changes.Count.ShouldBeLessThanOrEqualTo(65);
        changes[^1].Open.ShouldBeTrue();
        changes.Zip(changes.Skip(1)).ShouldAllBe(pair => pair.First.At < pair.Second.At && pair.First.Open != pair.Second.Open);
    }

    [Fact]
    public void Other_hours_are_a_change_when_they_open_or_close_the_company_now()
    {
        var now = Time("05 10:00");

        OpeningChanges.Since(Of([]), new(Open: true, now), now).ShouldBe([new(Open: false, now)]);
        OpeningChanges.Since(_weekdays, new(Open: true, now), now).ShouldBeEmpty();
    }

    [Fact]
    public void One_looks_again_at_the_next_change_or_within_a_month_and_never_without_hours()
    {
        OpeningChanges.NextIn(_weekdays, Time("05 10:00")).ShouldBe(TimeSpan.FromHours(7));
        OpeningChanges.NextIn(Of([]), Time("05 10:00")).ShouldBe(TimeSpan.FromDays(30));
        OpeningChanges.NextIn(null, Time("05 10:00")).ShouldBeNull();
        OpeningChanges.Since(null, new(Open: true, Time("05 10:00")), Time("20 10:00")).ShouldBeEmpty();
    }

    private static BusinessSchedule Of(IReadOnlyList<OpeningInterval> day) => new("Etc/UTC", [day, day, day, day, day, [], []], []);

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact($"2026-01-{text} +00:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static string Words(OpeningChange change) =>
        (change.Open ? "opened " : "closed ") + change.At.ToString("dd HH:mm", CultureInfo.InvariantCulture);
}
