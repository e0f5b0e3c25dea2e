using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Mail;

// Reentrant, so that mails that arrive together share a write, and arrive while others are being sent.
[GrainType("outbox"), Reentrant]
internal sealed class OutboxGrain : DurableGrain, IOutboxGrain, IRemindable, IDisposable
{
    private const int SegmentCapacity = 32;

    private readonly SegmentedList<QueuedMail> _mails;
    private readonly PendingReminder _reminder;
    private readonly PriorityQueue<string, DateTimeOffset> _queue = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _stopped = new();
    private readonly OutboxDelivery _delivery;
    private readonly MailSecrets _secrets;
    private readonly OutboxBacklog _backlog;
    private readonly TimeProvider _clock;
    private readonly ILogger<OutboxGrain> _logger;
    private IGrainTimer? _timer;
    private int _sending;

    public OutboxGrain(
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        OutboxDelivery delivery,
        MailSecrets secrets,
        OutboxMeter meter,
        TimeProvider clock,
        ILogger<OutboxGrain> logger
    )
    {
        _mails = new SegmentedList<QueuedMail>(segments, context.GrainId, "mails", SegmentCapacity, DeactivateOnIdle);
        _reminder = new PendingReminder(
            () => this.RegisterOrUpdateReminder(PendingReminder.Name, PendingReminder.Period, PendingReminder.Period),
            () => StopReminderAsync(PendingReminder.Name),
            () => _mails.Items.Any(mail => mail.FailedAt is null)
        );
        _delivery = delivery;
        _secrets = secrets;
        _backlog = meter.Open();
        _clock = clock;
        _logger = logger;
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _mails.LoadAsync();
        foreach (var mail in _mails.Items.Where(mail => mail.FailedAt is null))
        {
            _queue.Enqueue(mail.Id, mail.NextAttemptAt);
            _backlog.Note(mail, isGone: false);
        }

        SendDue();
    }

    // The next activation must find the results of the attempts that are still running.
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_sending > 0)
            await _stopped.Task.WaitAsync(cancellationToken);
    }

    public async Task EnqueueAsync(OutgoingMail mail, string? secret = null)
    {
        if (_mails.Find(mail.Id) is { } known)
        {
            // It may be known and not yet on disk.
            await Task.WhenAll(_reminder.EnsureAsync(), _mails.PutAsync(known));
            return;
        }

        var queued = new QueuedMail
        {
            Mail = mail,
            ProtectedSecret = secret is null ? null : _secrets.Protect(secret),
            QueuedAt = _clock.GetUtcNow(),
            NextAttemptAt = _clock.GetUtcNow(),
        };
        await Task.WhenAll(_reminder.EnsureAsync(), _mails.PutAsync(queued));
        _backlog.Note(queued, isGone: false);
        _queue.Enqueue(queued.Id, queued.NextAttemptAt);
        SendDue();
    }

    public Task<MailDelivery?> GetDeliveryAsync(string mailId) =>
        Task.FromResult<MailDelivery?>(
            _mails.Find(mailId) is { } mail ? (mail.FailedAt is null ? MailDelivery.Queued : MailDelivery.Failed) : null
        );

    public async Task WithdrawAsync(string mailId)
    {
        var mail = _mails.Find(mailId);
        await _mails.RemoveAsync(mailId);
        if (mail is not null)
            _backlog.Note(mail, isGone: true);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var now = _clock.GetUtcNow();
        foreach (var old in _mails.Items.Where(mail => mail.FailedAt + OutboxRules.FailureKept <= now).ToList())
            await _mails.RemoveAsync(old.Id);
        SendDue();
        await _reminder.RemoveIfDoneAsync();
    }

    public void Dispose()
    {
        _backlog.Dispose();
        _stopping.Dispose();
    }

    // Callers don't wait for a mail to be sent: a few are sent at a time beside the calls, and each starts the next.
    private void SendDue()
    {
        if (_stopping.IsCancellationRequested)
            return;
        while (_sending < OutboxRules.Parallel && _queue.TryPeek(out var id, out var dueAt))
        {
            if (dueAt > _clock.GetUtcNow())
            {
                SendDueAt(dueAt);
                return;
            }

            _queue.Dequeue();
            if (_mails.Find(id) is { FailedAt: null } mail)
                _ = SendAsync(mail);
        }
    }

    private void SendDueAt(DateTimeOffset at)
    {
        var options = new GrainTimerCreationOptions(DueIn(at - _clock.GetUtcNow()), Timeout.InfiniteTimeSpan)
        {
            KeepAlive = true,
            Interleave = true,
        };
        _timer?.Dispose();
        _timer = this.RegisterGrainTimer(
            () =>
            {
                SendDue();
                return Task.CompletedTask;
            },
            options
        );
    }

    private async Task SendAsync(QueuedMail mail)
    {
        _sending++;
        try
        {
            var remaining = await _delivery.AttemptAsync(mail, _stopping.Token);
            if (_mails.Find(mail.Id) is null || ReferenceEquals(remaining, mail))
                return;
            await (remaining is null ? _mails.RemoveAsync(mail.Id) : _mails.PutAsync(remaining));
            _backlog.Note(remaining ?? mail, isGone: remaining is null);
            if (remaining is { FailedAt: null })
                _queue.Enqueue(remaining.Id, remaining.NextAttemptAt);
        }
        catch (Exception exception)
        {
            // The write failed: this activation ends, and the next sends again what it finds.
            _logger.LogError(exception, "Mail {MailId} could not be noted as sent.", mail.Id);
        }
        finally
        {
            _sending--;
            SendDue();
            if (_sending == 0 && _stopping.IsCancellationRequested)
                _stopped.TrySetResult();
        }
    }
}
