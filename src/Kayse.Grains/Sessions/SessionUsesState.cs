using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

[NoPersonalData("When sessions were last used, which the list of sessions says.")]
internal sealed record SessionUsesState
{
    /// <summary>By session or key.</summary>
    public Dictionary<string, UseTimes> Uses { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>When something was used. Short names and whole numbers: a shard may hold thousands.</summary>
/// <param name="At">Milliseconds since 1970, rounded down, so that what is read back never lengthens a session.</param>
/// <param name="Until">Seconds since 1970 up to which it is kept.</param>
internal readonly record struct UseTimes(long At, long Until);
