using System.Globalization;
using Kayse.Grains.Billing;
using Kayse.Grains.Usage;
using Kayse.WebHost.Usage.Pages;

namespace Kayse.WebHost.Billing.Pages;

/// <summary>What the console calls things of billing.</summary>
internal static class BillingWords
{
    public static string OfStatus(CapStatus status) =>
        status switch
        {
            CapStatus.Reached => "Cap reached",
            CapStatus.Near => "Over 80% of the cap",
            _ => "Within the cap",
        };

    public static string ToneOf(CapStatus status) =>
        status switch
        {
            CapStatus.Reached => "bad",
            CapStatus.Near => "warn",
            _ => "good",
        };

    /// <summary>A metric, with the unit that its price is of.</summary>
    public static string Of(UsageMetric metric) =>
        metric == UsageMetric.StorageBytes ? $"{UsageWords.Of(metric)} (GB)" : UsageWords.Of(metric);

    /// <summary>How much was used, in the unit that the price is of.</summary>
    public static string Quantity(SpendingLine line) =>
        (line.Metric == UsageMetric.StorageBytes ? line.Quantity / 1_000_000_000 : line.Quantity).ToString(
            "#,##0.##",
            CultureInfo.InvariantCulture
        );

    /// <summary>A price with all the decimals that it has.</summary>
    public static string Price(SpendingLine line, string currency)
    {
        var number = line.Price.ToString("#,##0.00########", CultureInfo.InvariantCulture);
        return currency == "USD" ? $"${number}" : $"{number} {currency}";
    }

    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
