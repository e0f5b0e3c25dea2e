using System.Globalization;
using Kayse.Grains.State;

namespace Kayse.Grains.Notifications;

/// <summary>
/// All entries of an inbox: the latest are in its state, older ones in segments that are read when somebody looks at
/// them, so that delivering needs one write and no reading.
/// </summary>
internal sealed class InboxEntries(InboxContext inbox, GrainRecords records)
{
    private readonly Dictionary<int, GrainState<InboxSegment>> _segments = [];

    /// <summary>All of them, earliest first.</summary>
    public async Task<IReadOnlyList<InboxEntry>> AllAsync()
    {
        var all = new List<InboxEntry>();
        foreach (var segment in inbox.State.Older)
            all.AddRange((await ReadAsync(segment.Number)).State!.Entries);
        all.AddRange(inbox.State.Recent);
        return all;
    }

    /// <summary>Those of the numbers that are still there, earliest first.</summary>
    public async Task<IReadOnlyList<InboxEntry>> FindAsync(IReadOnlyCollection<long> numbers)
    {
        var recent = inbox.State.Recent.Where(entry => numbers.Contains(entry.Number)).ToList();
        if (recent.Count == numbers.Count)
            return recent;
        return [.. (await AllAsync()).Where(entry => numbers.Contains(entry.Number))];
    }

    /// <summary>Replaces entries by changed ones of the same numbers; on disk when the task completes.</summary>
    /// <param name="changed">The entries.</param>
    /// <param name="next">The state to be stored with those of them that are among the latest.</param>
    public async Task ReplaceAsync(IReadOnlyCollection<InboxEntry> changed, InboxState next)
    {
        var byNumber = changed.ToDictionary(entry => entry.Number);
        await inbox.SaveAsync(next with { Recent = [.. next.Recent.Select(Changed)] });
        await ReplaceOlderAsync(byNumber.Keys, Changed);

        InboxEntry Changed(InboxEntry entry) => byNumber.GetValueOrDefault(entry.Number, entry);
    }

    /// <summary>Changes entries that are in segments; on disk when the task completes. May be repeated.</summary>
    public async Task ReplaceOlderAsync(IReadOnlyCollection<long> numbers, Func<InboxEntry, InboxEntry> change)
    {
        foreach (var summary in inbox.State.Older)
        {
            var segment = await ReadAsync(summary.Number);
            var entries = segment.State!.Entries;
            if (!entries.Exists(entry => numbers.Contains(entry.Number)))
                continue;
            segment.State.Entries = [.. entries.Select(entry => numbers.Contains(entry.Number) ? change(entry) : entry)];
            await records.WriteAsync(NameOf(summary.Number), segment);
        }
    }

    /// <summary>
    /// The state with room for more entries, to be stored with them. Until then the segment has copies that nobody
    /// looks at, and the next attempt overwrites it.
    /// </summary>
    public async Task<InboxState> MakeRoomAsync(InboxState state)
    {
        if (!FeedRules.IsFull(state.Recent))
            return state;
        var number = state.Older.Count == 0 ? 0 : state.Older[^1].Number + 1;
        var segment = await ReadAsync(number);
        segment.State!.Entries = [.. state.Recent];
        await records.WriteAsync(NameOf(number), segment);
        IReadOnlyList<InboxSegmentSummary> older = [.. state.Older, InboxSegmentSummary.Of(number, state.Recent)];
        var outdated = FeedRules.Outdated(older).ToList();
        foreach (var old in outdated)
            await RemoveAsync(old.Number);
        return state with { Recent = [], Older = [.. older.Except(outdated)] };
    }

    /// <summary>
    /// Deletes entries; on disk when the task completes. After a crash segments may have fewer than the state says, which
    /// the next time sets right.
    /// </summary>
    public async Task RemoveAsync(Func<InboxEntry, bool> isRemoved)
    {
        var older = new List<InboxSegmentSummary>();
        foreach (var summary in inbox.State.Older)
        {
            var segment = await ReadAsync(summary.Number);
            var left = segment.State!.Entries.Where(entry => !isRemoved(entry)).ToList();
            if (left.Count == 0)
            {
                await RemoveAsync(summary.Number);
                continue;
            }

            if (left.Count < segment.State.Entries.Count)
            {
                segment.State.Entries = left;
                await records.WriteAsync(NameOf(summary.Number), segment);
            }

            older.Add(InboxSegmentSummary.Of(summary.Number, left));
        }

        IReadOnlyList<InboxEntry> recent = [.. inbox.State.Recent.Where(entry => !isRemoved(entry))];
        if (recent.Count < inbox.State.Recent.Count || !older.SequenceEqual(inbox.State.Older))
            await inbox.SaveAsync(inbox.State with { Recent = recent, Older = older });
    }

    public async Task EraseAsync()
    {
        foreach (var segment in inbox.State.Older)
            await RemoveAsync(segment.Number);
    }

    private async Task<GrainState<InboxSegment>> ReadAsync(int number)
    {
        if (!_segments.TryGetValue(number, out var segment))
            _segments[number] = segment = await records.ReadAsync<InboxSegment>(NameOf(number));
        return segment;
    }

    private Task RemoveAsync(int number)
    {
        _segments.Remove(number);
        return records.RemoveAsync<InboxSegment>(NameOf(number));
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"older-{number:d6}");
}
