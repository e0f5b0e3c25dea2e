using Kayse.Grains.Sessions;

namespace Kayse.Grains.Tests.Sessions;

public sealed class SignInHistoryRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 4, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_filter_everything_of_the_last_90_days_is_found()
    {
        var query = Query(new SignInHistoryFilter(null, null));

        query.Passes(Key(_now.AddDays(-90))).ShouldBeTrue();
        query.Passes(Key(_now.AddDays(-90).AddSeconds(-1))).ShouldBeFalse();
        query.Passes(Key(_now)).ShouldBeTrue();
    }

    [Fact]
    public void A_time_range_includes_its_beginning_and_excludes_its_end()
    {
        var query = Query(new SignInHistoryFilter(null, null) { From = _now.AddHours(-2), To = _now.AddHours(-1) });

        query.Passes(Key(_now.AddHours(-2).AddSeconds(-1))).ShouldBeFalse();
        query.Passes(Key(_now.AddHours(-2))).ShouldBeTrue();
        query.Passes(Key(_now.AddHours(-1).AddSeconds(-1))).ShouldBeTrue();
        query.Passes(Key(_now.AddHours(-1))).ShouldBeFalse();
    }

    [Fact]
    public void A_range_that_begins_before_the_retention_period_shows_nothing_older() =>
        Query(new SignInHistoryFilter(null, null) { From = _now.AddDays(-200) }).Passes(Key(_now.AddDays(-91))).ShouldBeFalse();

    [Fact]
    public void People_and_outcomes_are_told_apart()
    {
        var query = SignInHistoryRules.QueryOf(new SignInHistoryFilter([], SignInOutcome.Failure), [7], _now.AddDays(-90));

        query.Passes(new SignInKey(_now, 7, SignInOutcome.Failure, forgotten: false)).ShouldBeTrue();
        query.Passes(new SignInKey(_now, 8, SignInOutcome.Failure, forgotten: false)).ShouldBeFalse();
        query.Passes(new SignInKey(_now, 7, SignInOutcome.Success, forgotten: false)).ShouldBeFalse();
        query.Passes(new SignInKey(_now, 7, SignInOutcome.Failure, forgotten: true)).ShouldBeFalse();
    }

    private static HistoryQuery Query(SignInHistoryFilter filter) => SignInHistoryRules.QueryOf(filter, null, _now.AddDays(-90));

    private static SignInKey Key(DateTimeOffset at) => new(at, 1, SignInOutcome.Success, forgotten: false);
}
