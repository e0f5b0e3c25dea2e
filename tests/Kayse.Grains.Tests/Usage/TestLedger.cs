using System.Text.Json;
using Kayse.Grains.State;
using Kayse.Grains.Usage;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Usage;

/// <summary>The usage of a company without a silo: what is recorded, kept as JSON, and read again.</summary>
internal sealed class TestLedger
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly JsonStorage _storage = new();
    private UsageState _state = new();
    private UsageLedger _ledger = null!;

    private TaskCompletionSource? _held;

    private TestLedger() { }

    public DateTimeOffset Now { get; set; } = Noon;

    public string TimeZone { get; set; } = "America/New_York";

    public static async Task<TestLedger> NewAsync()
    {
        var ledger = new TestLedger();
        await ledger.RestartAsync();
        return ledger;
    }

    /// <summary>Has writes of where it stands wait.</summary>
    public void Hold() => _held = new TaskCompletionSource();

    /// <summary>Lets them go on.</summary>
    public void Go() => _held!.SetResult();

    /// <summary>Forgets what is in memory.</summary>
    public async Task RestartAsync()
    {
        var records = new GrainRecords(_storage, GrainId.Create("usage", "1"), () => { });
        _ledger = new UsageLedger(records, SaveAsync);
        await _ledger.LoadAsync(_state);
    }

    public async Task<UsageRecorded> RecordAsync(IReadOnlyList<UsageEvent> events, bool isBackfill = false)
    {
        await CatchUpAsync();
        var recorded = _ledger.Add(events, Now, isBackfill);
        await _ledger.SaveAsync();
        return recorded;
    }

    public Task<UsageRecorded> RecordAsync(params UsageEvent[] events) => RecordAsync((IReadOnlyList<UsageEvent>)events);

    public async Task<UsageView> ReadAsync(DateOnly from, DateOnly to) => await (await OpenAsync()).ReadAsync(from, to, Now.UtcDateTime);

    public Task<UsageView> ReadMonthAsync(int month) => ReadAsync(new(2026, month, 1), new DateOnly(2026, month, 1).AddMonths(1));

    public async Task<IReadOnlyList<UsageShare>> SharesAsync(UsageSplit split, DateOnly from, DateOnly to) =>
        [.. (await (await OpenAsync()).ReadSharesAsync(split, from, to)).OrderBy(share => share.Id, StringComparer.Ordinal)];

    public async Task<IReadOnlyList<UsageProjection>?> ProjectAsync(DateOnly today) =>
        await (await OpenAsync()).ProjectAsync(today, Now.UtcDateTime);

    private async Task<UsageReading> OpenAsync()
    {
        await CatchUpAsync();
        return new UsageReading(_ledger.BookAt(Now.UtcDateTime, TimeZone), _ledger.Closed, TimeZone);
    }

    private async Task CatchUpAsync()
    {
        while (!_ledger.IsCurrent(Now.UtcDateTime, TimeZone))
            await _ledger.CatchUpAsync(Now.UtcDateTime, TimeZone);
    }

    private async Task SaveAsync(UsageState next)
    {
        _state = JsonSerializer.Deserialize<UsageState>(JsonSerializer.Serialize(next, StateJson.Options), StateJson.Options)!;
        if (_held is not null)
            await _held.Task;
    }

    private sealed class JsonStorage : IGrainStorage
    {
        private readonly Dictionary<string, string> _records = new(StringComparer.Ordinal);

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            grainState.RecordExists = _records.TryGetValue(stateName, out var json);
            if (json is not null)
                grainState.State = JsonSerializer.Deserialize<T>(json, StateJson.Options)!;
            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            _records[stateName] = JsonSerializer.Serialize(grainState.State, StateJson.Options);
            grainState.RecordExists = true;
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            _records.Remove(stateName);
            grainState.RecordExists = false;
            return Task.CompletedTask;
        }
    }
}

/// <summary>Events of usage with what a test leaves out.</summary>
internal static class Sample
{
    private static int _last;

    public static UsageEvent Minutes(decimal quantity, DateTimeOffset at, string? id = null) =>
        Event(UsageMetric.VoiceMinutes, quantity, at, id);

    public static UsageEvent Event(UsageMetric metric, decimal quantity, DateTimeOffset at, string? id = null) =>
        new(id ?? $"e{Interlocked.Increment(ref _last)}", metric, quantity, at);
}
