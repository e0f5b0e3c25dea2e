using Orleans.Concurrency;

namespace Kayse.Grains.Directory;

/// <summary>Which person has an email address: the point where its uniqueness is decided. Keyed by <see cref="EmailAddress">normalised address</see>.</summary>
[Alias("kayse.email-address")]
public interface IEmailAddressGrain : IGrainWithStringKey
{
    /// <summary>Gives the address to <paramref name="userId"/> if nobody has it; answers who has it now. May be repeated.</summary>
    [Alias("claim")]
    Task<string> ClaimAsync(string userId);

    /// <summary>Takes the address from <paramref name="userId"/>; without effect when they don't have it.</summary>
    [Alias("release")]
    Task ReleaseAsync(string userId);

    /// <summary>Who has the address, or null.</summary>
    [ReadOnly, Alias("get-user-id")]
    Task<string?> GetUserIdAsync();
}
