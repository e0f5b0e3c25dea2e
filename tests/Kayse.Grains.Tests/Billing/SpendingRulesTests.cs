using Kayse.Grains.Billing;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Billing;

/// <summary>What usage costs.</summary>
public sealed class SpendingRulesTests
{
    private static readonly DateOnly _month = new(2026, 11, 1);

    [Fact]
    public void Without_prices_there_are_no_amounts() => Of("USD", [], (UsageMetric.Emails, 5)).ShouldBeNull();

    [Fact]
    public void Each_metric_with_a_price_is_rounded_by_itself_so_that_lines_add_up()
    {
        var spending = Of(
            "USD",
            [(UsageMetric.VoiceMinutes, 0.015m), (UsageMetric.SmsSegments, 0.005m)],
            (UsageMetric.VoiceMinutes, 1),
            (UsageMetric.SmsSegments, 1),
            (UsageMetric.Emails, 9)
        )!;

        spending.Lines.Select(line => (line.Metric, line.Amount)).ShouldBe([(UsageMetric.VoiceMinutes, 2), (UsageMetric.SmsSegments, 1)]);
        spending.Spent.ShouldBe(3);
        spending.Month.ShouldBe(_month);
        spending.Projected.ShouldBeNull();
    }

    [Fact]
    public void A_metric_without_usage_costs_nothing_and_is_listed() =>
        Of("USD", [(UsageMetric.Emails, 1)])!.Lines.ShouldHaveSingleItem().Amount.ShouldBe(0);

    [Fact]
    public void Storage_is_priced_by_the_gigabyte() =>
        Of("USD", [(UsageMetric.StorageBytes, 0.02m)], (UsageMetric.StorageBytes, 2_500_000_000))!.Spent.ShouldBe(5);

    [Theory]
    [InlineData("JPY", 12)]
    [InlineData("USD", 1234)]
    [InlineData("KWD", 12_340)]
    public void Minor_units_are_those_of_the_currency(string currency, long amount) =>
        Of(currency, [(UsageMetric.Emails, 12.34m)], (UsageMetric.Emails, 1))!.Spent.ShouldBe(amount);

    [Fact]
    public void The_projection_is_priced_like_what_was_used()
    {
        var options = Options("USD", [(UsageMetric.Emails, 0.5m)]);

        var spending = SpendingRules.Of(options, _month, Totals((UsageMetric.Emails, 3)), Totals((UsageMetric.Emails, 30)))!;

        (spending.Spent, spending.Projected).ShouldBe((150, 1500));
    }

    [Fact]
    public void Usage_beyond_all_measure_is_no_fault()
    {
        var spending = Of("USD", [(UsageMetric.Emails, 1_000_000)], (UsageMetric.Emails, 999_999_999_999_999_999m))!;

        spending.Spent.ShouldBe(BillingRules.LargestAmount);
    }

    [Theory]
    [InlineData(123_456, "USD", "$1,234.56")]
    [InlineData(-5, "USD", "-$0.05")]
    [InlineData(123_456, "EUR", "1,234.56 EUR")]
    [InlineData(123_456, "JPY", "123,456 JPY")]
    public void Amounts_are_written_as_people_read_them(long amount, string currency, string written) =>
        Money.Format(amount, currency).ShouldBe(written);

    private static Spending? Of(string currency, (UsageMetric, decimal)[] prices, params (UsageMetric, decimal)[] totals) =>
        SpendingRules.Of(Options(currency, prices), _month, Totals(totals), projected: null);

    private static Dictionary<UsageMetric, decimal> Totals(params (UsageMetric Metric, decimal Total)[] totals) =>
        totals.ToDictionary(total => total.Metric, total => total.Total);

    private static BillingOptions Options(string currency, (UsageMetric Metric, decimal Price)[] prices)
    {
        var options = new BillingOptions { Currency = currency };
        foreach (var (metric, price) in prices)
            options.Prices[BillingRules.NameOf(metric)] = price;
        return options;
    }
}
