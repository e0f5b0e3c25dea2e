using Kayse.Grains.State;

namespace Kayse.Grains.Usage;

/// <summary>
/// All that is recorded of a company's usage: its events, the book of the open month, and the months that are over. A
/// month is closed by the first call that comes after its end.
/// </summary>
/// <param name="records">Where events and closed months are stored.</param>
/// <param name="save">Stores where it stands.</param>
internal sealed class UsageLedger(GrainRecords records, Func<UsageState, Task> save)
{
    private readonly UsageJournal _journal = new(records);
    private UsageState _state = new();
    private UsageBook? _book;
    private Task _catchingUp = Task.CompletedTask;

    public ClosedMonths Closed { get; } = new(records);

    /// <summary>Whether nothing was ever recorded.</summary>
    public bool IsEmpty => _state.OpenMonth is null;

    /// <summary>Takes up what is stored.</summary>
    public async Task LoadAsync(UsageState state)
    {
        _state = state;
        if (state.OpenMonth is not { } open)
            return;
        _book = await NewBookAsync(new UsageCalendar(state.Zones), open);
        await _journal.LoadAsync(state.FirstSegment, _book.Add);
    }

    /// <summary>Whether events can be recorded as they come now.</summary>
    public bool IsCurrent(DateTime now, string timeZone) =>
        _state.OpenMonth is { } open
        && _catchingUp.IsCompleted
        && _state.Zones[^1].TimeZone == timeZone
        && _book!.Calendar.MonthOf(now) <= open
        && _journal.FirstRemembered(_state.FirstSegment, now) == _state.FirstSegment;

    /// <summary>
    /// Closes the months that are over, takes up another time zone, and forgets what is too old; once for all who come
    /// meanwhile.
    /// </summary>
    public Task CatchUpAsync(DateTime now, string timeZone) =>
        _catchingUp.IsCompleted ? _catchingUp = CatchUpNowAsync(now, timeZone) : _catchingUp;

    /// <summary>The book, of a company without usage an empty one.</summary>
    public UsageBook BookAt(DateTime now, string timeZone)
    {
        if (_book is not null)
            return _book;
        var calendar = new UsageCalendar([new MonthlyZone(DateOnly.MinValue, timeZone)]);
        return new UsageBook(calendar, calendar.MonthOf(now), []);
    }

    /// <summary>Takes events in memory, when it is current; on disk after <see cref="SaveAsync"/>.</summary>
    public UsageRecorded Add(IReadOnlyList<UsageEvent> events, DateTimeOffset now, bool isBackfill)
    {
        var (entries, duplicates, refused) = (new List<UsageEntry>(events.Count), 0, new List<RefusedUsage>());
        foreach (var used in events)
        {
            if (UsageRules.ProblemOf(used) is { } problem)
            {
                refused.Add(new(used.Id, problem));
                continue;
            }

            var (idHash, contentHash) = (UsageFingerprint.OfId(used), UsageFingerprint.OfContent(used));
            if (_journal.TryFind(idHash, out var known))
            {
                if (known == contentHash)
                    duplicates++;
                else
                    refused.Add(new(used.Id, UsageProblems.IdReused));
            }
            else if (UsageRules.ProblemOf(used.At!.Value, now, isBackfill) is { } untimely)
                refused.Add(new(used.Id, untimely));
            else if (_journal.Count >= UsageJournal.Capacity)
                refused.Add(new(used.Id, UsageProblems.TooMany));
            else
            {
                _journal.Remember(idHash, contentHash);
                entries.Add(EntryOf(used, idHash, contentHash, now.UtcDateTime));
            }
        }

        entries.ForEach(_book!.Add);
        _journal.Add(entries);
        return new(entries.Count, duplicates, refused);
    }

    /// <summary>All events are on disk when the task completes.</summary>
    public Task SaveAsync() => _journal.SaveAsync();

    private async Task CatchUpNowAsync(DateTime now, string timeZone)
    {
        var state = _state;
        var zones = state.Zones.Count > 0 ? state.Zones : [new MonthlyZone(DateOnly.MinValue, timeZone)];
        var calendar = new UsageCalendar(zones);
        var open = state.OpenMonth ?? calendar.MonthOf(now);
        var book = _book ?? await NewBookAsync(calendar, open);
        // What a closed month has must not be lost by a crash, or it would come again and count twice.
        await _journal.SaveAsync();
        for (; calendar.MonthOf(now) > open; open = open.AddMonths(1))
        {
            await Closed.CloseAsync(book);
            book = await RereadAsync(calendar, open.AddMonths(1));
        }

        if (zones[^1].TimeZone != timeZone)
        {
            zones = [.. zones.Where(zone => zone.From < open), new MonthlyZone(open, timeZone)];
            book = await RereadAsync(new UsageCalendar(zones), open);
        }

        var first = _journal.FirstRemembered(state.FirstSegment, now);
        state = new UsageState
        {
            OpenMonth = open,
            Zones = zones,
            FirstSegment = first,
        };
        await save(state);
        (_state, _book) = (state, book);
        await _journal.ForgetAsync(first);
    }

    private async Task<UsageBook> RereadAsync(UsageCalendar calendar, DateOnly open)
    {
        var book = await NewBookAsync(calendar, open);
        await _journal.ReadAsync(_state.FirstSegment, book.Add);
        return book;
    }

    private async Task<UsageBook> NewBookAsync(UsageCalendar calendar, DateOnly open) =>
        new(calendar, open, (await Closed.ReadAsync(open.AddMonths(-1))).Levels);

    // By a clock that was put back it might be of a month that is closed already.
    private UsageEntry EntryOf(UsageEvent used, ulong idHash, uint contentHash, DateTime now)
    {
        var start = _book!.Calendar.StartOf(_book.OpenMonth);
        return new(
            idHash,
            contentHash,
            used.Metric,
            used.Quantity!.Value,
            used.At!.Value.UtcDateTime,
            now > start ? now : start,
            used.UserId,
            used.AgentId
        );
    }
}
