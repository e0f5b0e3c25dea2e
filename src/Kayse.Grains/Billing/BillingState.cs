using Kayse.Grains.State;

namespace Kayse.Grains.Billing;

[NoPersonalData("How a company pays, with the ids of the members who look after it.")]
internal sealed record BillingState
{
    /// <summary>Who was chosen or took over from them; null: the first Super Admin.</summary>
    public string? ContactId { get; init; }

    public BillingMode Mode { get; init; }

    /// <summary>The currency that the cap is in; null while nothing was set.</summary>
    public string? Currency { get; init; }

    /// <summary>In minor units; null: none.</summary>
    public long? MonthlyCap { get; init; }

    /// <summary>Who was chosen to get alerts, whether they may still see billing or not.</summary>
    public IReadOnlyList<string> AlertRecipients
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Grows with every change of the preferences; their ETag.</summary>
    public long Version { get; init; }

    /// <summary>The alerts of the last month that had any; null when none was due since the cap was raised.</summary>
    public SentAlerts? Alerts { get; init; }

    /// <summary>How often the cap was raised; alerts of before and after have different ids.</summary>
    public int CapRaises { get; init; }

    /// <summary>
    /// The first day of the last month that was charged to the wallet, or that was over when the company began to pay
    /// from it; null while it doesn't.
    /// </summary>
    public DateOnly? ChargedThrough { get; init; }

    /// <summary>What has to follow from the last changes, in order.</summary>
    public IReadOnlyList<BillingStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>The thresholds of which alerts were sent in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Thresholds">Those that need no alert any more.</param>
internal sealed record SentAlerts(DateOnly Month, IReadOnlyList<AlertThreshold> Thresholds);
