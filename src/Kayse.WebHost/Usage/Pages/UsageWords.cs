using System.Globalization;
using Kayse.Grains.Usage;

namespace Kayse.WebHost.Usage.Pages;

/// <summary>What the console calls metrics and their amounts.</summary>
internal static class UsageWords
{
    /// <summary>A metric as a heading.</summary>
    public static string Of(UsageMetric metric) =>
        metric switch
        {
            UsageMetric.VoiceMinutes => "Voice minutes",
            UsageMetric.SmsSegments => "SMS segments",
            UsageMetric.Emails => "Emails",
            UsageMetric.PhoneNumbers => "Phone numbers",
            _ => "Storage",
        };

    /// <summary>What a day's amount of it is.</summary>
    public static string PerDay(UsageMetric metric) =>
        UsageMetrics.KindOf(metric) switch
        {
            UsageMetricKind.Average => "on average per day",
            UsageMetricKind.Peak => "at most per day",
            _ => "per day",
        };

    /// <summary>An amount of it, with a unit where the metric's name has none.</summary>
    public static string Of(UsageMetric metric, decimal amount) =>
        metric == UsageMetric.StorageBytes ? Bytes(amount) : amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>The same of an amount that is expected, without decimals that nobody can know.</summary>
    public static string About(UsageMetric metric, decimal amount) => Of(metric, decimal.Round(amount, amount >= 100 ? 0 : 2));

    private static string Bytes(decimal amount)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        var unit = 0;
        for (; Math.Abs(amount) >= 1_000 && unit < units.Length - 1; unit++)
            amount /= 1_000;
        return string.Create(CultureInfo.InvariantCulture, $"{amount:#,0.##} {units[unit]}");
    }
}
