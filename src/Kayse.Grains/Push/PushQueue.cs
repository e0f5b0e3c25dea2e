using Kayse.Grains.State;
using Microsoft.Extensions.Logging;

namespace Kayse.Grains.Push;

/// <summary>
/// The messages that wait for a person's devices. A few are sent at a time beside the grain's calls, and each starts the
/// next; a crash sends again what was not noted as sent.
/// </summary>
/// <param name="pushes">The messages, as they are stored.</param>
/// <param name="reminder">Comes while messages wait.</param>
/// <param name="attempt">Sends a message to a device, if there is one of that id.</param>
/// <param name="wake">Calls back at a time.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">For what goes wrong when nobody waits.</param>
internal sealed class PushQueue(
    SegmentedList<QueuedPush> pushes,
    PendingReminder reminder,
    Func<PushNote, string, CancellationToken, Task<PushResponse>> attempt,
    Action<DateTimeOffset, Action> wake,
    TimeProvider clock,
    ILogger logger
) : IDisposable
{
    private readonly PriorityQueue<(string PushId, string DeviceId), DateTimeOffset> _due = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _stopped = new();
    private int _sending;

    public async Task LoadAsync()
    {
        await pushes.LoadAsync();
        foreach (var push in pushes.Items)
            Schedule(push);
        SendDue();
    }

    /// <summary>On disk when the task completes; without effect when it is known.</summary>
    public async Task AddAsync(PushNote note, IEnumerable<string> deviceIds)
    {
        if (pushes.Find(note.Id) is { } known)
        {
            // It may be known and not yet on disk.
            await Task.WhenAll(reminder.EnsureAsync(), pushes.PutAsync(known));
            return;
        }

        Tidy();
        var queued = PushQueueRules.Queued(note, deviceIds, clock.GetUtcNow());
        await Task.WhenAll(reminder.EnsureAsync(), pushes.PutAsync(queued));
        Schedule(queued);
        SendDue();
    }

    /// <summary>Forgets what waits for a device that is gone.</summary>
    public void Drop(string deviceId)
    {
        foreach (var push in pushes.Items.Where(push => push.Waiting.Any(waiting => waiting.DeviceId == deviceId)).ToList())
            pushes.Note(PushQueueRules.Settled(push, deviceId));
    }

    public async Task ClearAsync()
    {
        foreach (var push in pushes.Items.ToList())
            pushes.NoteRemoval(push.Id);
        await pushes.FlushAsync();
    }

    public async Task RemindAsync()
    {
        Tidy();
        SendDue();
        await reminder.RemoveIfDoneAsync();
    }

    /// <summary>Ends the attempts; the next activation must find the results of those that were running.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await _stopping.CancelAsync();
        if (_sending > 0)
            await _stopped.Task.WaitAsync(ct);
    }

    public void Dispose() => _stopping.Dispose();

    private void Schedule(QueuedPush push)
    {
        foreach (var waiting in push.Waiting)
            _due.Enqueue((push.Id, waiting.DeviceId), waiting.NextAt);
    }

    private void Tidy()
    {
        var now = clock.GetUtcNow();
        foreach (var old in pushes.Items.Where(push => PushQueueRules.IsForgotten(push, now)).ToList())
            pushes.NoteRemoval(old.Id);
        var waiting = pushes.Items.Where(push => push.Waiting.Count > 0).OrderBy(push => push.QueuedAt).ToList();
        foreach (var surplus in waiting.Take(waiting.Count - PushQueueRules.MaxWaiting + 1))
            pushes.Note(PushQueueRules.Dropped(surplus));
    }

    private void SendDue()
    {
        while (!_stopping.IsCancellationRequested && _sending < PushQueueRules.Parallel && _due.TryPeek(out var next, out var dueAt))
        {
            if (dueAt > clock.GetUtcNow())
            {
                wake(dueAt, SendDue);
                return;
            }

            _due.Dequeue();
            if (pushes.Find(next.PushId) is { Note: { } note } push && push.Waiting.Any(waiting => waiting.DeviceId == next.DeviceId))
                _ = SendAsync(note, next.DeviceId);
        }
    }

    private async Task SendAsync(PushNote note, string deviceId)
    {
        _sending++;
        try
        {
            if (!PushQueueRules.IsWorthSending(note, clock.GetUtcNow()))
                await SettleAsync(note.Id, deviceId, new PushResponse(PushOutcome.Refused));
            else
                await SettleAsync(note.Id, deviceId, await attempt(note, deviceId, _stopping.Token));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested) { }
        catch (Exception exception)
        {
            // The write failed: this activation ends, and the next sends again what it finds.
            logger.LogError(exception, "A push message could not be noted as sent to device {DeviceId}.", deviceId);
        }
        finally
        {
            _sending--;
            SendDue();
            if (_sending == 0 && _stopping.IsCancellationRequested)
                _stopped.TrySetResult();
        }
    }

    private async Task SettleAsync(string pushId, string deviceId, PushResponse response)
    {
        if (pushes.Find(pushId) is not { } push)
            return;
        var next =
            response.Outcome == PushOutcome.Busy
                ? PushQueueRules.AfterFailure(push, deviceId, response.RetryAfter, clock.GetUtcNow(), Random.Shared.NextDouble())
                : PushQueueRules.Settled(push, deviceId);
        await pushes.PutAsync(next);
        foreach (var again in next.Waiting.Where(waiting => waiting.DeviceId == deviceId))
            _due.Enqueue((pushId, deviceId), again.NextAt);
    }
}
