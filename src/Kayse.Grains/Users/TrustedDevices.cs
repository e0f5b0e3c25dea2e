using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <summary>The devices on which a person needs no code.</summary>
internal sealed class TrustedDevices(UserContext user)
{
    public string? Find(TokenHash secret) => UserTwoFactorRules.TrustedDevice(user.State, secret, companyId: null, user.Now)?.Id;

    public IReadOnlyList<TrustedDeviceView> List(TokenHash? current) =>
        [.. TrustedDeviceRules.Live(user.State.TrustedDevices, user.Now).Reverse().Select(device => device.View(current))];

    public async Task<bool> RemoveAsync(string deviceId)
    {
        var left = TrustedDeviceRules.Without(user.State.TrustedDevices, deviceId);
        if (left.Count == user.State.TrustedDevices.Count)
            return false;
        var wasLive = TrustedDeviceRules.Live(user.State.TrustedDevices, user.Now).Any(device => device.Id == deviceId);
        await user.SaveAsync(user.State with { TrustedDevices = left });
        return wasLive;
    }

    /// <summary>
    /// The person with one more trusted device, and its token; as they are and null where none may be trusted. The
    /// token names the person, as the device has no grain of its own.
    /// </summary>
    public (UserState Next, string? Token) With(UserState state, ClientDevice device, string companyId)
    {
        if (!UserTwoFactorRules.MayTrustDevices(state, companyId))
            return (state, null);
        var token = SecretToken.Create(user.Id, out var hash);
        var trusted = new TrustedDevice(user.NewId(), hash, device, user.Now);
        return (state with { TrustedDevices = TrustedDeviceRules.With(state.TrustedDevices, trusted, user.Now) }, token);
    }
}
