namespace Kayse.Grains.Notifications;

/// <summary>
/// The one reminder of an inbox, for whatever is due first. It comes again every hour, since what it waits for may be due
/// earlier than it was.
/// </summary>
/// <param name="register">Registers or moves the reminder, to come in so long and then every hour.</param>
/// <param name="unregister">Removes it, whether it is there or not.</param>
/// <param name="clock">What time it is.</param>
internal sealed class InboxReminder(Func<TimeSpan, Task> register, Func<Task> unregister, TimeProvider clock)
{
    public const string Name = "due";
    public static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private DateTimeOffset? _next;

    /// <summary>Has it come at a time at the latest; on disk when the task completes.</summary>
    public async Task EnsureByAsync(DateTimeOffset at)
    {
        var now = clock.GetUtcNow();
        var wanted = at < now + Period ? at : now + Period;
        if (_next <= wanted && _next > now)
            return;
        await register(wanted > now ? wanted - now : TimeSpan.Zero);
        _next = wanted;
    }

    /// <summary>Notes that it has come.</summary>
    public void HasCome() => _next = clock.GetUtcNow() + Period;

    /// <summary>Removes it: nothing is due any more.</summary>
    public Task RemoveAsync()
    {
        _next = null;
        return unregister();
    }
}
