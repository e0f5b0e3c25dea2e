using Orleans.Concurrency;

namespace Kayse.Grains.Directory;

/// <summary>
/// Which person has an email address: the point where its uniqueness is decided. Keyed by
/// <see cref="EmailAddress">normalised address</see>.
/// </summary>
[Alias("kayse.email-address")]
public interface IEmailAddressGrain : IGrainWithStringKey
{
    /// <summary>
    /// Gives the address to <paramref name="userId"/> if nobody has it, or it is kept for them; answers who has it now.
    /// May be repeated.
    /// </summary>
    [Alias("claim")]
    Task<string> ClaimAsync(string userId);

    /// <summary>Takes the address from <paramref name="userId"/>; without effect when they don't have it.</summary>
    [Alias("release")]
    Task ReleaseAsync(string userId);

    /// <summary>
    /// Keeps the address for <paramref name="userId"/>, who gives it up and may want it back: nobody else gets it until
    /// they claim or release it, and it leads nobody to them. Without effect when they don't have it. May be repeated.
    /// </summary>
    [Alias("keep")]
    Task KeepAsync(string userId);

    /// <summary>Who has the address, or null when nobody does or it is only kept for somebody.</summary>
    [ReadOnly, Alias("get-user-id")]
    Task<string?> GetUserIdAsync();
}
