namespace Kayse.Grains.Sessions;

internal static class SignInHistoryRules
{
    /// <summary>Entries that are kept at most: 16 MB of keys. Beyond that the oldest go early.</summary>
    public const int MaxEntries = 2_000_000;

    /// <summary>
    /// Failures of one person that become entries of their own within <see cref="RepeatWindow"/>; more are counted in
    /// one of them.
    /// </summary>
    public const int MaxFailuresPerPerson = 3;

    /// <summary>
    /// Failures of all people that become entries of their own within <see cref="RepeatWindow"/>; more are counted in
    /// one that names nobody.
    /// </summary>
    public const int MaxFailures = 500;

    /// <summary>How far apart two similar failures are if each is an entry of its own.</summary>
    public static readonly TimeSpan RepeatWindow = TimeSpan.FromHours(1);

    /// <summary>
    /// What a filter asks for at a time. Entries are found by their second, so a limit within a second counts from the
    /// next one.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <param name="people">The numbers of the people it names; null for everybody.</param>
    /// <param name="keptSince">What is from before this is no longer listed.</param>
    public static HistoryQuery QueryOf(SignInHistoryFilter filter, HashSet<int>? people, DateTimeOffset keptSince)
    {
        var oldest = keptSince.ToUnixTimeSeconds();
        return new HistoryQuery(
            Math.Max(oldest, SecondOf(filter.From) ?? oldest),
            SecondOf(filter.To) ?? long.MaxValue,
            people,
            filter.Outcome
        );
    }

    private static long? SecondOf(DateTimeOffset? time) =>
        time is { } at ? (long)Math.Ceiling((at - DateTimeOffset.UnixEpoch).TotalSeconds) : null;
}
