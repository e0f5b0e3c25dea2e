using Kayse.Grains.State;

namespace Kayse.Grains.Notifications;

/// <summary>
/// Stores changes of an inbox together with all that is due by then, and does what follows from them. Whatever
/// interrupts it, the next activation or the reminder goes on.
/// </summary>
internal sealed class InboxWork
{
    private static readonly TimeSpan _resumeAfter = TimeSpan.FromMinutes(1);

    private readonly InboxContext _inbox;
    private readonly InboxEntries _entries;
    private readonly InboxReminder _reminder;
    private readonly PendingSteps<InboxStep> _steps;

    public InboxWork(InboxContext inbox, InboxEntries entries, InboxSteps steps, InboxReminder reminder, Action onFault)
    {
        (_inbox, _entries, _reminder) = (inbox, entries, reminder);
        _steps = new PendingSteps<InboxStep>(
            // The reminder is for all that is due, and registered before this is asked for it.
            new PendingReminder(() => Task.CompletedTask, () => Task.CompletedTask, () => true),
            () => inbox.State.Pending,
            done => inbox.SaveAsync(inbox.State with { Pending = inbox.State.Pending.Without(done) }),
            steps.ExecuteAsync,
            onFault
        );
    }

    /// <summary>Saves a change in one write with what is due, and sends that.</summary>
    public async Task SaveAsync(InboxState next, Recipient recipient)
    {
        var now = _inbox.Now;
        var released = await ReleaseAsync(next, recipient, now);
        if (released.Pending.Count > 0)
            await _reminder.EnsureByAsync(now + _resumeAfter);
        else if (ReleaseRules.NextDue(released, recipient, now) is { } due)
            await _reminder.EnsureByAsync(due);
        await _steps.SaveAsync(released.Pending, () => _inbox.SaveAsync(released));
    }

    /// <summary>Finishes what was interrupted, and sends what is due.</summary>
    public async Task ResumeAsync()
    {
        await _steps.ResumeAsync();
        if (_inbox.State.Waiting.Count == 0)
            return;
        var recipient = await _inbox.ReadRecipientAsync();
        if (ReleaseRules.DueIn(_inbox.State, recipient, _inbox.Now).Count > 0)
            await SaveAsync(_inbox.State, recipient);
        if (ReleaseRules.NextDue(_inbox.State, recipient, _inbox.Now) is { } due)
            await _reminder.EnsureByAsync(due);
    }

    /// <summary>Likewise, when the reminder comes, which goes once nothing is left.</summary>
    public async Task RemindAsync()
    {
        _reminder.HasCome();
        await ResumeAsync();
        if (_inbox.State.Waiting.Count == 0 && _inbox.State.Pending.Count == 0)
            await _reminder.RemoveAsync();
    }

    private async Task<InboxState> ReleaseAsync(InboxState next, Recipient recipient, DateTimeOffset now)
    {
        var due = ReleaseRules.DueIn(next, recipient, now).Select(pair => pair.Waiting.Number).ToHashSet();
        if (due.Count == 0)
            return next;
        var found = next.Recent.Where(entry => due.Contains(entry.Number)).ToDictionary(entry => entry.Number);
        due.ExceptWith(found.Keys);
        if (due.Count > 0)
        {
            foreach (var entry in await _entries.FindAsync(due))
                found.TryAdd(entry.Number, entry);
        }

        return ReleaseRules.Release(next, recipient, found, now);
    }
}
