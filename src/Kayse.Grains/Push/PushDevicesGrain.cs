using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace Kayse.Grains.Push;

[GrainType("push-devices")]
internal sealed class PushDevicesGrain : DurableGrain, IPushDevicesGrain, IRemindable, IDisposable
{
    private const int PushesInSegment = 16;

    private readonly IPersistentState<PushSettingsState> _settings;
    private readonly PushDevices _devices;
    private readonly PushQueue _queue;
    private readonly PushDelivery _delivery;
    private readonly TimeProvider _clock;
    private IGrainTimer? _timer;

    public PushDevicesGrain(
        [PersistentState("settings", Storage)] IPersistentState<PushSettingsState> settings,
        [FromKeyedServices(Storage)] IGrainStorage storage,
        IGrainContext context,
        PushDelivery delivery,
        PushSecrets secrets,
        IGrainFactory grains,
        IOptions<PushOptions> options,
        TimeProvider clock,
        ILogger<PushDevicesGrain> logger
    )
    {
        (_settings, _delivery, _clock) = (settings, delivery, clock);
        var records = new GrainRecords(storage, context.GrainId, DeactivateOnIdle);
        var devices = new SegmentedList<PushDevice>(records, "devices", PushLimits.Devices);
        _devices = new PushDevices(context.GrainId.Key.ToString()!, devices, secrets, grains, options, clock);
        var pushes = new SegmentedList<QueuedPush>(records, "pushes", PushesInSegment);
        var reminder = NewPendingReminder(() => pushes.Items.Any(push => push.Waiting.Count > 0));
        _queue = new PushQueue(pushes, reminder, AttemptAsync, WakeAt, clock, logger);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _devices.LoadAsync();
        await _queue.LoadAsync();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _queue.StopAsync(cancellationToken);

    public Task EnqueueAsync(PushNote note) =>
        _devices.Ids.Any() && PushQueueRules.IsWorthSending(note, _clock.GetUtcNow())
            ? _queue.AddAsync(note, _devices.Ids)
            : Task.CompletedTask;

    public async Task<PushDevicesView> ListAsync()
    {
        var publicKey = await _devices.FindPublicKeyAsync();
        return new PushDevicesView(await _devices.ListAsync(publicKey), publicKey, _settings.State.IsContentAllowed);
    }

    public Task<PushDeviceView> SubscribeAsync(SubscribePush command) => _devices.AddAsync(command);

    public Task<PushDeviceView> RenameAsync(string deviceId, string? name) => _devices.RenameAsync(deviceId, name);

    public Task RemoveAsync(string deviceId)
    {
        _devices.Get(deviceId);
        _queue.Drop(deviceId);
        return _devices.RemoveAsync(deviceId);
    }

    public async Task SendTestAsync(string deviceId)
    {
        var device = _devices.Get(deviceId);
        if (await GrainFactory.GetGrain<IUserSessionGrain>(device.SessionId).GetAsync() is not { } session)
            return;
        var note = new PushNote(
            $"test-{EntityId.New(_clock)}",
            session.CompanyId,
            "Notifications work on this device",
            _clock.GetUtcNow()
        )
        {
            Body = "This is the test that you asked for.",
        };
        await _queue.AddAsync(note, [deviceId]);
    }

    public Task AllowContentAsync(bool isAllowed) =>
        isAllowed == _settings.State.IsContentAllowed
            ? Task.CompletedTask
            : SaveAsync(_settings, new PushSettingsState { IsContentAllowed = isAllowed });

    public async Task EraseAsync()
    {
        await _queue.ClearAsync();
        await _devices.ClearAsync();
        await ClearAsync(_settings);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => _queue.RemindAsync();

    public void Dispose() => _queue.Dispose();

    private async Task<PushResponse> AttemptAsync(PushNote note, string deviceId, CancellationToken ct)
    {
        if (_devices.Find(deviceId) is not { } device)
            return new PushResponse(PushOutcome.Gone);
        var response = await _delivery.AttemptAsync(Key, device, note, _settings.State.IsContentAllowed, ct);
        if (response.Outcome == PushOutcome.Sent)
            _devices.NoteSent(deviceId);
        if (response.Outcome == PushOutcome.Gone)
            await _devices.RemoveAsync(deviceId);
        return response;
    }

    private void WakeAt(DateTimeOffset at, Action work)
    {
        _timer?.Dispose();
        _timer = this.RegisterGrainTimer(
            () =>
            {
                work();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(DueIn(at - _clock.GetUtcNow()), Timeout.InfiniteTimeSpan)
            {
                KeepAlive = true,
                Interleave = true,
            }
        );
    }
}
