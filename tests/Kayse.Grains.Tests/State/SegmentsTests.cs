using Orleans.Storage;

namespace Kayse.Grains.State;

public sealed class SegmentsTests
{
    private static readonly GrainId _grain = GrainId.Create("log", "1");
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task Loading_stops_at_the_first_segment_that_is_missing()
    {
        var segments = New();
        for (var number = 0; number < 3; number++)
            Append(segments, $"{number}");
        await segments.SaveAsync();
        await segments.RemoveAsync(1);

        var loaded = await LoadedAsync();

        loaded.End.ShouldBe(1);
        loaded[0].Items.ShouldBe(["0"]);
    }

    [Fact]
    public async Task A_new_segment_is_stored_after_all_changes_of_the_one_before()
    {
        var segments = New();
        Append(segments, "first");
        await segments.SaveAsync(0);
        segments[0].Items.Add("second");
        segments.MarkChanged(0);
        Append(segments, "third");

        await segments.SaveAsync(1);

        _storage.Writes.ShouldBe(["log-000000", "log-000000", "log-000001"]);
        (await LoadedAsync())[0].Items.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Changes_that_wait_for_the_same_write_share_the_next_one()
    {
        var segments = New();
        Append(segments, "0");
        _storage.Hold();
        var first = segments.SaveAsync(0);
        var others = Enumerable
            .Range(1, 5)
            .Select(item =>
            {
                segments[0].Items.Add($"{item}");
                segments.MarkChanged(0);
                return segments.SaveAsync(0);
            })
            .ToList();
        _storage.Go();

        await Task.WhenAll([first, .. others]);

        _storage.Writes.Count.ShouldBe(2);
        (await LoadedAsync())[0].Items.Count.ShouldBe(6);
    }

    [Fact]
    public async Task What_a_segment_needs_is_stored_before_it()
    {
        var needed = new Queue<string>(["a", "b"]);
        var segments = new Segments<SegmentState<string>>(
            Records(),
            "log",
            async number =>
            {
                await Task.Yield();
                return needed.TryDequeue(out _);
            }
        );
        Append(segments, "0");
        _storage.OnWrite = () => needed.ShouldBeEmpty();

        await segments.SaveAsync(0);
    }

    [Fact]
    public async Task Unsaved_segments_are_not_released()
    {
        var segments = New();
        Append(segments, "0");
        Append(segments, "1");
        await segments.SaveAsync();
        (await segments.HoldAsync(0)).Items.Add("2");
        segments.MarkChanged(0);

        segments.Release(before: 2);

        segments.HeldCount.ShouldBe(1);
        segments.IsSaved.ShouldBeFalse();
        (await segments.ReadAsync(0)).Items.ShouldBe(["0", "2"]);
        (await segments.ReadStoredAsync(0)).Items.ShouldBe(["0"]);
        (await segments.ReadAsync(1)).Items.ShouldBe(["1"]);
    }

    private Segments<SegmentState<string>> New() => new(Records(), "log");

    private GrainRecords Records() => new(_storage, _grain, () => { });

    private async Task<Segments<SegmentState<string>>> LoadedAsync()
    {
        var segments = New();
        await segments.LoadAsync(0);
        return segments;
    }

    private static void Append(Segments<SegmentState<string>> segments, string item)
    {
        segments.Add().Items.Add(item);
        segments.MarkChanged(segments.End - 1);
    }

    /// <summary>Keeps what is written; can hold the writes back.</summary>
    private sealed class MemoryStorage : IGrainStorage
    {
        private readonly Dictionary<string, string[]> _stored = new(StringComparer.Ordinal);
        private TaskCompletionSource? _held;

        public List<string> Writes { get; } = [];

        public Action OnWrite { get; set; } = () => { };

        public void Hold() => _held = new TaskCompletionSource();

        public void Go() => _held!.SetResult();

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            grainState.RecordExists = _stored.TryGetValue(stateName, out var items);
            if (items is not null)
                ((SegmentState<string>)(object)grainState.State!).Items.AddRange(items);
            return Task.CompletedTask;
        }

        public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            OnWrite();
            string[] items = [.. ((SegmentState<string>)(object)grainState.State!).Items];
            if (_held is not null)
                await _held.Task;
            Writes.Add(stateName);
            _stored[stateName] = items;
            grainState.RecordExists = true;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            _stored.Remove(stateName);
            grainState.RecordExists = false;
            return Task.CompletedTask;
        }
    }
}
