using Kayse.Grains.Errors;

namespace Kayse.Grains.Sso;

/// <summary>What may be used once, and for how long that is remembered.</summary>
internal static class SsoOnceRules
{
    /// <summary>Ids that one shard remembers: of 64 shards, 64,000 sign-ins within the time that an id is remembered.</summary>
    public const int MaxUsed = 1_000;

    /// <summary>Outcomes that one shard keeps.</summary>
    public const int MaxKept = 100;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <summary>The shard with one more used id; null when it was used before. Refuses when there is no room.</summary>
    public static SsoOnceState? Use(SsoOnceState state, string hash, DateTimeOffset until, DateTimeOffset now)
    {
        var live = state.Used.Where(used => used.Until > now).ToList();
        if (live.Any(used => used.Hash == hash))
            return null;
        if (live.Count >= MaxUsed)
            throw new RefusedException(GeneralErrors.RateLimited(Lifetime));
        var latest = now + _longest;
        return state with { Used = [.. live, new UsedSsoId(hash, until < latest ? until : latest)] };
    }
}
