namespace Orleans.Runtime;

/// <summary>The times of one tick of a reminder, all UTC.</summary>
[GenerateSerializer]
[Immutable]
public readonly struct TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
{
    /// <summary>When the reminder was first due.</summary>
    [Id(0)]
    public DateTime FirstTickTime { get; } = firstTickTime;

    /// <summary>How often it fires after that.</summary>
    [Id(1)]
    public TimeSpan Period { get; } = period;

    /// <summary>When this tick was sent.</summary>
    [Id(2)]
    public DateTime CurrentTickTime { get; } = timeStamp;

    /// <inheritdoc />
    public override string ToString() => $"<{FirstTickTime:O}, {Period}, {CurrentTickTime:O}>";
}
