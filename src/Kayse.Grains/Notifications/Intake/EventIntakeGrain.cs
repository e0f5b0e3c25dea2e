using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Notifications;

/// <remarks>
/// Reentrant, so that events that come together share a write, and come while others are being delivered.
/// </remarks>
[GrainType("event-intake"), Reentrant]
internal sealed class EventIntakeGrain : DurableGrain, IEventIntakeGrain, IRemindable, IDisposable
{
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(5);

    private readonly IPersistentState<EventIntakeState> _storage;
    private readonly KnownEvents _known;
    private readonly EventQueue _queue;
    private readonly EventFanOut _fanOut;
    private readonly PendingReminder _reminder;
    private readonly DelayedWork _retry;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ILogger<EventIntakeGrain> _logger;
    private Task _delivering = Task.CompletedTask;

    public EventIntakeGrain(
        [PersistentState("intake", Storage)] IPersistentState<EventIntakeState> storage,
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock,
        ILogger<EventIntakeGrain> logger
    )
    {
        var records = new GrainRecords(segments, context.GrainId, DeactivateOnIdle);
        _storage = storage;
        _known = new KnownEvents(records, clock);
        _queue = new EventQueue(records);
        _fanOut = new EventFanOut(context.GrainId.Key.ToString()!, userId => grains.GetGrain<INotificationDeliveryGrain>(userId), logger);
        _reminder = NewPendingReminder(() => _queue.Count > 0);
        _retry = new DelayedWork(this, _retryAfter, DeliverAsync);
        _logger = logger;
    }

    private EventIntakeState State => _storage.State;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _known.LoadAsync(State.FirstIds);
        await _queue.LoadAsync(State.FirstPending);
        foreach (var queued in _queue.All)
            _known.Add(queued.Event);
        _ = DeliverAsync();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _delivering.WaitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<EventResult>> AcceptAsync(IReadOnlyList<NotificationEvent> events)
    {
        // Nothing is awaited from here to the writes, so that no two calls take the same id.
        var results = events.Select(Accept).ToList();
        // What is a duplicate may not be on disk yet.
        await Task.WhenAll(_queue.Count > 0 ? _reminder.EnsureAsync() : Task.CompletedTask, _queue.SaveAsync());
        _ = DeliverAsync();
        return results;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await DeliverAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public void Dispose() => _stopping.Dispose();

    private EventResult Accept(NotificationEvent sent)
    {
        var (happened, problem) = EventRules.Check(sent);
        if (happened is null)
            return new EventResult(sent.Id, EventOutcome.Refused, problem);
        if (_known.TryFind(happened, out var isSame))
            return isSame
                ? new EventResult(sent.Id, EventOutcome.Duplicate)
                : new EventResult(sent.Id, EventOutcome.Refused, EventProblems.IdReused);
        if (_known.Count >= KnownEvents.Capacity)
            return new EventResult(sent.Id, EventOutcome.Refused, EventProblems.TooMany);
        if (_queue.Count >= EventQueue.Capacity)
            return new EventResult(sent.Id, EventOutcome.Refused, EventProblems.Busy);
        _known.Add(happened);
        _queue.Add(happened);
        return new EventResult(sent.Id, EventOutcome.Accepted);
    }

    // Beside the calls; whoever comes while it runs has it look again.
    private Task DeliverAsync() => _delivering.IsCompleted ? _delivering = DeliverAllAsync() : _delivering;

    private async Task DeliverAllAsync()
    {
        try
        {
            var failing = new HashSet<string>(StringComparer.Ordinal);
            while (!_stopping.IsCancellationRequested && _queue.Waiting.Any(queued => !failing.Contains(queued.Event.UserId)))
            {
                var last = _queue.LastSequence;
                await _queue.SaveAsync();
                await _fanOut.DeliverAsync(_queue, last, failing, _stopping.Token);
                await FinishAsync();
            }

            if (failing.Count > 0)
                _retry.Schedule();
        }
        catch (Exception exception)
        {
            // The write failed: this activation ends, and the next delivers again what it finds.
            _logger.LogError(exception, "Events of intake {Intake} could not be noted as delivered.", Key);
            DeactivateOnIdle();
        }
    }

    private async Task FinishAsync()
    {
        if (_queue.TakeFinished() is not { Count: > 0 } finished)
            return;
        await _known.StoreAsync([.. finished.SelectMany(_queue.EventsIn)]);
        var (firstIds, next) = (State.FirstIds, _known.FirstRemembered(State.FirstIds));
        await SaveAsync(_storage, new EventIntakeState { FirstPending = finished[^1] + 1, FirstIds = next });
        foreach (var number in finished)
            await _queue.RemoveAsync(number);
        for (var number = firstIds; number < next; number++)
            await _known.ForgetAsync(number);
    }
}
