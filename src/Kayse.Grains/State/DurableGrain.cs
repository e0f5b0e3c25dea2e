namespace Kayse.Grains.State;

/// <summary>
/// A grain that never serves what it could not save: a failed write deactivates it, and the next call reads what is
/// stored.
/// </summary>
internal abstract class DurableGrain : Grain
{
    /// <summary>The storage that all grains use.</summary>
    public const string Storage = "grains";

    protected string Key => this.GetPrimaryKeyString();

    protected async Task SaveAsync<T>(IPersistentState<T> storage, T next)
    {
        storage.State = next;
        try
        {
            await storage.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    protected async Task ClearAsync<T>(IPersistentState<T> storage)
    {
        try
        {
            await storage.ClearStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>The reminder for pending steps, of a grain that is <see cref="IRemindable"/>.</summary>
    /// <param name="isNeeded">Whether anything is pending.</param>
    protected PendingReminder NewPendingReminder(Func<bool> isNeeded) =>
        new(
            () => this.RegisterOrUpdateReminder(PendingReminder.Name, PendingReminder.Period, PendingReminder.Period),
            () => StopReminderAsync(PendingReminder.Name),
            isNeeded
        );

    /// <summary>
    /// When a reminder is due that is to come in <paramref name="time"/>: an instant that has passed meanwhile is now.
    /// </summary>
    protected static TimeSpan DueIn(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    /// <summary>Ends a reminder that may or may not be there.</summary>
    protected async Task StopReminderAsync(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
            await this.UnregisterReminder(reminder);
    }
}
