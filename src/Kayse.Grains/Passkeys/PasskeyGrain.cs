using Kayse.Grains.State;

namespace Kayse.Grains.Passkeys;

[GrainType("passkey")]
internal sealed class PasskeyGrain([PersistentState("passkey", DurableGrain.Storage)] IPersistentState<PasskeyOwner> storage)
    : DurableGrain,
        IPasskeyGrain
{
    public async Task<string> ClaimAsync(string userId)
    {
        if (storage.State.UserId is { } holder)
            return holder;
        await SaveAsync(storage, new PasskeyOwner { UserId = userId });
        return userId;
    }

    public async Task ReleaseAsync(string userId)
    {
        if (storage.State.UserId == userId)
            await ClearAsync(storage);
        DeactivateOnIdle();
    }

    public Task<string?> GetUserIdAsync()
    {
        // Anybody can ask for any credential id: one that nobody has must not stay in memory.
        if (storage.State.UserId is null)
            DeactivateOnIdle();
        return Task.FromResult(storage.State.UserId);
    }
}

[NoPersonalData("Whose a passkey is; the passkeys are in a file of their own.")]
internal sealed record PasskeyOwner
{
    /// <summary>Who has the passkey; null when nobody does.</summary>
    public string? UserId { get; init; }
}
