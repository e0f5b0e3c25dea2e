using Kayse.Grains.State;

namespace Kayse.Grains.Directory;

[GrainType("email-address")]
internal sealed class EmailAddressGrain(
    [PersistentState("email-address", DurableGrain.Storage)] IPersistentState<EmailAddressState> storage
) : DurableGrain, IEmailAddressGrain
{
    public async Task<string> ClaimAsync(string userId)
    {
        if (storage.State.UserId is { } holder && !(storage.State.Kept && IsHeldBy(userId)))
            return holder;
        await SaveAsync(storage, new EmailAddressState { UserId = userId });
        return userId;
    }

    public async Task ReleaseAsync(string userId)
    {
        if (IsHeldBy(userId))
            await ClearAsync(storage);
    }

    public async Task KeepAsync(string userId)
    {
        if (IsHeldBy(userId) && !storage.State.Kept)
            await SaveAsync(storage, storage.State with { Kept = true });
    }

    public Task<string?> GetUserIdAsync()
    {
        // Anybody can ask for any address: one that nobody has must not stay in memory.
        if (storage.State.UserId is null)
            DeactivateOnIdle();
        return Task.FromResult(storage.State.Kept ? null : storage.State.UserId);
    }

    private bool IsHeldBy(string userId) => storage.State.UserId == userId;
}

[NoPersonalData("Whose an address is; the address itself is in the profile.")]
internal sealed record EmailAddressState
{
    /// <summary>Who has the address; null when nobody does.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether they gave it up and can still have it back: it leads nobody to them.</summary>
    public bool Kept { get; init; }
}
