using Kayse.Grains.Usage;

namespace Kayse.Grains.Billing;

/// <summary>What the usage of a company costs, read whenever it is asked for.</summary>
internal sealed class UsageCosts(IGrainFactory grains, string companyId, BillingOptions options)
{
    private IUsageGrain Usage => grains.GetGrain<IUsageGrain>(companyId);

    /// <summary>The first day of the current month in the company's time zone; those before it no longer change.</summary>
    public async Task<DateOnly> OpenMonthAsync() => (await Usage.GetMonthToDateAsync()).From;

    /// <summary>Of the current month; null without prices.</summary>
    public async Task<Spending?> ToDateAsync() => options.Prices.Count == 0 ? null : Of(await Usage.GetMonthToDateAsync());

    /// <summary>Of another month; null without prices.</summary>
    public async Task<Spending?> OfMonthAsync(DateOnly month) =>
        options.Prices.Count == 0 ? null : Of(await Usage.GetDaysAsync(month, month.AddMonths(1)));

    private Spending? Of(UsageView usage) =>
        SpendingRules.Of(
            options,
            usage.From,
            usage.Metrics.ToDictionary(metric => metric.Metric, metric => metric.Total),
            usage.Projection?.ToDictionary(metric => metric.Metric, metric => metric.Expected)
        );
}
