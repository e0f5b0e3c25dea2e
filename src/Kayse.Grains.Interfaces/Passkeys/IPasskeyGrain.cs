using Orleans.Concurrency;

namespace Kayse.Grains.Passkeys;

/// <summary>
/// Which person has a passkey: the point where its uniqueness is decided. Keyed by <see cref="PasskeyKeys"/>.
/// </summary>
[Alias("kayse.passkey")]
public interface IPasskeyGrain : IGrainWithStringKey
{
    /// <summary>
    /// Gives the passkey to <paramref name="userId"/> if nobody has it; returns who has it now. May be repeated.
    /// </summary>
    [Alias("claim")]
    Task<string> ClaimAsync(string userId);

    /// <summary>Takes the passkey from <paramref name="userId"/>; without effect when they don't have it.</summary>
    [Alias("release")]
    Task ReleaseAsync(string userId);

    /// <summary>Who has the passkey, or null when nobody does.</summary>
    [ReadOnly, Alias("get-user-id")]
    Task<string?> GetUserIdAsync();
}
