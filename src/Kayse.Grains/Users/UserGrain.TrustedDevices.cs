using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public Task<string?> FindTrustedDeviceAsync(TokenHash secret) =>
        Task.FromResult(UserTwoFactorRules.TrustedDevice(State, secret, companyId: null, Now)?.Id);

    public Task<IReadOnlyList<TrustedDeviceView>> ListTrustedDevicesAsync(TokenHash? current) =>
        Task.FromResult<IReadOnlyList<TrustedDeviceView>>([
            .. TrustedDeviceRules.Live(State.TrustedDevices, Now).Reverse().Select(device => device.View(current)),
        ]);

    public async Task<bool> DistrustDeviceAsync(string deviceId)
    {
        var left = TrustedDeviceRules.Without(State.TrustedDevices, deviceId);
        if (left.Count == State.TrustedDevices.Count)
            return false;
        var wasLive = TrustedDeviceRules.Live(State.TrustedDevices, Now).Any(device => device.Id == deviceId);
        await SaveAsync(storage, State with { TrustedDevices = left });
        return wasLive;
    }

    // The token names the person, as the device has no grain of its own. Null where none may be trusted.
    private (TrustedDevice Device, string Token)? NewTrustedDevice(ClientDevice device, string companyId)
    {
        if (!UserTwoFactorRules.MayTrustDevices(State, companyId))
            return null;
        var token = SecretToken.Create(Key, out var hash);
        return (new TrustedDevice(EntityId.New(clock), hash, device, Now), token);
    }

    private UserState WithTrust(UserState state, TrustedDevice? device) =>
        device is null ? state : state with { TrustedDevices = TrustedDeviceRules.With(state.TrustedDevices, device, Now) };
}
