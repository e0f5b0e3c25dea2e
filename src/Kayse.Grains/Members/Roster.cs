using Kayse.Grains.Errors;
using Kayse.Grains.State;
using Orleans.Storage;

namespace Kayse.Grains.Members;

/// <summary>The members of a company, with their addresses at hand.</summary>
internal sealed class Roster(IGrainStorage storage, GrainId company, Action onFailedWrite)
{
    // A member of a few hundred bytes may have up to some 17 KB, and a record that is told what was and what is as much
    // again; 10,000 members are 417 records.
    private const int SegmentCapacity = 24;
    private readonly SegmentedList<MemberRecord> _members = new(storage, company, "members", SegmentCapacity, onFailedWrite);
    private readonly Dictionary<string, string> _byEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byPhone = new(StringComparer.Ordinal);

    public IEnumerable<MemberRecord> Members => _members.Items;

    /// <summary>Grows with every change, also of what is in memory only.</summary>
    public long Version { get; private set; }

    public async Task LoadAsync()
    {
        await _members.LoadAsync();
        foreach (var member in _members.Items)
            Remember(member);
    }

    public bool HasEmail(string email) => _byEmail.ContainsKey(email);

    /// <summary>Who has the address, also deactivated.</summary>
    public MemberRecord? FindByEmail(string email) => _byEmail.TryGetValue(email, out var userId) ? Find(userId) : null;

    /// <summary>Whether somebody else has the phone number, also deactivated.</summary>
    public bool HasPhone(string phone, string? besidesUserId = null) =>
        _byPhone.TryGetValue(phone, out var holder) && holder != besidesUserId;

    public MemberRecord? Find(string userId) => _members.Find(userId);

    /// <summary>The member, active or not; refuses when there is none.</summary>
    public MemberRecord Get(string userId) =>
        Find(userId) is { Removed: false } member ? member : throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>The active member who acts; anybody else is told that there is nothing here.</summary>
    public MemberRecord Acting(Actor actor) =>
        Find(actor.UserId) is { Status: MemberStatus.Active, Removed: false } member
            ? member
            : throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>The members who have the scope.</summary>
    public IEnumerable<MemberRecord> WithScope(string scopeId) =>
        Members.Where(member => member.Access.ScopeIds.Contains(scopeId, StringComparer.Ordinal));

    /// <summary>The members with pending steps.</summary>
    public IReadOnlyList<MemberRecord> Unfinished => [.. _members.Items.Where(member => member.Pending.Count > 0)];

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public async Task PutAsync(MemberRecord member)
    {
        Forget(member.UserId);
        var written = _members.PutAsync(member);
        Remember(member);
        await written;
    }

    /// <summary>Adds or replaces in memory: for what would be found out, or done, again.</summary>
    public void Note(MemberRecord member)
    {
        Forget(member.UserId);
        _members.Note(member);
        Remember(member);
    }

    public Task RemoveAsync(string userId)
    {
        Forget(userId);
        return _members.RemoveAsync(userId);
    }

    /// <summary>Stores what <see cref="Note"/> has left in memory.</summary>
    public Task FlushAsync() => _members.FlushAsync();

    private void Forget(string userId)
    {
        Version++;
        // Who has the address now may have come before the company learnt that who had it then has another.
        if (Find(userId) is not { } known)
            return;
        Forget(_byEmail, known.Email, userId);
        Forget(_byPhone, known.PhoneNumber, userId);
    }

    private void Remember(MemberRecord member)
    {
        _byEmail[member.Email] = member.UserId;
        if (member.PhoneNumber is { } phone)
            _byPhone[phone] = member.UserId;
    }

    private static void Forget(Dictionary<string, string> holders, string? key, string userId)
    {
        if (key is not null && holders.TryGetValue(key, out var holder) && holder == userId)
            holders.Remove(key);
    }
}
