using System.Globalization;
using Kayse.Grains.Lists;
using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>
/// How people signed in to a company or failed to: the entries of its <see cref="SignInLog"/>, with the people in them.
/// For one caller at a time.
/// </summary>
internal sealed class SignInHistory(GrainRecords records)
{
    private const string ListName = "sign-ins";

    private readonly SignInLog _log = new(records);
    private readonly HistoryPeople _people = new(records);
    private readonly RepeatedFailures _failures = new();

    /// <inheritdoc cref="SignInLog.HasReminder"/>
    public bool HasReminder => _log.HasReminder;

    /// <summary>Whether all of it is on disk.</summary>
    public bool IsSaved => _log.IsSaved;

    public bool IsEmpty => _log.IsEmpty;

    public Task LoadAsync() => Task.WhenAll(_log.LoadAsync(), _people.LoadAsync());

    /// <summary>
    /// Those of the sessions that are not in the history. A process that died may have left the last ones out.
    /// </summary>
    public async Task<IReadOnlyList<LiveSession>> FindMissingAsync(IEnumerable<LiveSession> sessions)
    {
        if (_log.IsEmpty)
            return [.. sessions];
        var since = _log[_log.End - 1].At - TimeSpan.FromMinutes(1);
        var latest = await _log.ReadSinceAsync(since);
        var known = latest.Select(entry => entry.SessionId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. sessions.Where(session => session.StartedAt >= since && !known.Contains(session.Id))];
    }

    /// <summary>Adds a session that has started.</summary>
    public void Add(LiveSession session) =>
        _log.Add(
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
            await _log.ReplaceAsync(sequence, entry => entry.AgainAt(failed.At));
            return;
        }

        _failures.Add(person, failed, _log.End);
        _log.Add(
            new StoredSignIn
            {
                At = failed.At,
                Outcome = SignInOutcome.Failure,
                Failure = failed.Reason,
                Person = person,
                Device = person == 0 ? ClientDevice.Unknown : failed.Device,
            }
        );
    }

    /// <summary>Stores what has changed: people first, so that no entry has the number of somebody unknown.</summary>
    public async Task SaveAsync()
    {
        await _people.SaveAsync();
        await _log.SaveAsync();
    }

    public async Task<Page<SignInEntry>> ListAsync(SignInHistoryFilter filter, PageRequest request, DateTimeOffset keptSince)
    {
        var people = filter.UserIds?.Select(_people.Find).OfType<HistoryPerson>().Select(person => person.Number).ToHashSet();
        var before = request.Cursor is null ? long.MaxValue : Paging.DecodeNumber(request.Cursor, ListName);
        var (latest, total) = _log.Find(before, request.Limit, SignInHistoryRules.QueryOf(filter, people, keptSince));
        var page = latest.Take(request.Limit).ToList();
        var entries = page.Zip(await _log.ReadAsync(page), ViewOf);
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
        for (var sequence = _log.First; sequence < _log.End; sequence++)
        {
            if (_log[sequence].Person != person.Number)
                continue;
            await _log.ReplaceAsync(sequence, entry => entry with { Person = 0, SessionId = null, Device = ClientDevice.Unknown });
            if (_log.IsLarge)
                await SaveAsync();
        }

        await SaveAsync();
        await _people.RemoveAsync(person);
    }

    /// <summary>Deletes entries that are too old or too many, and people whom no entry names any more.</summary>
    /// <param name="oldest">What is from before this is too old.</param>
    public async Task DeleteOldAsync(DateTimeOffset oldest)
    {
        await _log.DropAsync(oldest, SignInHistoryRules.MaxEntries);
        for (var sequence = _log.First; sequence < _log.End && _log[sequence].At < oldest; sequence++)
        {
            if (!_log[sequence].IsForgotten)
                await _log.ReplaceAsync(sequence, entry => new StoredSignIn { At = entry.At, Forgotten = true });
        }

        await SaveAsync();
        await _people.RemoveAllButAsync(_log.People());
    }

    /// <inheritdoc cref="SignInLog.SetHasReminderAsync"/>
    public Task SetHasReminderAsync(bool hasReminder) => _log.SetHasReminderAsync(hasReminder);

    private SignInEntry ViewOf(long sequence, StoredSignIn entry)
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

    private static string Text(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
