using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <remarks>
/// A device that a person trusts (US-5) signs them in without a code for 30 days. It is none any more once their
/// password or second factor changes.
/// </remarks>
public partial interface IUserGrain
{
    /// <summary>
    /// The id of the trusted device that the secret is of; null when it is of none, or the company that a sign-in opens
    /// forbids them.
    /// </summary>
    [ReadOnly, Alias("find-trusted-device")]
    Task<string?> FindTrustedDeviceAsync(TokenHash secret);

    /// <summary>The devices that are trusted, latest trusted first.</summary>
    /// <param name="current">Of the secret of the one that asks; null when that is none.</param>
    [ReadOnly, Alias("list-trusted-devices")]
    Task<IReadOnlyList<TrustedDeviceView>> ListTrustedDevicesAsync(TokenHash? current);

    /// <summary>Trusts a device no longer. Answers whether it was trusted; may be repeated.</summary>
    [Alias("distrust-device")]
    Task<bool> DistrustDeviceAsync(string deviceId);
}
