using Kayse.Grains.State;

namespace Kayse.Grains.Directory;

[GrainType("email-address")]
internal sealed class EmailAddressGrain(
    [PersistentState("email-address", DurableGrain.Storage)] IPersistentState<EmailAddressState> storage) : DurableGrain, IEmailAddressGrain
{
    public async Task<string> ClaimAsync(string userId)
    {
        if (storage.State.UserId is { } holder)
            return holder;
        await SaveAsync(storage, new EmailAddressState { UserId = userId });
        return userId;
    }

    public async Task ReleaseAsync(string userId)
    {
        if (string.Equals(storage.State.UserId, userId, StringComparison.Ordinal))
            await ClearAsync(storage);
    }

    public Task<string?> GetUserIdAsync()
    {
        // Anybody can ask for any address: one that nobody has must not stay in memory.
        if (storage.State.UserId is null)
            DeactivateOnIdle();
        return Task.FromResult(storage.State.UserId);
    }
}

internal sealed record EmailAddressState
{
    /// <summary>Who has the address; null when nobody does.</summary>
    public string? UserId { get; init; }
}
