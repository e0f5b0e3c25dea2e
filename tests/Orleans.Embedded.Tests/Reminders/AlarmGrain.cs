namespace Orleans.Embedded.Tests.Reminders;

public interface IAlarmGrain : IGrainWithStringKey
{
    /// <summary>Answers when the first tick is due.</summary>
    Task<DateTimeOffset> Set(string name, TimeSpan due, TimeSpan period);

    Task Unset(string name);

    /// <summary>Unregisters twice with one handle.</summary>
    Task UnsetTwice(string name);

    /// <summary>Unregisters with a handle from before the reminder was registered again.</summary>
    Task UnsetWithOldHandle(string name, TimeSpan due, TimeSpan period);

    Task<bool> IsSet(string name);

    Task<string[]> AllSet();

    Task<TickStatus[]> Ticks(string name);

    /// <summary>From now on reminders fail, after they are noted.</summary>
    Task FailTicks();

    /// <summary>The next reminder waits at a gate.</summary>
    Task HoldTicks(string gate);

    Task<Guid> Instance();

    Task Leave();
}

/// <summary>Notes each reminder, and keeps its status as long as it is active.</summary>
public sealed class AlarmGrain(Journal journal, Gates gates, TestClock clock) : Grain, IAlarmGrain, IRemindable
{
    private readonly Guid _instance = Guid.NewGuid();
    private readonly List<(string Name, TickStatus Status)> _ticks = [];
    private bool _fails;
    private string? _gate;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Note($"{Key} deactivated");
        return Task.CompletedTask;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _ticks.Add((reminderName, status));
        journal.Note($"{Key} {reminderName}");
        if (_gate is not null)
            await gates.Pass(_gate);
        if (_fails)
            throw new InvalidOperationException("The reminder failed.");
    }

    public async Task<DateTimeOffset> Set(string name, TimeSpan due, TimeSpan period)
    {
        await this.RegisterOrUpdateReminder(name, due, period);
        return clock.Now + due;
    }

    public async Task Unset(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task UnsetTwice(string name)
    {
        var reminder = (await this.GetReminder(name))!;
        await this.UnregisterReminder(reminder);
        await this.UnregisterReminder(reminder);
    }

    public async Task UnsetWithOldHandle(string name, TimeSpan due, TimeSpan period)
    {
        var reminder = (await this.GetReminder(name))!;
        await this.RegisterOrUpdateReminder(name, due, period);
        await this.UnregisterReminder(reminder);
    }

    public async Task<bool> IsSet(string name)
    {
        var reminder = await this.GetReminder(name);
        reminder?.ReminderName.ShouldBe(name);
        return reminder is not null;
    }

    public async Task<string[]> AllSet()
        => [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName).Order(StringComparer.Ordinal)];

    public Task<TickStatus[]> Ticks(string name)
        => Task.FromResult(_ticks.Where(tick => tick.Name == name).Select(tick => tick.Status).ToArray());

    public Task FailTicks()
    {
        _fails = true;
        return Task.CompletedTask;
    }

    public Task HoldTicks(string gate)
    {
        _gate = gate;
        return Task.CompletedTask;
    }

    public Task<Guid> Instance() => Task.FromResult(_instance);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
