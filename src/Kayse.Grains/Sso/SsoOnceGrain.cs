using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.State;

namespace Kayse.Grains.Sso;

[GrainType("sso-once")]
internal sealed class SsoOnceGrain(
    [PersistentState("sso-once", DurableGrain.Storage)] IPersistentState<SsoOnceState> storage,
    TimeProvider clock
) : DurableGrain, ISsoOnceGrain
{
    private readonly KeptOutcomes _kept = new(clock);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<bool> UseAsync(string id, DateTimeOffset until)
    {
        if (SsoOnceRules.Use(storage.State, HashOf(id), until, Now) is not { } next)
            return false;
        await SaveAsync(storage, next);
        return true;
    }

    public Task KeepAsync(string code, SsoOutcome outcome)
    {
        _kept.Keep(HashOf(code), outcome);
        DelayDeactivation(SsoOnceRules.Lifetime);
        return Task.CompletedTask;
    }

    public Task<SsoOutcome?> TakeAsync(string code) => Task.FromResult(_kept.Take(HashOf(code)));

    private static string HashOf(string id) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}

[NoPersonalData("Hashes of ids that were used.")]
internal sealed record SsoOnceState
{
    /// <summary>The ids that were used; the time of some may be over.</summary>
    public IReadOnlyList<UsedSsoId> Used
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <param name="Hash">SHA-256, in base64.</param>
/// <param name="Until">Until when it is remembered.</param>
internal sealed record UsedSsoId(string Hash, DateTimeOffset Until);
