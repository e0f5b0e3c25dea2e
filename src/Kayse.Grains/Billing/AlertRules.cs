namespace Kayse.Grains.Billing;

/// <summary>When an alert is due: once for each threshold and month, and again once the cap was raised.</summary>
internal static class AlertRules
{
    private const decimal NearShare = 0.8m;

    public static CapStatus StatusOf(long? cap, Spending? spending) =>
        (cap, spending) switch
        {
            ({ } limit, { Spent: var spent }) when spent >= limit => CapStatus.Reached,
            ({ } limit, { Spent: var spent }) when spent >= limit * NearShare => CapStatus.Near,
            _ => CapStatus.Within,
        };

    /// <summary>
    /// The alert that is due, with what is noted as sent once it goes out; null when none is. Of several it is the most
    /// urgent, and the others are no longer sent.
    /// </summary>
    public static (AlertThreshold Threshold, SentAlerts Sent)? Due(long? cap, SentAlerts? sent, Spending? spending)
    {
        // A clock that was set back must not bring last month's alerts again.
        if (spending is null || sent?.Month > spending.Month)
            return null;
        var before = sent?.Month == spending.Month ? sent.Thresholds : [];
        var exceeded = Exceeded(cap, spending).ToList();
        var due = exceeded.Except(before).ToList();
        return due.Count == 0 ? null : (due[0], new SentAlerts(spending.Month, [.. before.Union(exceeded).Order()]));
    }

    // The most urgent first.
    private static IEnumerable<AlertThreshold> Exceeded(long? cap, Spending spending)
    {
        var status = StatusOf(cap, spending);
        if (status == CapStatus.Reached)
            yield return AlertThreshold.Reached;
        if (status >= CapStatus.Near)
            yield return AlertThreshold.Near;
        if (status == CapStatus.Reached || spending.Projected > cap)
            yield return AlertThreshold.ProjectedOver;
    }
}
