namespace Kayse.Grains.Sessions;

/// <summary>What a person's companies and the person allow a session, beyond the product's options; of several limits the shortest wins.</summary>
/// <param name="IdleTimeout">How long it may stay unused; null: no limit of theirs.</param>
/// <param name="AbsoluteLifetime">How long it may last; null: no limit of theirs.</param>
/// <param name="RememberMeAllowed">Whether a remembered session counts as one.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-limits")]
public sealed record SessionLimits(
    [property: Id(0)] TimeSpan? IdleTimeout,
    [property: Id(1)] TimeSpan? AbsoluteLifetime,
    [property: Id(2)] bool RememberMeAllowed)
{
    /// <summary>No limits.</summary>
    public static readonly SessionLimits None = new(null, null, RememberMeAllowed: true);

    /// <summary>The limits that keep both.</summary>
    public SessionLimits And(SessionLimits other) => new(
        Shorter(IdleTimeout, other.IdleTimeout),
        Shorter(AbsoluteLifetime, other.AbsoluteLifetime),
        RememberMeAllowed && other.RememberMeAllowed);

    private static TimeSpan? Shorter(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;
}
