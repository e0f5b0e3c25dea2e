namespace Kayse.Grains.Scim;

/// <summary>
/// When an identity provider takes access away from so many people at once that it is more likely a mistake, or somebody
/// who got into it.
/// </summary>
internal static class ScimBrakeRules
{
    /// <summary>Over how long losses are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>How long a release holds.</summary>
    public static readonly TimeSpan Release = TimeSpan.FromHours(4);

    /// <summary>After how long an identity provider is told to try again while the brake is on.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    private const int Few = 5;
    private const int OneIn = 5;

    /// <summary>How many lost their access within the window.</summary>
    public static int Count(IReadOnlyList<ScimLosses> losses, DateTimeOffset now) => Recent(losses, now).Sum(minute => minute.Count);

    /// <summary>The losses with one more, and without those that don't count any more.</summary>
    public static IReadOnlyList<ScimLosses> WithOne(IReadOnlyList<ScimLosses> losses, DateTimeOffset now)
    {
        var minute = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var recent = Recent(losses, now).ToList();
        var current = recent.Find(one => one.Minute == minute);
        return [.. recent.Where(one => one != current), new ScimLosses(minute, (current?.Count ?? 0) + 1)];
    }

    /// <summary>Whether so many losses, of whom some are members no more, could ever be too many.</summary>
    public static bool AreMany(int losses) => losses > Few;

    /// <summary>Whether they are: more than five, and more than a fifth of those who were active at the beginning.</summary>
    public static bool AreTooMany(int losses, int activeBefore) => AreMany(losses) && losses * OneIn > activeBefore;

    /// <summary>Whether a release holds.</summary>
    public static bool IsReleased(ScimDirectoryState state, DateTimeOffset now) => now < state.ReleasedUntil;

    private static IEnumerable<ScimLosses> Recent(IReadOnlyList<ScimLosses> losses, DateTimeOffset now) =>
        losses.Where(minute => minute.Minute + Window > now);
}
