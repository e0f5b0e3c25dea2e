using Orleans.Storage;

namespace Kayse.Grains.State;

public sealed class SegmentedListTests
{
    private static readonly GrainId _grain = GrainId.Create("list", "1");
    private readonly FailingStorage _storage = new();

    [Fact]
    public async Task What_was_put_is_loaded_across_segments()
    {
        var list = NewList();
        for (var number = 0; number < 5; number++)
            await list.PutAsync(new Item($"{number}", "a"));
        await list.PutAsync(new Item("1", "b"));
        await list.RemoveAsync("2");

        (await LoadedAsync()).Items.Order().ShouldBe([new("0", "a"), new("1", "b"), new("3", "a"), new("4", "a")]);
    }

    [Fact]
    public async Task A_segment_is_never_stored_before_the_one_in_front_of_it()
    {
        var list = NewList(capacity: 1);
        _storage.FailNext();
        var first = list.PutAsync(new Item("0", "a"));
        var second = list.PutAsync(new Item("1", "a"));
        _storage.Go();

        await Should.ThrowAsync<IOException>(() => first);
        await second;

        (await LoadedAsync()).Find("1").ShouldNotBeNull("its write succeeded");
    }

    private SegmentedList<Item> NewList(int capacity = 2) => new(_storage, _grain, "items", capacity, () => { });

    private async Task<SegmentedList<Item>> LoadedAsync()
    {
        var list = NewList();
        await list.LoadAsync();
        return list;
    }

    private sealed record Item(string Id, string Text) : ISegmentItem, IComparable<Item>
    {
        public int CompareTo(Item? other) => string.CompareOrdinal(Id, other?.Id);
    }

    /// <summary>Keeps what is written; can be told to fail the next write, once it is let go.</summary>
    private sealed class FailingStorage : IGrainStorage
    {
        private readonly Dictionary<string, object[]> _stored = new(StringComparer.Ordinal);
        private readonly TaskCompletionSource _go = new();
        private bool _fail;

        public void FailNext() => _fail = true;

        public void Go() => _go.SetResult();

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            grainState.RecordExists = _stored.TryGetValue(stateName, out var items);
            if (items is not null)
                ((SegmentState<Item>)(object)grainState.State!).Items.AddRange(items.Cast<Item>());
            return Task.CompletedTask;
        }

        public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            object[] items = [.. ((SegmentState<Item>)(object)grainState.State!).Items];
            var fail = _fail;
            _fail = false;
            if (fail)
            {
                await _go.Task;
                throw new IOException("The disk is full.");
            }

            _stored[stateName] = items;
            grainState.RecordExists = true;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
    }
}
