using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Kayse.Grains.Webhooks;

/// <remarks>Reentrant, so that nobody waits for an attempt, and results that come together share a write.</remarks>
[GrainType("webhook-endpoint"), Reentrant]
internal sealed class WebhookEndpointGrain : DurableGrain, IWebhookEndpointGrain, IRemindable, IDisposable
{
    private readonly IPersistentState<WebhookState> _storage;
    private readonly WebhookStore _store;
    private readonly WebhookAttempts _attempts;
    private readonly WebhookFeed _feed;
    private readonly WebhookQueue _queue;
    private readonly WebhookAudit _audit;
    private readonly PendingSteps<WebhookStep> _steps;
    private readonly PendingReminder _reminder;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebhookEndpointGrain> _logger;
    private IGrainTimer? _timer;
    private bool _isFollowing;

    public WebhookEndpointGrain(
        [PersistentState("webhook", Storage)] IPersistentState<WebhookState> storage,
        IGrainContext context,
        WebhookAttempts attempts,
        IGrainFactory grains,
        TimeProvider clock,
        ILogger<WebhookEndpointGrain> logger
    )
    {
        (_storage, _attempts, _clock, _logger) = (storage, attempts, clock, logger);
        var id = context.GrainId.Key.ToString()!;
        _store = new WebhookStore(storage, next => SaveAsync(storage, next));
        _audit = new WebhookAudit(id, clock);
        _queue = new WebhookQueue(_store, AttemptAsync, WakeAt, clock, logger);
        _feed = new WebhookFeed(_store, grains, clock, _queue.SendDue);
        _reminder = NewPendingReminder(() => State.CompanyId is not null);
        _steps = new PendingSteps<WebhookStep>(
            _reminder,
            () => State.Pending,
            done => State.CompanyId is null ? Task.CompletedTask : _store.SaveAsync(State with { Pending = State.Pending.Without(done) }),
            new WebhookSteps(id, _store, grains, clock).ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private WebhookState State => _store.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _queue.SendDue();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _queue.StopAsync(cancellationToken);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (WebhookRules.TellIfDue(WebhookRules.Tidy(State, Now), Now) is var next && next != State)
            await ChangeAsync(next, AuditOrigin.Nobody);
        await FollowAsync();
        _queue.SendDue();
        await TakeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public async Task StartAsync(StartWebhook command)
    {
        if (State.CompanyId is null)
        {
            // In this order, or the reminder could find that it isn't needed.
            _store.Note(WebhookRules.Start(command, Now));
            await _reminder.EnsureAsync();
        }

        await _store.FlushAsync();
        await FollowAsync();
        _ = TakeAsync();
    }

    public async Task<WebhookView?> GetAsync()
    {
        await _store.FlushAsync();
        if (State.CompanyId is not null)
            return View();
        DeactivateOnIdle();
        return null;
    }

    public async Task<WebhookView> UpdateAsync(UpdateWebhook command, AuditOrigin by)
    {
        EnsureThere();
        var next = WebhookRules.Update(State, command, Now);
        if (next != State)
            await ChangeAsync(next, by);
        _queue.SendDue();
        _ = TakeAsync();
        return View();
    }

    public async Task<WebhookView> RotateSecretAsync(byte[] secret, AuditOrigin by)
    {
        EnsureThere();
        var next = WebhookRules.RotateSecret(State, secret, Now);
        var record = _audit.Of(next.CompanyId!, AuditActions.WebhookSecretRotated, next.Url, by);
        await ChangeAsync(next with { Pending = next.Pending.With(new RecordWebhookChange(record)) }, by);
        return View();
    }

    public async Task<WebhookDeliveryView> SendTestEventAsync()
    {
        EnsureThere();
        var id = EntityId.New(_clock);
        var happened = new WebhookEvent(id, WebhookTypes.Test, Now, null, null, AuditTargetKinds.Webhook, Key, []);
        var (attempt, _) = await _attempts.MakeAsync(Key, State, happened, CancellationToken.None);
        var test = new WebhookDelivery
        {
            Id = id,
            Event = happened,
            CreatedAt = happened.At,
            State = attempt.Outcome == WebhookOutcome.Delivered ? WebhookDeliveryState.Delivered : WebhookDeliveryState.Failed,
            Attempts = [attempt],
        };
        EnsureThere();
        await _store.SaveAsync(WebhookRules.AfterTest(State, test, Now));
        return WebhookViews.Of(test);
    }

    public async Task ReplayAsync(ReplayRange range, AuditOrigin by)
    {
        EnsureThere();
        await WebhookReplays.EnsureHasEventsAsync(range, GrainFactory.GetGrain<IAuditLogGrain>(State.CompanyId!));
        EnsureThere();
        var next = WebhookReplays.Begin(State, range);
        var record = _audit.Of(next.CompanyId!, AuditActions.WebhookReplayed, next.Url, by, WebhookReplays.Changes(range));
        await ChangeAsync(next with { Pending = next.Pending.With(new RecordWebhookChange(record)) }, by);
        _ = TakeAsync();
    }

    public async Task<Page<WebhookDeliveryView>> ListDeliveriesAsync(PageRequest page)
    {
        EnsureThere();
        await _store.FlushAsync();
        return Paging.Cut(State.Deliveries.Select(WebhookViews.Of), WebhookViews.KeyOf, page);
    }

    public async Task RemoveAsync()
    {
        await _store.ClearAsync(() => ClearAsync(_storage));
        await _reminder.RemoveIfDoneAsync();
        DeactivateOnIdle();
    }

    public Task EventsAddedAsync() => TakeAsync();

    public void Dispose()
    {
        _queue.Dispose();
        _store.Dispose();
    }

    private WebhookView View() => WebhookViews.Of(Key, State, Now);

    private void EnsureThere()
    {
        if (State.CompanyId is null)
            throw new RefusedException(GeneralErrors.NotFound);
    }

    // Whatever goes wrong, the reminder has it looked for again.
    private async Task TakeAsync()
    {
        try
        {
            await _feed.TakeAsync();
        }
        catch (Exception exception)
        {
            _logger.LogWarning(exception, "The events for webhook {WebhookId} could not be read.", Key);
        }
    }

    private async Task AttemptAsync(WebhookDelivery delivery, CancellationToken ct)
    {
        var (attempt, retryAfter) = await _attempts.MakeAsync(Key, State, delivery.Event, ct);
        var next = WebhookRules.AfterAttempt(State, delivery.Id, attempt, retryAfter, Now, Random.Shared.NextDouble());
        if (next != State)
            await ChangeAsync(next, AuditOrigin.Nobody);
        _ = TakeAsync();
    }

    // What was read to change it must be what is changed: nothing is awaited from the one to the other.
    private async Task ChangeAsync(WebhookState next, AuditOrigin by)
    {
        await _store.SaveAsync(_audit.WithSteps(State, next, by));
        await FollowAsync();
    }

    // Whoever follows looks at the list again after each step.
    private async Task FollowAsync()
    {
        if (_isFollowing)
            return;
        _isFollowing = true;
        try
        {
            while (State.Pending.Count > 0)
                await _steps.ResumeAsync();
        }
        finally
        {
            _isFollowing = false;
        }
    }

    private void WakeAt(DateTimeOffset at)
    {
        _timer?.Dispose();
        _timer = this.RegisterGrainTimer(
            () =>
            {
                _queue.SendDue();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(DueIn(at - Now), Timeout.InfiniteTimeSpan) { KeepAlive = true, Interleave = true }
        );
    }
}
