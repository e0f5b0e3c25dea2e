using Orleans.Concurrency;

namespace Kayse.Grains.Push;

/// <summary>
/// The installation's key pairs for push services (VAPID), keyed by <see cref="TheOnly"/>: one grain for all silos, so
/// that two never make a key each.
/// </summary>
[Alias("kayse.push-keys")]
internal interface IPushKeysGrain : IGrainWithStringKey
{
    /// <summary>The key of the one grain.</summary>
    const string TheOnly = "installation";

    /// <summary>The key that browsers are given from now on, on disk; a new one when it is time for it.</summary>
    [Alias("get-current")]
    Task<VapidKey> GetCurrentAsync();

    /// <summary>A key that browsers were given; null when there is none, or it is too old to be used.</summary>
    [ReadOnly, Alias("find")]
    Task<VapidKey?> FindAsync(string publicKey);
}
