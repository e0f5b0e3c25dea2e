using Kayse.Grains.State;

namespace Kayse.Grains.ReleaseNotes;

[GrainType("release-readings")]
internal sealed class ReleaseReadingsGrain(
    [PersistentState("release-readings", DurableGrain.Storage)] IPersistentState<ReleaseReadingsState> storage
) : DurableGrain, IReleaseReadingsGrain
{
    // Sessions end without a word; the oldest make room.
    private const int MaxIgnored = 20;

    public Task<ReleaseReadings> GetAsync() =>
        Task.FromResult(
            new ReleaseReadings(
                storage.State.ReadUntil,
                storage.State.Ignored.ToDictionary(ignored => ignored.SessionId, ignored => ignored.Note, StringComparer.Ordinal)
            )
        );

    public async Task MarkReadAsync(string note)
    {
        if (string.CompareOrdinal(note, storage.State.ReadUntil) > 0)
            await SaveAsync(storage, storage.State with { ReadUntil = note, Ignored = [] });
    }

    public async Task IgnoreAsync(string sessionId, string note)
    {
        if (storage.State.Ignored.Contains(new IgnoredRelease(sessionId, note)))
            return;
        var others = storage.State.Ignored.Where(ignored => ignored.SessionId != sessionId).TakeLast(MaxIgnored - 1);
        await SaveAsync(storage, storage.State with { Ignored = [.. others, new IgnoredRelease(sessionId, note)] });
    }

    public Task EraseAsync() => ClearAsync(storage);
}

internal sealed record ReleaseReadingsState
{
    /// <summary>The last note that is read; null for none.</summary>
    public string? ReadUntil { get; init; }

    /// <summary>What sessions show no more, the latest last.</summary>
    public IReadOnlyList<IgnoredRelease> Ignored
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>That a session shows no note up to this one.</summary>
internal sealed record IgnoredRelease(string SessionId, string Note);
