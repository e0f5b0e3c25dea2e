using System.Globalization;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Reports;

/// <summary>Days and amounts as reports write them.</summary>
internal static class ReportWords
{
    /// <summary>What a metric is called, with its unit.</summary>
    public static string Of(UsageMetric metric) =>
        metric switch
        {
            UsageMetric.VoiceMinutes => "Voice minutes",
            UsageMetric.SmsSegments => "SMS segments",
            UsageMetric.Emails => "Emails",
            UsageMetric.PhoneNumbers => "Phone numbers",
            _ => "Storage (bytes)",
        };

    /// <summary>How its amounts come about.</summary>
    public static string Of(UsageMetricKind kind) =>
        kind switch
        {
            UsageMetricKind.Sum => "Total",
            UsageMetricKind.Average => "Average over time",
            _ => "Most at a time",
        };

    /// <summary>To the last digit.</summary>
    public static string Of(decimal amount) => amount.ToString("#,0.######", CultureInfo.InvariantCulture);
}
