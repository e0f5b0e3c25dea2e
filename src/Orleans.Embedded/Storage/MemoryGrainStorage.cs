using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps state in memory, as JSON, so that a grain that changes its state without writing does not change what is stored.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    private readonly ConcurrentDictionary<(string State, GrainId Grain), Record> _records = new();
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = _records.TryGetValue((stateName, grainId), out var record);
        grainState.State = found ? JsonSerializer.Deserialize<T>(record!.Data, Json) : StateActivator<T>.Create();
        grainState.ETag = record?.ETag;
        grainState.RecordExists = found;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var next = new Record(JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json), NextVersion());
        var key = (stateName, grainId);
        _records.TryGetValue(key, out var stored);
        var written = SameVersion(stored, grainState.ETag) && (stored is null ? _records.TryAdd(key, next) : _records.TryUpdate(key, next, stored));
        if (!written)
            throw Conflict(stateName, grainId, stored, grainState.ETag);
        grainState.ETag = next.ETag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        _records.TryGetValue(key, out var stored);
        var cleared = SameVersion(stored, grainState.ETag)
            && (stored is null || _records.TryRemove(new KeyValuePair<(string, GrainId), Record>(key, stored)));
        if (!cleared)
            throw Conflict(stateName, grainId, stored, grainState.ETag);
        grainState.State = StateActivator<T>.Create();
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static bool SameVersion(Record? stored, string? etag) => string.Equals(stored?.ETag, etag, StringComparison.Ordinal);

    private static InconsistentStateException Conflict(string stateName, GrainId grainId, Record? stored, string? etag)
        => new($"State {stateName} of grain {grainId} was changed by somebody else.", stored?.ETag, etag);

    private string NextVersion() => Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture);

    /// <summary>A class with identity, so that replacing one is atomic.</summary>
    private sealed class Record(byte[] data, string etag)
    {
        public byte[] Data => data;

        public string ETag => etag;
    }
}
