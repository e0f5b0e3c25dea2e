using System.Globalization;
using Kayse.Grains.State;

namespace Kayse.Grains.Usage;

/// <summary>
/// The months of a company that are over, a record each and some for who used what. They never change.
/// </summary>
internal sealed class ClosedMonths(GrainRecords records)
{
    // A record stays far under what it may hold.
    private const int SharesPerRecord = 2_000;

    private readonly Dictionary<DateOnly, ClosedMonthState> _months = [];

    /// <summary>A month that is over; without numbers when nothing was recorded in it.</summary>
    public async Task<ClosedMonthState> ReadAsync(DateOnly month)
    {
        if (!_months.TryGetValue(month, out var known))
            _months[month] = known = (await records.ReadAsync<ClosedMonthState>(NameOf(month))).State!;
        return known;
    }

    /// <summary>Who used what in a month that is over.</summary>
    public async Task<IReadOnlyList<DayShare>> ReadSharesAsync(DateOnly month, UsageSplit split)
    {
        var shares = new List<DayShare>();
        for (var number = 0; number < (await ReadAsync(month)).ShareRecords.ElementAtOrDefault((int)split); number++)
            shares.AddRange((await records.ReadAsync<ClosedSharesState>(NameOf(month, split, number))).State!.Days);
        return shares;
    }

    /// <summary>Closes a month with what the book says. May be repeated until the month counts as closed.</summary>
    public async Task CloseAsync(UsageBook book)
    {
        var month = book.OpenMonth;
        var end = month.AddMonths(1);
        var state = new ClosedMonthState { Adjustments = [.. book.Adjustments(month, end)] };
        foreach (var metric in UsageMetrics.All)
        {
            var days = UsageReading.DaysOf(month, end).Select(day => book.DayOf(metric, day, DateTime.MaxValue)).ToList();
            state.Values.Add([.. days.Select(day => day.Value)]);
            state.Peaks.Add([.. days.Select(day => day.Peak).OfType<decimal>()]);
            state.Levels.Add(book.LevelBefore(metric, book.Calendar.StartOf(end)));
        }

        foreach (var split in Enum.GetValues<UsageSplit>())
        {
            var parts = book.Shares(split, month, end).Chunk(SharesPerRecord).ToList();
            for (var number = 0; number < parts.Count; number++)
                await records.PutAsync(NameOf(month, split, number), new ClosedSharesState { Days = [.. parts[number]] });
            state.ShareRecords.Add(parts.Count);
        }

        await records.PutAsync(NameOf(month), state);
        _months[month] = state;
    }

    private static string NameOf(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"month-{month:yyyyMM}");

    private static string NameOf(DateOnly month, UsageSplit split, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(month)}-{(split == UsageSplit.Member ? "members" : "agents")}-{number:d4}");
}
