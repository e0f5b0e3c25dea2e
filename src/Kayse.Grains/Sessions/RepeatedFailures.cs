namespace Kayse.Grains.Sessions;

/// <summary>
/// Finds the entry that a failure repeats, so that guessing passwords leaves a few entries with counts, however
/// long it goes on and however many people it targets.
/// </summary>
internal sealed class RepeatedFailures
{
    private readonly Dictionary<int, List<Entry>> _ofPeople = [];
    private DateTimeOffset _countedSince;
    private int _counted;

    /// <summary>
    /// The sequence of the entry that stands for this failure too; null when it is to be one of its own.
    /// </summary>
    public long? Find(int person, SignInFailed failed)
    {
        if (!_ofPeople.TryGetValue(person, out var entries))
            return null;
        entries.RemoveAll(entry => failed.At - entry.At >= SignInHistoryRules.RepeatWindow);
        var alike = entries.Find(entry => entry.Reason == failed.Reason && entry.IpAddress == failed.Device.IpAddress);
        if (alike is null && entries.Count >= SignInHistoryRules.MaxFailuresPerPerson)
            alike = entries.Find(entry => entry.Reason == failed.Reason) ?? entries[^1];
        return alike?.Sequence;
    }

    /// <summary>Whether there were so many of different people lately that another gets no entry of its own.</summary>
    public bool AreTooMany(DateTimeOffset now)
    {
        if (now - _countedSince >= SignInHistoryRules.RepeatWindow)
        {
            (_countedSince, _counted) = (now, 0);
            foreach (
                var person in _ofPeople
                    .Where(pair => pair.Value.TrueForAll(entry => now - entry.At >= SignInHistoryRules.RepeatWindow))
                    .Select(pair => pair.Key)
                    .ToList()
            )
                _ofPeople.Remove(person);
        }

        return _counted >= SignInHistoryRules.MaxFailures;
    }

    /// <summary>Remembers an entry.</summary>
    public void Add(int person, SignInFailed failed, long sequence)
    {
        _counted++;
        if (!_ofPeople.TryGetValue(person, out var entries))
            _ofPeople.Add(person, entries = []);
        entries.Add(new Entry(sequence, failed.At, failed.Reason, failed.Device.IpAddress));
    }

    private sealed record Entry(long Sequence, DateTimeOffset At, SignInFailure Reason, string? IpAddress);
}
