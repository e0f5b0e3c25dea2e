namespace Kayse.Grains.Usage;

/// <summary>What is metered of a company's use of Kayse services (CO-8).</summary>
[GenerateSerializer, Alias("kayse.usage-metric")]
public enum UsageMetric
{
    /// <summary>Minutes on the phone.</summary>
    VoiceMinutes = 0,

    /// <summary>Segments of text messages.</summary>
    SmsSegments = 1,

    /// <summary>Emails.</summary>
    Emails = 2,

    /// <summary>Phone numbers that the company has.</summary>
    PhoneNumbers = 3,

    /// <summary>Stored bytes.</summary>
    StorageBytes = 4,
}

/// <summary>What the events of a metric say, and how they become an amount.</summary>
[GenerateSerializer, Alias("kayse.usage-metric-kind")]
public enum UsageMetricKind
{
    /// <summary>Each says how much was used; amounts add up.</summary>
    Sum = 0,

    /// <summary>Each says how much there is from then on; the amount is the average over time.</summary>
    Average = 1,

    /// <summary>Each says how much there is from then on; the amount is the most there was.</summary>
    Peak = 2,
}

/// <summary>The metrics, and what they have in common.</summary>
public static class UsageMetrics
{
    /// <summary>All of them, in the order in which lists show them.</summary>
    public static readonly IReadOnlyList<UsageMetric> All = Enum.GetValues<UsageMetric>();

    /// <summary>Those that add up; they come first among all.</summary>
    public static readonly IReadOnlyList<UsageMetric> Sums = [.. All.TakeWhile(metric => !IsGauge(metric))];

    /// <summary>How events of the metric become an amount.</summary>
    public static UsageMetricKind KindOf(UsageMetric metric) =>
        metric switch
        {
            UsageMetric.PhoneNumbers => UsageMetricKind.Peak,
            UsageMetric.StorageBytes => UsageMetricKind.Average,
            _ => UsageMetricKind.Sum,
        };

    /// <summary>Whether events say how much there is, rather than how much was used.</summary>
    public static bool IsGauge(UsageMetric metric) => KindOf(metric) != UsageMetricKind.Sum;
}
