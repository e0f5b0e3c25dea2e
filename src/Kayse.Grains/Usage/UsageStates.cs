using Kayse.Grains.State;

namespace Kayse.Grains.Usage;

/// <summary>Where a company's usage stands.</summary>
[NoPersonalData("Where the lists of usage begin.")]
internal sealed record UsageState
{
    /// <summary>The first day of the month that is not closed yet; null before the first event.</summary>
    public DateOnly? OpenMonth { get; init; }

    /// <summary>By which clock months are cut, the earliest first.</summary>
    public IReadOnlyList<MonthlyZone> Zones
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The first segment of events that are still remembered.</summary>
    public int FirstSegment { get; init; }
}

/// <summary>The time zone by which days are cut from a month on.</summary>
/// <param name="From">The first day of the month.</param>
/// <param name="TimeZone">Its IANA name.</param>
internal sealed record MonthlyZone(DateOnly From, string TimeZone);

/// <summary>Accepted events in the order in which they came.</summary>
[NoPersonalData("What a company used, by the ids of members and agents; it belongs to the company.")]
internal sealed class UsageSegment
{
    /// <summary>When the last of them came; in UTC.</summary>
    public DateTime LastAt { get; set; }

    /// <summary>The members and agents that they name by their places here.</summary>
    public List<string> Names { get; set; } = [];

    /// <summary>The events, each as <see cref="UsageEntry"/> writes it.</summary>
    public byte[] Entries { get; set; } = [];
}

/// <summary>A month that is over. It never changes.</summary>
[NoPersonalData("What a company used in a month.")]
internal sealed class ClosedMonthState
{
    /// <summary>For each metric the amounts of the days, in the order of <see cref="UsageMetrics.All"/>.</summary>
    public List<List<decimal>> Values { get; set; } = [];

    /// <summary>For each metric the most there was on the days; empty for those that add up.</summary>
    public List<List<decimal>> Peaks { get; set; } = [];

    /// <summary>What arrived in it for months before.</summary>
    public List<UsageAdjustment> Adjustments { get; set; } = [];

    /// <summary>For each metric the last that its events said before the end; null when there was none, and for those
    /// that add up.</summary>
    public List<GaugeReading?> Levels { get; set; } = [];

    /// <summary>How many records there are of <see cref="ClosedSharesState"/>, by member and by agent.</summary>
    public List<int> ShareRecords { get; set; } = [];
}

/// <summary>What some of the members or agents used in a month that is over.</summary>
[NoPersonalData("What a company used, by the ids of members and agents; it belongs to the company.")]
internal sealed class ClosedSharesState
{
    public List<DayShare> Days { get; set; } = [];
}

/// <summary>What a member or an agent used on a day.</summary>
/// <param name="Id">The member's or agent's.</param>
/// <param name="Date">The day.</param>
/// <param name="Amounts">One for each metric that adds up.</param>
internal sealed record DayShare(string Id, DateOnly Date, decimal[] Amounts);

/// <summary>How much there is from an instant on.</summary>
/// <param name="At">In UTC, to the second.</param>
/// <param name="Level">How much.</param>
internal sealed record GaugeReading(DateTime At, decimal Level);
