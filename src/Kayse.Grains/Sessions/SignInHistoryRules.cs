namespace Kayse.Grains.Sessions;

internal static class SignInHistoryRules
{
    /// <summary>How long an entry is told.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Entries that are kept at most: 16 MB of keys. Of more the oldest go early.</summary>
    public const int MaxEntries = 2_000_000;

    /// <summary>
    /// Failures of one person that become entries of their own within <see cref="FailuresApart"/>; more are counted in
    /// one of them.
    /// </summary>
    public const int FailuresOfOne = 3;

    /// <summary>
    /// Failures of all people that become entries of their own within it; more are counted in one that names nobody.
    /// </summary>
    public const int FailuresOfAll = 500;

    /// <summary>How far apart two failures alike are if each is an entry of its own.</summary>
    public static readonly TimeSpan FailuresApart = TimeSpan.FromHours(1);
}
