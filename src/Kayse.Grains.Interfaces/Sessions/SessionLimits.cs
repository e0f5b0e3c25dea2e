namespace Kayse.Grains.Sessions;

/// <summary>
/// What the company in which a session acts, and its person, allow it; of the two the shorter limit wins.
/// </summary>
/// <param name="IdleTimeout">How long it may stay unused; null: no limit of theirs.</param>
/// <param name="AbsoluteLifetime">How long it may last; null: no limit of theirs.</param>
/// <param name="RememberMeAllowed">Whether a remembered session counts as one.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-limits")]
public sealed record SessionLimits(
    [property: Id(0)] TimeSpan? IdleTimeout,
    [property: Id(1)] TimeSpan? AbsoluteLifetime,
    [property: Id(2)] bool RememberMeAllowed
)
{
    /// <summary>No limits.</summary>
    public static readonly SessionLimits None = new(null, null, RememberMeAllowed: true);

    /// <summary>The idle timeout that the person has chosen in place of the product's (SE-3); null: none.</summary>
    [Id(3)]
    public TimeSpan? ChosenIdleTimeout { get; init; }
}
