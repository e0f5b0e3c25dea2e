using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Embedded;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>
/// Fires reminders. It holds those that are due within the window, in a batch of limited size, and one timer; all others stay in
/// the table. A tick counts as done when the grain has answered: a process that dies before that fires it again.
/// </summary>
/// <remarks>Over 200 lines: reading ahead, firing and waking up share one lock and only make sense together.</remarks>
internal sealed class ReminderService : IDisposable
{
    private const int MostInMemory = 10_000;
    private const int MostAtOnce = 256;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly ReminderSchedule _schedule = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Silo _silo;
    private readonly TimeSpan _window;
    private readonly IReminderAgenda? _agenda;
    private readonly IReminderTable? _table;
    private ITimer? _timer;
    private DateTime _readAgainAt;
    private bool _truncated;
    private bool _reading;
    private int _delivering;

    public ReminderService(Silo silo, IServiceProvider services, IOptions<ReminderOptions> options)
    {
        _silo = silo;
        _window = options.Value.ReminderLoadingWindow;
        _table = services.GetService<IReminderTable>();
        _agenda = _table as IReminderAgenda;
    }

    public IReminderTable Table => _table
        ?? throw new OrleansConfigurationException("No reminder table is registered: call UseInMemoryReminderService, or register an IReminderTable.");

    private DateTime Now => _silo.Time.GetUtcNow().UtcDateTime;

    public async Task StartAsync(CancellationToken token)
    {
        if (_agenda is null)
            throw new OrleansConfigurationException($"The reminder table {Table.GetType()} must implement {nameof(IReminderAgenda)} to be used with this runtime.");
        await Table.StartAsync(token);
        using (AmbientFlow.Suppress())
            _timer = _silo.Time.CreateTimer(static self => ((ReminderService)self!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Pump();
    }

    /// <summary>Fires no more, and waits for ticks that are under way.</summary>
    public async Task StopAsync(CancellationToken token)
    {
        lock (_lock)
        {
            if (_timer is null)
                return;
            _stop.Cancel();
            _timer.Dispose();
            if (_delivering == 0)
                _idle.TrySetResult();
        }

        await _idle.Task.WaitAsync(token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Table.StopAsync(token);
    }

    // A host may be stopped once more after it was disposed of: a test server does, when the program ends beside it.
    public void Dispose()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            _stop.Dispose();
        }
    }

    public async Task<ReminderEntry> RegisterAsync(GrainId grain, string name, TimeSpan dueTime, TimeSpan period)
    {
        var entry = new ReminderEntry { GrainId = grain, ReminderName = name, StartAt = Now + dueTime, Period = period };
        entry.ETag = await Table.UpsertRow(entry)
            ?? throw new ReminderException($"Reminder {name} of grain {grain} could not be registered.");
        lock (_lock)
            _schedule.Put(entry);
        Pump();
        return entry;
    }

    /// <summary>False when the reminder was changed since; true also when it is gone already.</summary>
    public async Task<bool> UnregisterAsync(ReminderEntry entry)
    {
        var gone = await Table.RemoveRow(entry.GrainId, entry.ReminderName, entry.ETag!)
            || await Table.ReadRow(entry.GrainId, entry.ReminderName) is null;
        if (gone)
        {
            lock (_lock)
                _schedule.Remove((entry.GrainId, entry.ReminderName));
        }

        return gone;
    }

    /// <summary>Does whatever is due, and sets the timer for what is next. Looks at the clock again after that: it may have moved before the timer was set.</summary>
    private void Pump()
    {
        lock (_lock)
        {
            while (_timer is not null && !_stop.IsCancellationRequested)
            {
                var now = Now;
                if (!_reading && now >= NextRead())
                    BeginRead();
                while (_delivering < MostAtOnce && _schedule.TakeDue(now) is { } item)
                    BeginDelivery(item);
                var wake = NextWake();
                _timer.Change(wake is null ? Timeout.InfiniteTimeSpan : DelayUntil(wake.Value, now), Timeout.InfiniteTimeSpan);
                if (wake is null || Now < wake)
                    return;
            }
        }
    }

    private static TimeSpan DelayUntil(DateTime wake, DateTime now)
        => TimeSpan.FromTicks(Math.Clamp((wake - now).Ticks, TimeSpan.TicksPerMillisecond, TimeSpan.TicksPerDay));

    /// <summary>Half a window before what is in memory runs out; with a full batch, when half of it is done.</summary>
    private DateTime NextRead()
    {
        if (_truncated)
            return _schedule.Count < MostInMemory / 2 ? _readAgainAt : DateTime.MaxValue;
        var early = _schedule.Horizon == DateTime.MinValue ? DateTime.MinValue : _schedule.Horizon - (_window / 2);
        return early > _readAgainAt ? early : _readAgainAt;
    }

    private DateTime? NextWake()
    {
        var read = _reading ? DateTime.MaxValue : NextRead();
        var due = _delivering < MostAtOnce ? _schedule.NextDue() ?? DateTime.MaxValue : DateTime.MaxValue;
        var wake = read < due ? read : due;
        return wake == DateTime.MaxValue ? null : wake;
    }

    private void BeginRead()
    {
        _reading = true;
        _schedule.BeginRead();
        var before = Now + _window;
        using (AmbientFlow.Suppress())
            _ = Task.Run(() => ReadAsync(before));
    }

    private async Task ReadAsync(DateTime before)
    {
        try
        {
            var rows = await _agenda!.ReadDueAsync(before, MostInMemory, _stop.Token);
            lock (_lock)
            {
                _schedule.EndRead(rows);
                _truncated = rows.Count >= MostInMemory;
                _schedule.Horizon = _truncated ? rows[^1].NextDue : before;
                _reading = false;
            }
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _schedule.AbandonRead();
                _readAgainAt = Now + RetryAfter;
                _reading = false;
            }

            if (!_stop.IsCancellationRequested)
                _silo.Log.ReminderTableFailed(exception);
        }

        Pump();
    }

    private void BeginDelivery(ReminderAgendaItem item)
    {
        _delivering++;
        using (AmbientFlow.Suppress())
            _ = Task.Run(() => DeliverAsync(item));
    }

    private async Task DeliverAsync(ReminderAgendaItem item)
    {
        var tick = item.NextDue;
        if (await TickAsync(item))
            tick = await AdvanceAsync(item);
        lock (_lock)
        {
            _delivering--;
            item.NextDue = tick;
            _schedule.Advance(item);
            if (_delivering == 0 && _stop.IsCancellationRequested)
                _idle.TrySetResult();
        }

        Pump();
    }

    /// <summary>Calls the grain. False when the silo stops: then the tick is left for the next start. A grain that fails has had its tick.</summary>
    private async Task<bool> TickAsync(ReminderAgendaItem item)
    {
        var entry = item.Entry;
        try
        {
            var grain = _silo.GrainFactory.GetGrain<IRemindable>(entry.GrainId);
            await grain.ReceiveReminder(entry.ReminderName, new TickStatus(entry.StartAt, entry.Period, Now));
            return true;
        }
        catch (SiloUnavailableException)
        {
            return false;
        }
        catch (Exception exception)
        {
            _silo.Log.ReminderFailed(entry.ReminderName, entry.GrainId, exception);
            return true;
        }
    }

    private async Task<DateTime> AdvanceAsync(ReminderAgendaItem item)
    {
        var next = item.Following(Now);
        try
        {
            await _agenda!.AdvanceAsync(item.Entry.GrainId, item.Entry.ReminderName, item.Entry.ETag!, next);
        }
        catch (Exception exception)
        {
            // The tick fires again after a restart; until then memory knows better.
            _silo.Log.ReminderTableFailed(exception);
        }

        return next;
    }
}
