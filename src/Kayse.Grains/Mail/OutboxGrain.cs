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
    private const string Deliver = "deliver";
    private const int SegmentCapacity = 32;
    private static readonly TimeSpan _deliverEvery = TimeSpan.FromMinutes(1);

    private readonly SegmentedList<QueuedMail> _mails;
    private readonly PriorityQueue<string, DateTimeOffset> _due = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _nothingUnderWay = new();
    private readonly SemaphoreSlim _reminderGate = new(1);
    private readonly IEmailTransport _transport;
    private readonly MailComposer _composer;
    private readonly MailSecrets _secrets;
    private readonly TimeProvider _clock;
    private readonly ILogger<OutboxGrain> _logger;
    private IGrainTimer? _timer;
    private bool _willDeliver;
    private int _sending;

    public OutboxGrain(
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IEmailTransport transport,
        MailComposer composer,
        MailSecrets secrets,
        TimeProvider clock,
        ILogger<OutboxGrain> logger
    )
    {
        _mails = new SegmentedList<QueuedMail>(segments, context.GrainId, "mails", SegmentCapacity, DeactivateOnIdle);
        _transport = transport;
        _composer = composer;
        _secrets = secrets;
        _clock = clock;
        _logger = logger;
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _mails.LoadAsync();
        foreach (var mail in _mails.Items.Where(mail => mail.FailedAt is null))
            _due.Enqueue(mail.Id, mail.NextAttemptAt);
        SendWhatIsDue();
    }

    // The next activation must find what the sendings under way have come to.
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_sending > 0)
            await _nothingUnderWay.Task.WaitAsync(cancellationToken);
    }

    public async Task EnqueueAsync(OutgoingMail mail, string? secret = null)
    {
        if (_mails.Find(mail.Id) is { } known)
        {
            // It may be known and not yet on disk.
            await Task.WhenAll(WillDeliverAsync(), _mails.PutAsync(known));
            return;
        }

        var queued = new QueuedMail
        {
            Mail = mail,
            ProtectedSecret = secret is null ? null : _secrets.Protect(secret),
            NextAttemptAt = _clock.GetUtcNow(),
        };
        await Task.WhenAll(WillDeliverAsync(), _mails.PutAsync(queued));
        _due.Enqueue(queued.Id, queued.NextAttemptAt);
        SendWhatIsDue();
    }

    public Task<MailDelivery?> GetDeliveryAsync(string mailId) =>
        Task.FromResult<MailDelivery?>(
            _mails.Find(mailId) is { } mail ? (mail.FailedAt is null ? MailDelivery.Queued : MailDelivery.Failed) : null
        );

    public Task WithdrawAsync(string mailId) => _mails.RemoveAsync(mailId);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var now = _clock.GetUtcNow();
        foreach (var old in _mails.Items.Where(mail => mail.FailedAt + OutboxRules.FailureKept <= now).ToList())
            await _mails.RemoveAsync(old.Id);
        SendWhatIsDue();
        await StopDeliveringAsync();
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _reminderGate.Dispose();
    }

    /// <summary>
    /// Makes sure that a mail goes out even if the process dies and nobody asks for this outbox again.
    /// </summary>
    private async Task WillDeliverAsync()
    {
        if (_willDeliver)
            return;
        await _reminderGate.WaitAsync();
        try
        {
            if (!_willDeliver)
                await this.RegisterOrUpdateReminder(Deliver, _deliverEvery, _deliverEvery);
            _willDeliver = true;
        }
        finally
        {
            _reminderGate.Release();
        }
    }

    // Behind the gate, or this would take away the reminder of a mail that arrives meanwhile.
    private async Task StopDeliveringAsync()
    {
        await _reminderGate.WaitAsync();
        try
        {
            if (_mails.Items.Any(mail => mail.FailedAt is null))
                return;
            _willDeliver = false;
            await StopReminderAsync(Deliver);
        }
        finally
        {
            _reminderGate.Release();
        }
    }

    // Nobody waits for a mail to be sent: the sending goes on beside the requests, a few at a time, and starts the next
    // when it is done.
    private void SendWhatIsDue()
    {
        if (_stopping.IsCancellationRequested)
            return;
        while (_sending < OutboxRules.Parallel && _due.TryPeek(out var id, out var dueAt))
        {
            if (dueAt > _clock.GetUtcNow())
            {
                WakeAt(dueAt);
                return;
            }

            _due.Dequeue();
            if (_mails.Find(id) is { FailedAt: null } mail)
                _ = SendAsync(mail);
        }
    }

    private void WakeAt(DateTimeOffset at)
    {
        var dueTime = at - _clock.GetUtcNow();
        var options = new GrainTimerCreationOptions(dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan)
        {
            KeepAlive = true,
            Interleave = true,
        };
        _timer?.Dispose();
        _timer = this.RegisterGrainTimer(
            () =>
            {
                SendWhatIsDue();
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
            var outcome = await TrySendAsync(mail);
            if (_mails.Find(mail.Id) is null || ReferenceEquals(outcome, mail))
                return;
            await (outcome is null ? _mails.RemoveAsync(mail.Id) : _mails.PutAsync(outcome));
            if (outcome is { FailedAt: null })
                _due.Enqueue(outcome.Id, outcome.NextAttemptAt);
        }
        catch (Exception exception)
        {
            // The write failed: this activation ends, and the next sends again what it finds.
            _logger.LogError(exception, "Mail {MailId} could not be noted as sent.", mail.Id);
        }
        finally
        {
            _sending--;
            SendWhatIsDue();
            if (_sending == 0 && _stopping.IsCancellationRequested)
                _nothingUnderWay.TrySetResult();
        }
    }

    /// <summary>
    /// Null when the mail went out, the same when sending it was broken off, else what remains of it.
    /// </summary>
    private async Task<QueuedMail?> TrySendAsync(QueuedMail mail)
    {
        if (_clock.GetUtcNow() >= mail.Mail.NotAfter)
            return OutboxRules.GivenUp(mail, _clock.GetUtcNow());
        try
        {
            var message = _composer.Compose(mail);
            await Task.Run(() => _transport.SendAsync(message, _stopping.Token), _stopping.Token);
            return null;
        }
        catch (EmailRefusedException refused)
        {
            _logger.LogWarning(refused, "Mail {MailId} was refused for good.", mail.Id);
            return OutboxRules.GivenUp(mail, _clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return mail;
        }
        catch (Exception exception)
        {
            _logger.LogWarning(
                exception,
                "Mail {MailId} could not be sent at attempt {Attempt}; it will be tried again.",
                mail.Id,
                mail.Attempts + 1
            );
            return OutboxRules.AfterFailedAttempt(mail, _clock.GetUtcNow(), Random.Shared.NextDouble());
        }
    }
}
