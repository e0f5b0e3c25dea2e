using Kayse.Grains.Usage;

namespace Kayse.Grains.Billing;

/// <summary>What usage costs.</summary>
internal static class SpendingRules
{
    private const decimal BytesOfPrice = 1_000_000_000;

    /// <summary>What a month has cost and is expected to; null without prices.</summary>
    /// <param name="options">The prices.</param>
    /// <param name="month">The first day of the month.</param>
    /// <param name="totals">By metric, what was used so far.</param>
    /// <param name="projected">By metric, what the whole month is expected to use; null while that can't be said.</param>
    public static Spending? Of(
        BillingOptions options,
        DateOnly month,
        IReadOnlyDictionary<UsageMetric, decimal> totals,
        IReadOnlyDictionary<UsageMetric, decimal>? projected
    )
    {
        if (options.Prices.Count == 0)
            return null;
        var lines = Lines(options, totals);
        return new(month, Sum(lines), projected is null ? null : Sum(Lines(options, projected)), lines);
    }

    // Each metric is rounded by itself, so that what is shown adds up.
    private static List<SpendingLine> Lines(BillingOptions options, IReadOnlyDictionary<UsageMetric, decimal> totals) =>
        [
            .. UsageMetrics
                .All.Where(metric => options.Prices.ContainsKey(BillingRules.NameOf(metric)))
                .Select(metric => Line(options, metric, totals.GetValueOrDefault(metric))),
        ];

    private static SpendingLine Line(BillingOptions options, UsageMetric metric, decimal quantity)
    {
        var price = options.Prices[BillingRules.NameOf(metric)];
        var units = metric == UsageMetric.StorageBytes ? quantity / BytesOfPrice : quantity;
        return new(metric, quantity, price, Math.Min(Money.InMinorUnits(units * price, options.Currency), BillingRules.LargestAmount));
    }

    private static long Sum(IEnumerable<SpendingLine> lines) => lines.Sum(line => line.Amount);
}
