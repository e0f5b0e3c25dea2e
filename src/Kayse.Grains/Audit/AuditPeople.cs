using System.Security.Cryptography;
using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>
/// The keys under which a log keeps what is personal, one for each person. Erasing a person destroys the key: what was
/// encrypted stays where it was, so the chain holds, but nobody can read it.
/// </summary>
internal sealed class AuditPeople(GrainRecords records) : IDisposable
{
    private const int MostRemembered = 1024;
    private readonly Dictionary<string, byte[]?> _keys = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    /// <summary>
    /// The keys of people who are about to be named; on disk when the task completes, so that no entry outlives a key
    /// that was never stored. Null of whom is erased.
    /// </summary>
    public Task<Dictionary<string, byte[]?>> EnsureAsync(IEnumerable<string> personIds) => CollectAsync(personIds, create: true);

    /// <summary>The keys of people who may have been named; null of whom is erased.</summary>
    public Task<Dictionary<string, byte[]?>> FindAsync(IEnumerable<string> personIds) => CollectAsync(personIds, create: false);

    /// <summary>Notes that an invitation was about this person.</summary>
    public async Task JoinAsync(string personId, string invitationId)
    {
        var person = await UseAsync(
            personId,
            create: true,
            known =>
            {
                if (known.InvitationIds.Contains(invitationId, StringComparer.Ordinal))
                    return false;
                known.InvitationIds.Add(invitationId);
                return true;
            }
        );
        if (person.IsErased)
            await EraseAsync(invitationId);
    }

    public async Task EraseAsync(string personId)
    {
        var known = await UseAsync(personId, create: false, _ => false);
        foreach (var invitationId in known.InvitationIds.ToList())
            await EraseAsync(invitationId);
        await UseAsync(
            personId,
            create: true,
            person =>
            {
                (person.Key, person.IsErased) = (null, true);
                return true;
            }
        );
    }

    public void Dispose()
    {
        foreach (var gate in _gates)
            gate.Dispose();
    }

    private async Task<Dictionary<string, byte[]?>> CollectAsync(IEnumerable<string> personIds, bool create)
    {
        var ids = personIds.Distinct(StringComparer.Ordinal).ToList();
        var keys = await Task.WhenAll(ids.Select(id => KeyAsync(id, create)));
        return ids.Zip(keys).ToDictionary(StringComparer.Ordinal);
    }

    private async Task<byte[]?> KeyAsync(string personId, bool create) =>
        _keys.TryGetValue(personId, out var key) ? key : (await UseAsync(personId, create, _ => false)).Key;

    /// <summary>
    /// What is kept of a person, changed and stored when <paramref name="change"/> says so. One at a time, so that
    /// nothing old is remembered over something new.
    /// </summary>
    private async Task<AuditPersonState> UseAsync(string personId, bool create, Func<AuditPersonState, bool> change)
    {
        var gate = _gates[(uint)string.GetHashCode(personId, StringComparison.Ordinal) % _gates.Length];
        await gate.WaitAsync();
        try
        {
            var stored = await records.ReadAsync<AuditPersonState>(NameOf(personId));
            var person = stored.State!;
            if (!stored.RecordExists && !create)
                return person;
            if (!stored.RecordExists)
                person.Key = RandomNumberGenerator.GetBytes(AuditCipher.KeyLength);
            if (change(person) || !stored.RecordExists)
                await records.WriteAsync(NameOf(personId), stored);
            Remember(personId, person);
            return person;
        }
        finally
        {
            gate.Release();
        }
    }

    private void Remember(string personId, AuditPersonState person)
    {
        if (_keys.Count >= MostRemembered)
            _keys.Clear();
        _keys[personId] = person.Key;
    }

    private static string NameOf(string personId) => $"person-{AuditNames.Hash(personId)}";
}
