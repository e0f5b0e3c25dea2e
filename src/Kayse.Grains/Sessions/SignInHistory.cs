using System.Globalization;
using Kayse.Grains.Lists;
using Orleans.Storage;

namespace Kayse.Grains.Sessions;

/// <summary>
/// A company's history in the order of its making: a sequence of entries in small segments, of which only the last is
/// in memory, and of each entry 8 bytes by which it is found. Adding writes the last segment, however long the history
/// is. For one caller at a time.
/// </summary>
internal sealed class SignInHistory(IGrainStorage storage, GrainId company, Action onFailedWrite)
{
    // Some 9 KB.
    private const int SegmentCapacity = 32;
    private const int SegmentsInBlock = HistoryKeys.BlockSize / SegmentCapacity;
    private const string Head = "history";
    private const string ListName = "sign-ins";

    private readonly HistoryRecords _records = new(storage, company, onFailedWrite);
    private readonly HistoryPeople _people = new(storage, company, onFailedWrite);
    private readonly HistoryKeys _keys = new();
    private readonly RepeatedFailures _failures = new();
    private readonly Dictionary<int, GrainState<SignInSegmentState>> _open = [];
    private readonly SortedSet<int> _changedSegments = [];
    private readonly SortedSet<int> _changedBlocks = [];
    private GrainState<SignInHistoryState> _head = new(new SignInHistoryState());

    /// <summary>Whether a reminder will tidy it.</summary>
    public bool WillTidy => _head.State!.WillTidy;

    /// <summary>Whether all of it is on disk.</summary>
    public bool IsSaved => _changedSegments.Count == 0 && _changedBlocks.Count == 0;

    public bool IsEmpty => _keys.Next == First;

    private long First => (long)_head.State!.First * SegmentCapacity;

    private int LastSegment => SegmentOf(_keys.Next - 1);

    public async Task LoadAsync()
    {
        _head = await _records.ReadAsync<SignInHistoryState>(Head);
        await _people.LoadAsync();
        await FinishDroppingAsync();
        _keys.Next = First;
        for (
            var block = HistoryKeys.BlockOf(First);
            await _records.ReadAsync<SignInBlockState>(NameOfBlock(block)) is { RecordExists: true } stored;
            block++
        )
            _keys.Adopt(block, stored.State!.Keys);
        while (await _records.ReadAsync<SignInSegmentState>(NameOfSegment(SegmentOf(_keys.Next))) is { RecordExists: true } stored)
        {
            _open.Clear();
            _open.Add(SegmentOf(_keys.Next), stored);
            foreach (var entry in stored.State!.Entries)
                AddKey(entry.Key);
            if (stored.State.Entries.Count < SegmentCapacity)
                break;
        }
    }

    /// <summary>
    /// Those of the sessions that are not in the history. A process that died may have left the last ones out.
    /// </summary>
    public async Task<IReadOnlyList<LiveSession>> MissingAsync(IEnumerable<LiveSession> sessions)
    {
        if (IsEmpty)
            return [.. sessions];
        var since = _keys[_keys.Next - 1].At - TimeSpan.FromMinutes(1);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var segment = LastSegment; segment >= _head.State!.First; segment--)
        {
            var entries = (await ReadAsync(segment)).Entries;
            known.UnionWith(entries.Select(entry => entry.SessionId).OfType<string>());
            if (entries[0].At < since)
                break;
        }

        return [.. sessions.Where(session => session.StartedAt >= since && !known.Contains(session.Id))];
    }

    /// <summary>Adds a session that has started.</summary>
    public void Add(LiveSession session) =>
        Add(
            new StoredSignIn
            {
                At = session.StartedAt,
                Outcome = session.IsSwitch ? SignInOutcome.Switched : SignInOutcome.Success,
                Person = _people.NumberOf(session.UserId, session.FullName),
                SessionId = session.Id,
                Device = session.Device,
            }
        );

    /// <summary>Adds a failure, or counts it in the entry that it repeats.</summary>
    public async Task AddAsync(SignInFailed failed)
    {
        var person = _people.NumberOf(failed.UserId, failed.FullName);
        var repeated = _failures.Find(person, failed);
        if (repeated is null && _failures.AreTooMany(failed.At))
            repeated = _failures.Find(person = 0, failed);
        if (repeated is { } sequence)
        {
            await ReplaceAsync(sequence, entry => entry.AgainAt(failed.At));
            return;
        }

        var device = person == 0 ? ClientDevice.Unknown : failed.Device;
        _failures.Add(person, failed, _keys.Next);
        Add(
            new StoredSignIn
            {
                At = failed.At,
                Outcome = SignInOutcome.Failure,
                Failure = failed.Reason,
                Person = person,
                Device = device,
            }
        );
    }

    /// <summary>
    /// Stores what has changed: an earlier stretch before a later one, so that loading finds all of them.
    /// </summary>
    public async Task SaveAsync()
    {
        await _people.SaveAsync();
        while (_changedSegments.Count > 0)
        {
            var segment = _changedSegments.Min;
            await _records.WriteAsync(NameOfSegment(segment), _open[segment]);
            _changedSegments.Remove(segment);
            if (segment != LastSegment)
                _open.Remove(segment);
        }

        while (_changedBlocks.Count > 0)
        {
            var stored = await _records.ReadAsync<SignInBlockState>(NameOfBlock(_changedBlocks.Min));
            stored.State!.Keys = _keys.BytesOf(_changedBlocks.Min);
            await _records.WriteAsync(NameOfBlock(_changedBlocks.Min), stored);
            _changedBlocks.Remove(_changedBlocks.Min);
        }
    }

    public async Task<Page<SignInEntry>> ListAsync(SignInHistoryFilter filter, PageRequest request, DateTimeOffset now)
    {
        var people = filter.UserIds?.Select(_people.Find).OfType<HistoryPerson>().Select(person => person.Number).ToHashSet();
        var kept = (now - SignInHistoryRules.Kept).ToUnixTimeSeconds();
        var query = new HistoryQuery(
            Math.Max(kept, SecondAt(filter.From) ?? kept),
            SecondAt(filter.To) ?? long.MaxValue,
            people,
            filter.Outcome
        );
        var before = request.Cursor is null
            ? long.MaxValue
            : long.Parse(Paging.Decode(request.Cursor, ListName), CultureInfo.InvariantCulture);
        var (latest, total) = _keys.Find(First, before, request.Limit, query);
        var page = latest.Take(request.Limit).ToList();
        var segments = await SegmentsAsync(page);
        var entries = page.Select(sequence => View(sequence, segments[SegmentOf(sequence)].Entries[(int)(sequence % SegmentCapacity)]));
        return new Page<SignInEntry>([.. entries], latest.Count > page.Count ? Paging.Encode(Text(page[^1]), ListName) : null, total);
    }

    /// <summary>
    /// Forgets who a person was, where from and on what; on disk when the task completes. That somebody signed in
    /// stays.
    /// </summary>
    public async Task EraseAsync(string userId)
    {
        if (_people.Find(userId) is not { } person)
            return;
        for (var sequence = First; sequence < _keys.Next; sequence++)
        {
            if (_keys[sequence].Person != person.Number)
                continue;
            await ReplaceAsync(sequence, entry => entry with { Person = 0, SessionId = null, Device = ClientDevice.Unknown });
            if (_changedSegments.Count >= SegmentsInBlock)
                await SaveAsync();
        }

        await SaveAsync();
        await _people.RemoveAsync(person);
    }

    /// <summary>Drops what is too old or too much.</summary>
    public async Task DropOldAsync(DateTimeOffset now)
    {
        var oldest = now - SignInHistoryRules.Kept;
        var first = _head.State!.First;
        while (
            (first + 1L) * SegmentCapacity <= _keys.Next
            && (
                _keys[((first + 1L) * SegmentCapacity) - 1].At < oldest
                || _keys.Next - (first * SegmentCapacity) > SignInHistoryRules.MaxEntries
            )
        )
            first++;
        if (first > _head.State.First)
        {
            (_head.State.DroppingFrom, _head.State.First) = (_head.State.First, first);
            await _records.WriteAsync(Head, _head);
            await FinishDroppingAsync();
        }

        for (var sequence = First; sequence < _keys.Next && _keys[sequence].At < oldest; sequence++)
        {
            if (!_keys[sequence].IsForgotten)
                await ReplaceAsync(sequence, entry => new StoredSignIn { At = entry.At, Forgotten = true });
        }

        await SaveAsync();
        await _people.RemoveAllButAsync(_keys.People(First));
    }

    /// <summary>Notes whether there is a reminder.</summary>
    public Task SetWillTidyAsync(bool willTidy)
    {
        _head.State!.WillTidy = willTidy;
        return _records.WriteAsync(Head, _head);
    }

    private void Add(StoredSignIn entry)
    {
        AddKey(entry.Key);
        if (!_open.TryGetValue(LastSegment, out var segment))
            _open.Add(LastSegment, segment = new GrainState<SignInSegmentState>(new SignInSegmentState()));
        segment.State!.Entries.Add(entry);
        _changedSegments.Add(LastSegment);
    }

    private void AddKey(SignInKey key)
    {
        _keys.Add(key);
        if (_keys.Next % HistoryKeys.BlockSize == 0)
            _changedBlocks.Add(HistoryKeys.BlockOf(_keys.Next - 1));
    }

    private async Task ReplaceAsync(long sequence, Func<StoredSignIn, StoredSignIn> change)
    {
        var number = SegmentOf(sequence);
        if (!_open.TryGetValue(number, out var segment))
            _open.Add(number, segment = await _records.ReadAsync<SignInSegmentState>(NameOfSegment(number)));
        var entries = segment.State!.Entries;
        var next = change(entries[(int)(sequence % SegmentCapacity)]);
        entries[(int)(sequence % SegmentCapacity)] = next;
        _changedSegments.Add(number);
        if (_keys[sequence] == next.Key)
            return;
        _keys[sequence] = next.Key;
        if ((HistoryKeys.BlockOf(sequence) + 1L) * HistoryKeys.BlockSize <= _keys.Next)
            _changedBlocks.Add(HistoryKeys.BlockOf(sequence));
    }

    private async Task FinishDroppingAsync()
    {
        if (_head.State!.DroppingFrom is not { } from)
            return;
        for (var segment = from; segment < _head.State.First; segment++)
        {
            await _records.RemoveAsync<SignInSegmentState>(NameOfSegment(segment));
            if ((segment + 1) % SegmentsInBlock == 0)
                await _records.RemoveAsync<SignInBlockState>(NameOfBlock(segment / SegmentsInBlock));
        }

        _keys.DropBefore(HistoryKeys.BlockOf(First));
        _head.State.DroppingFrom = null;
        await _records.WriteAsync(Head, _head);
    }

    private async Task<Dictionary<int, SignInSegmentState>> SegmentsAsync(IEnumerable<long> sequences)
    {
        var numbers = sequences.Select(SegmentOf).Distinct().ToList();
        var segments = await Task.WhenAll(numbers.Select(ReadAsync));
        return numbers.Zip(segments).ToDictionary();
    }

    private async Task<SignInSegmentState> ReadAsync(int segment) =>
        (_open.TryGetValue(segment, out var open) ? open : await _records.ReadAsync<SignInSegmentState>(NameOfSegment(segment))).State!;

    private SignInEntry View(long sequence, StoredSignIn entry)
    {
        var person = _people.Find(entry.Person);
        return new SignInEntry(
            Text(sequence),
            entry.At,
            entry.Outcome,
            entry.Failure,
            person?.UserId,
            person?.FullName,
            entry.SessionId,
            entry.Device,
            entry.Repeated + 1,
            entry.LastAt ?? entry.At
        );
    }

    // Entries are found by their second: the first whole one that is not before the time.
    private static long? SecondAt(DateTimeOffset? time) =>
        time is { } at ? (long)Math.Ceiling((at - DateTimeOffset.UnixEpoch).TotalSeconds) : null;

    private static int SegmentOf(long sequence) => (int)(sequence / SegmentCapacity);

    private static string Text(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    private static string NameOfSegment(int segment) => FormattableString.Invariant($"history-{segment:d8}");

    private static string NameOfBlock(int block) => FormattableString.Invariant($"history-block-{block:d6}");
}
