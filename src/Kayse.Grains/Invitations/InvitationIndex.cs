using Kayse.Grains.State;
using Orleans.Storage;

namespace Kayse.Grains.Invitations;

/// <summary>The invitations of a company, with their addresses at hand.</summary>
internal sealed class InvitationIndex(IGrainStorage storage, GrainId company, Action onFailedWrite)
{
    // Small entries in small segments: every invitation writes one.
    private const int SegmentCapacity = 16;
    private readonly SegmentedList<InvitationEntry> _entries = new(storage, company, "invitations", SegmentCapacity, onFailedWrite);
    private readonly Dictionary<string, string> _pendingByEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pendingByPhone = new(StringComparer.Ordinal);

    public IEnumerable<InvitationEntry> Entries => _entries.Items;

    public IReadOnlyList<InvitationEntry> InDoubt => [.. _entries.Items.Where(entry => entry.IsInDoubt)];

    public async Task LoadAsync()
    {
        await _entries.LoadAsync();
        foreach (var entry in _entries.Items)
            Remember(entry);
    }

    public InvitationEntry? Find(string id) => _entries.Find(id);

    /// <summary>The pending invitation of an address, or null.</summary>
    public InvitationEntry? FindPending(string email, DateTimeOffset now) => FindPending(_pendingByEmail, email, now);

    /// <summary>The pending invitation of a phone number, or null.</summary>
    public InvitationEntry? FindPendingByPhone(string phone, DateTimeOffset now) => FindPending(_pendingByPhone, phone, now);

    /// <summary>How many mails were sent on a day of the company's life.</summary>
    public int CountMails(int day) => _entries.Items.Where(entry => entry.MailDay == day).Sum(entry => entry.Mails);

    /// <summary>How many can still be accepted.</summary>
    public int CountPending(DateTimeOffset now) => _entries.Items.Count(entry => entry.StatusAt(now) == InvitationStatus.Pending);

    /// <summary>Adds or replaces; on disk when the task completes.</summary>
    public async Task PutAsync(InvitationEntry entry)
    {
        Forget(entry.Id);
        var written = _entries.PutAsync(entry);
        Remember(entry);
        await written;
    }

    /// <summary>
    /// Adds or replaces in memory: for the end of work, which asking the invitation would find out again.
    /// </summary>
    public void Note(InvitationEntry entry)
    {
        Forget(entry.Id);
        _entries.Note(entry);
        Remember(entry);
    }

    public Task RemoveAsync(string id)
    {
        Forget(id);
        return _entries.RemoveAsync(id);
    }

    /// <summary>Removes in memory: for what nobody is told of any more, and would be removed again.</summary>
    public void NoteRemoval(string id)
    {
        Forget(id);
        _entries.NoteRemoval(id);
    }

    /// <summary>Stores what <see cref="Note"/> and <see cref="NoteRemoval"/> have left in memory.</summary>
    public Task FlushAsync() => _entries.FlushAsync();

    private void Forget(string id)
    {
        if (Find(id) is not { } known)
            return;
        Forget(_pendingByEmail, known.Email, id);
        Forget(_pendingByPhone, known.PhoneNumber, id);
    }

    private void Remember(InvitationEntry entry)
    {
        Remember(_pendingByEmail, entry.Email, entry);
        Remember(_pendingByPhone, entry.PhoneNumber, entry);
    }

    private InvitationEntry? FindPending(Dictionary<string, string> pending, string key, DateTimeOffset now) =>
        pending.TryGetValue(key, out var id) && Find(id) is { } entry && entry.StatusAt(now) == InvitationStatus.Pending ? entry : null;

    private static void Forget(Dictionary<string, string> pending, string? key, string id)
    {
        if (key is not null && pending.TryGetValue(key, out var holder) && holder == id)
            pending.Remove(key);
    }

    // Beside the pending invitation of an address there may be expired ones, which nobody has ended: the one that lasts
    // longest counts.
    private void Remember(Dictionary<string, string> pending, string? key, InvitationEntry entry)
    {
        if (key is null || entry.Status != InvitationStatus.Pending)
            return;
        var known = pending.TryGetValue(key, out var id) ? Find(id) : null;
        if (known is null || known.ExpiresAt <= entry.ExpiresAt)
            pending[key] = entry.Id;
    }
}
