using Kayse.Grains.State;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Push;

[GrainType("push-keys")]
internal sealed class PushKeysGrain(
    [PersistentState("vapid", DurableGrain.Storage)] IPersistentState<VapidKeysState> storage,
    IOptions<PushOptions> options,
    PushSecrets secrets,
    TimeProvider clock
) : DurableGrain, IPushKeysGrain
{
    public async Task<VapidKey> GetCurrentAsync()
    {
        var now = clock.GetUtcNow();
        // One that can't be decrypted, because the key ring is lost, is of no use.
        if (
            VapidKeyRules.Current(storage.State, options.Value, now) is { } key
            && secrets.UnprotectKey(key.ProtectedPrivateKey) is not null
        )
            return key;
        var added = VapidKey.New(secrets, now);
        await SaveAsync(storage, VapidKeyRules.With(storage.State, added));
        return added;
    }

    public Task<VapidKey?> FindAsync(string publicKey) =>
        Task.FromResult(storage.State.Keys.FirstOrDefault(key => key.PublicKey == publicKey));
}
