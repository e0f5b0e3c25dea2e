using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Push;

/// <summary>The devices of a person, without those whose session has ended.</summary>
internal sealed class PushDevices(
    string userId,
    SegmentedList<PushDevice> devices,
    PushSecrets secrets,
    IGrainFactory grains,
    IOptions<PushOptions> options,
    TimeProvider clock
)
{
    private IPushKeysGrain Keys => grains.GetGrain<IPushKeysGrain>(IPushKeysGrain.TheOnly);

    public IEnumerable<string> Ids => devices.Items.Select(device => device.Id);

    public Task LoadAsync() => devices.LoadAsync();

    public PushDevice? Find(string deviceId) => devices.Find(deviceId);

    public PushDevice Get(string deviceId) => Find(deviceId) ?? throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>The key that browsers are given; null when push is not available.</summary>
    public async Task<string?> FindPublicKeyAsync() =>
        options.Value.Subject.Length == 0 ? null : (await Keys.GetCurrentAsync()).PublicKey;

    public async Task<IReadOnlyList<PushDeviceView>> ListAsync(string? publicKey)
    {
        await RemoveEndedAsync();
        return [.. devices.Items.OrderByDescending(device => device.CreatedAt).Select(device => ViewOf(device, publicKey))];
    }

    public async Task<PushDeviceView> AddAsync(SubscribePush command)
    {
        if (await FindPublicKeyAsync() is not { } current)
            throw new RefusedException(PushErrors.Unavailable);
        var (subscription, name, service) = PushSubscriptionRules.Check(command, options.Value);
        var publicKey = await CheckedKeyAsync(command.PublicKey ?? current);
        await RemoveEndedAsync();
        var endpoint = PushSubscriptionRules.HashOf(subscription.Endpoint);
        var known = devices.Items.FirstOrDefault(device => device.Endpoint == endpoint);
        if (known is null && devices.Count >= PushLimits.Devices)
            throw new RefusedException(PushErrors.TooManyDevices);
        var device = new PushDevice
        {
            Id = known?.Id ?? EntityId.New(clock),
            Name = command.Name is null && known is not null ? known.Name : name,
            SessionId = command.SessionId,
            Service = service,
            Endpoint = endpoint,
            ProtectedSecrets = secrets.Protect(userId, subscription),
            PublicKey = publicKey,
            CreatedAt = known?.CreatedAt ?? clock.GetUtcNow(),
            LastSentAt = known?.LastSentAt,
        };
        await devices.PutAsync(device);
        return ViewOf(device, current);
    }

    public async Task<PushDeviceView> RenameAsync(string deviceId, string? name)
    {
        var device = Get(deviceId);
        var errors = new FieldErrors();
        var clean = errors.Required("name", name, PushLimits.Name);
        errors.ThrowIfAny();
        await devices.PutAsync(device with { Name = clean });
        return ViewOf(Get(deviceId), await FindPublicKeyAsync());
    }

    public Task RemoveAsync(string deviceId) => devices.RemoveAsync(deviceId);

    /// <summary>Notes that its push service has taken a message; stored with the next change of a device.</summary>
    public void NoteSent(string deviceId)
    {
        if (Find(deviceId) is { } device)
            devices.Note(device with { LastSentAt = clock.GetUtcNow() });
    }

    public async Task ClearAsync()
    {
        foreach (var id in Ids.ToList())
            devices.NoteRemoval(id);
        await devices.FlushAsync();
    }

    private async Task<string> CheckedKeyAsync(string publicKey)
    {
        if (await Keys.FindAsync(publicKey) is not null)
            return publicKey;
        var errors = new FieldErrors();
        errors.Add("publicKey", "This isn't a key of this installation. Subscribe with the current one.");
        errors.ThrowIfAny();
        return publicKey;
    }

    private async Task RemoveEndedAsync()
    {
        var all = devices.Items.ToList();
        var sessions = await Task.WhenAll(all.Select(device => grains.GetGrain<IUserSessionGrain>(device.SessionId).GetAsync()));
        foreach (var (device, session) in all.Zip(sessions))
        {
            if (session is null)
                devices.NoteRemoval(device.Id);
        }

        await devices.FlushAsync();
    }

    private static PushDeviceView ViewOf(PushDevice device, string? publicKey) =>
        new(device.Id, device.Name, device.SessionId, device.Service, device.CreatedAt)
        {
            LastSentAt = device.LastSentAt,
            NeedsRenewal = publicKey is not null && publicKey != device.PublicKey,
            Fingerprint = PushSubscriptionRules.FingerprintOf(device.Endpoint),
        };
}
