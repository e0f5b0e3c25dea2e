using Kayse.Grains.Billing;

namespace Kayse.Grains.Tests.Billing;

/// <summary>When alerts are due (CO-10).</summary>
public sealed class AlertRulesTests
{
    private static readonly DateOnly _november = new(2026, 11, 1);
    private static readonly DateOnly _december = new(2026, 12, 1);

    [Theory]
    [InlineData(null, 500, CapStatus.Within)]
    [InlineData(1000, 0, CapStatus.Within)]
    [InlineData(1000, 799, CapStatus.Within)]
    [InlineData(1000, 800, CapStatus.Near)]
    [InlineData(1000, 999, CapStatus.Near)]
    [InlineData(1000, 1000, CapStatus.Reached)]
    [InlineData(1, 0, CapStatus.Within)]
    [InlineData(3, 2, CapStatus.Within)]
    public void The_status_compares_what_was_spent_with_the_cap(int? cap, int spent, CapStatus status) =>
        AlertRules.StatusOf(cap, Spent(spent)).ShouldBe(status);

    [Fact]
    public void Without_prices_it_is_within() => AlertRules.StatusOf(1000, null).ShouldBe(CapStatus.Within);

    [Fact]
    public void Each_threshold_is_due_once_a_month()
    {
        SentAlerts? sent = null;

        Due(ref sent, Spent(799)).ShouldBeNull();
        Due(ref sent, Spent(800)).ShouldBe(AlertThreshold.Near);
        Due(ref sent, Spent(900)).ShouldBeNull();
        Due(ref sent, Spent(1000)).ShouldBe(AlertThreshold.Reached);
        Due(ref sent, Spent(5000)).ShouldBeNull();
        Due(ref sent, Spent(800)).ShouldBeNull("a correction has taken it below the cap, which was told");
        Due(ref sent, Spent(10, _december)).ShouldBeNull();
        Due(ref sent, Spent(1000, _december)).ShouldBe(AlertThreshold.Reached);
        Due(ref sent, Spent(900, _december)).ShouldBeNull("80% is no news after 100%");
    }

    [Fact]
    public void A_projection_above_the_cap_is_told_before_the_cap_is_reached_and_not_after()
    {
        SentAlerts? sent = null;

        Due(ref sent, Spent(100) with { Projected = 1000 }).ShouldBeNull("the cap itself isn't exceeded");
        Due(ref sent, Spent(100) with { Projected = 1001 }).ShouldBe(AlertThreshold.ProjectedOver);
        Due(ref sent, Spent(200) with { Projected = 2000 }).ShouldBeNull();
        Due(ref sent, Spent(850) with { Projected = 2000 }).ShouldBe(AlertThreshold.Near);
        Due(ref sent, Spent(1000) with { Projected = 2000 }).ShouldBe(AlertThreshold.Reached);

        sent = null;
        Due(ref sent, Spent(850) with { Projected = 900 }).ShouldBe(AlertThreshold.Near);
        Due(ref sent, Spent(860) with { Projected = 1100 }).ShouldBe(AlertThreshold.ProjectedOver);
        sent = null;
        Due(ref sent, Spent(1000)).ShouldBe(AlertThreshold.Reached);
        Due(ref sent, Spent(900) with { Projected = 1100 }).ShouldBeNull();
    }

    [Fact]
    public void A_clock_that_was_set_back_brings_no_alert_again()
    {
        SentAlerts? sent = null;
        Due(ref sent, Spent(1000, _december)).ShouldBe(AlertThreshold.Reached);

        Due(ref sent, Spent(1000, _november)).ShouldBeNull();
    }

    [Fact]
    public void Without_a_cap_or_prices_nothing_is_due()
    {
        AlertRules.Due(null, null, Spent(1000)).ShouldBeNull();
        AlertRules.Due(1000, null, null).ShouldBeNull();
    }

    [Fact]
    public void However_spending_goes_no_threshold_is_told_twice_in_a_month_and_none_is_left_out()
    {
        var random = new Random(1);
        for (var run = 0; run < 2_000; run++)
        {
            SentAlerts? sent = null;
            var month = _november;
            var told = new List<(DateOnly Month, AlertThreshold Threshold)>();
            var exceeded = new HashSet<(DateOnly, AlertThreshold)>();
            for (var step = 0; step < 30; step++)
            {
                month = month.AddMonths(random.Next(5) == 0 ? 1 : 0);
                var spent = random.Next(1500);
                if (Due(ref sent, Spent(spent, month) with { Projected = random.Next(2500) }) is { } threshold)
                    told.Add((month, threshold));
                if (spent >= 1000)
                    exceeded.Add((month, AlertThreshold.Reached));
                else if (spent >= 800 && !exceeded.Contains((month, AlertThreshold.Reached)))
                    exceeded.Add((month, AlertThreshold.Near));
            }

            told.ShouldBeUnique();
            told.Where(one => one.Threshold != AlertThreshold.ProjectedOver).ShouldBe(exceeded, ignoreOrder: true);
        }
    }

    private static AlertThreshold? Due(ref SentAlerts? sent, Spending spending)
    {
        if (AlertRules.Due(1000, sent, spending) is not var (threshold, next))
            return null;
        sent = next;
        return threshold;
    }

    private static Spending Spent(long spent, DateOnly? month = null) => new(month ?? _november, spent, null, []);
}
