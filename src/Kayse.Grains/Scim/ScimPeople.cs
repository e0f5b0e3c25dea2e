using System.Collections.Frozen;
using Kayse.Grains.State;

namespace Kayse.Grains.Scim;

/// <summary>The people of a directory, with their names, their ids at the identity provider and their groups at hand.</summary>
internal sealed class ScimPeople(GrainRecords records)
{
    // With all that may be said of a person and a thousand groups, some 36 KB each.
    private const int SegmentCapacity = 12;

    private readonly SegmentedList<ScimPersonRecord> _people = new(records, "people", SegmentCapacity);
    private readonly Dictionary<string, string> _byUserName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byExternalId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byGroup = new(StringComparer.Ordinal);
    private readonly HashSet<string> _due = new(StringComparer.Ordinal);

    /// <summary>Those who are in the directory now, as far as it knows.</summary>
    public IEnumerable<ScimPersonRecord> Present => _people.Items.Where(person => person.Said is not null);

    /// <summary>Whose access the company has yet to be told.</summary>
    public IReadOnlyCollection<string> Due => _due;

    public async Task LoadAsync()
    {
        await _people.LoadAsync();
        foreach (var person in _people.Items)
            Remember(person);
    }

    /// <summary>Also one who was removed.</summary>
    public ScimPersonRecord? Find(string userId) => _people.Find(userId);

    public ScimPersonRecord? FindByUserName(string userName) => _byUserName.TryGetValue(userName, out var id) ? Find(id) : null;

    /// <summary>Also one who was removed.</summary>
    public ScimPersonRecord? FindByExternalId(string externalId) => _byExternalId.TryGetValue(externalId, out var id) ? Find(id) : null;

    public IReadOnlySet<string> MembersOf(string groupId) =>
        _byGroup.TryGetValue(groupId, out var members) ? members : FrozenSet<string>.Empty;

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public Task PutAsync(ScimPersonRecord person)
    {
        Forget(person.UserId);
        var written = _people.PutAsync(person);
        Remember(person);
        return written;
    }

    /// <summary>The same for many: they wait for the disk together.</summary>
    public Task PutAsync(IEnumerable<ScimPersonRecord> people) => Task.WhenAll(people.Select(PutAsync));

    /// <summary>Adds or replaces in memory; <see cref="FlushAsync"/> stores it.</summary>
    public void Note(ScimPersonRecord person)
    {
        Forget(person.UserId);
        _people.Note(person);
        Remember(person);
    }

    public Task RemoveAsync(string userId)
    {
        Forget(userId);
        return _people.RemoveAsync(userId);
    }

    /// <summary>Stores what <see cref="Note"/> has left in memory.</summary>
    public Task FlushAsync() => _people.FlushAsync();

    private void Remember(ScimPersonRecord person)
    {
        if (person.Said?.UserName is { } userName)
            _byUserName[userName] = person.UserId;
        if (person.ExternalId is { } externalId)
            _byExternalId[externalId] = person.UserId;
        foreach (var groupId in person.GroupIds)
        {
            if (!_byGroup.TryGetValue(groupId, out var members))
                _byGroup.Add(groupId, members = new(StringComparer.Ordinal));
            members.Add(person.UserId);
        }

        if (person.IsAccessDue)
            _due.Add(person.UserId);
    }

    private void Forget(string userId)
    {
        _due.Remove(userId);
        if (Find(userId) is not { } known)
            return;
        Forget(_byUserName, known.Said?.UserName, userId);
        Forget(_byExternalId, known.ExternalId, userId);
        foreach (var groupId in known.GroupIds)
            _byGroup[groupId].Remove(userId);
    }

    private static void Forget(Dictionary<string, string> holders, string? key, string userId)
    {
        if (key is not null && holders.TryGetValue(key, out var holder) && holder == userId)
            holders.Remove(key);
    }
}
