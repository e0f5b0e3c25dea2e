using Kayse.Grains.State;

namespace Kayse.Grains.Sso;

[GrainType("sso-identity")]
internal sealed class SsoIdentityGrain([PersistentState("sso-identity", DurableGrain.Storage)] IPersistentState<SsoIdentityOwner> storage)
    : DurableGrain,
        ISsoIdentityGrain
{
    public async Task<string> ClaimAsync(string userId)
    {
        if (storage.State.UserId is { } holder)
            return holder;
        await SaveAsync(storage, new SsoIdentityOwner { UserId = userId });
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
        // An identity provider may vouch for anybody: what nobody has must not stay in memory.
        if (storage.State.UserId is null)
            DeactivateOnIdle();
        return Task.FromResult(storage.State.UserId);
    }
}

[NoPersonalData("Whose an identity is; the identities are among what the person's profile exports.")]
internal sealed record SsoIdentityOwner
{
    /// <summary>Who has the identity; null when nobody does.</summary>
    public string? UserId { get; init; }
}
