namespace Kayse.Grains.Sessions;

/// <summary>What a shard knows of uses.</summary>
internal static class SessionUsesRules
{
    /// <summary>How many shards there are. A change of it forgets uses that were noted before.</summary>
    public const int Shards = 512;

    /// <summary>The shard of a session or key.</summary>
    public static long ShardOf(string id) => StableHash.ComputeHash(id) % Shards;

    /// <summary>Takes uses into account; false when that changes nothing.</summary>
    public static bool Note(SessionUsesState state, IReadOnlyList<SessionUse> uses)
    {
        var changed = false;
        foreach (var use in uses)
        {
            var times = new UseTimes(Milliseconds(use.At), Milliseconds(use.KeptUntil) / 1000);
            if (state.Uses.TryGetValue(use.Id, out var known) && known.At >= times.At)
                continue;
            state.Uses[use.Id] = times;
            changed = true;
        }

        return changed;
    }

    /// <summary>When it was last used, or null.</summary>
    public static DateTime? LastUse(SessionUsesState state, string id) =>
        state.Uses.TryGetValue(id, out var times) ? DateTime.UnixEpoch.AddMilliseconds(times.At) : null;

    /// <summary>Forgets a use that isn't later than <paramref name="upTo"/>.</summary>
    public static void Forget(SessionUsesState state, string id, DateTime upTo)
    {
        if (state.Uses.TryGetValue(id, out var times) && times.At <= Milliseconds(upTo))
            state.Uses.Remove(id);
    }

    /// <summary>Forgets what nobody needs any more.</summary>
    public static void Prune(SessionUsesState state, DateTime now)
    {
        var seconds = Milliseconds(now) / 1000;
        foreach (var (id, times) in state.Uses)
        {
            if (times.Until < seconds)
                state.Uses.Remove(id);
        }
    }

    private static long Milliseconds(DateTime instant) => (instant - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
}
