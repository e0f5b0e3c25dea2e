namespace Kayse.Grains.Sessions;

/// <summary>How long a person's sessions may stay unused (SE-3).</summary>
/// <param name="IdleTimeout">What they have chosen; the default when they have chosen nothing.</param>
/// <param name="DefaultIdleTimeout">What counts for who has chosen nothing.</param>
/// <param name="LongestIdleTimeout">The longest that the company allows; null: it sets no limit.</param>
/// <param name="EffectiveIdleTimeout">What holds in that company: the shorter of both.</param>
/// <param name="RememberedIdleTimeout">What holds there for a remembered session.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-settings")]
public sealed record SessionSettings(
    [property: Id(0)] TimeSpan IdleTimeout,
    [property: Id(1)] TimeSpan DefaultIdleTimeout,
    [property: Id(2)] TimeSpan? LongestIdleTimeout,
    [property: Id(3)] TimeSpan EffectiveIdleTimeout,
    [property: Id(4)] TimeSpan RememberedIdleTimeout
);
