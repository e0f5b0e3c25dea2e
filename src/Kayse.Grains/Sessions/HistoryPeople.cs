using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>A person in a company's history.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Number">Stands for them in the entries; from 1.</param>
/// <param name="FullName">What they were called at first.</param>
internal sealed record HistoryPerson(string UserId, int Number, string FullName) : ISegmentItem
{
    string ISegmentItem.Id => UserId;
}

/// <summary>The people in a company's history, by number.</summary>
internal sealed class HistoryPeople(GrainRecords records)
{
    private const int SegmentCapacity = 64;
    private readonly SegmentedList<HistoryPerson> _people = new(records, "history-people", SegmentCapacity);
    private readonly Dictionary<int, HistoryPerson> _byNumber = [];
    private int _highest;

    public async Task LoadAsync()
    {
        await _people.LoadAsync();
        foreach (var person in _people.Items)
            Adopt(person);
    }

    public HistoryPerson? Find(string userId) => _people.Find(userId);

    public HistoryPerson? Find(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>The number of a person, who is taken in when they are new; stored by <see cref="SaveAsync"/>.</summary>
    public int NumberOf(string userId, string fullName)
    {
        if (_people.Find(userId) is { } known)
            return known.Number;
        var person = new HistoryPerson(userId, _highest + 1, fullName);
        _people.Note(person);
        Adopt(person);
        return person.Number;
    }

    public Task SaveAsync() => _people.FlushAsync();

    public async Task RemoveAsync(HistoryPerson person)
    {
        _byNumber.Remove(person.Number);
        await _people.RemoveAsync(person.UserId);
    }

    /// <summary>Removes people whom no entry names.</summary>
    public async Task RemoveAllButAsync(HashSet<int> named)
    {
        foreach (var person in _byNumber.Values.Where(person => !named.Contains(person.Number)).ToList())
            await RemoveAsync(person);
    }

    private void Adopt(HistoryPerson person)
    {
        _byNumber[person.Number] = person;
        _highest = Math.Max(_highest, person.Number);
    }
}
