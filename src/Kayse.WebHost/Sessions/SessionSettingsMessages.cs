using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions;

/// <summary>Chooses how long one's sessions may stay unused.</summary>
internal sealed class SessionSettingsRequest
{
    /// <summary>1 to 43,200.</summary>
    public required int? IdleTimeoutMinutes { get; init; }
}

/// <summary>How long a person's sessions may stay unused.</summary>
/// <param name="IdleTimeoutMinutes">What they have chosen; the default when they have chosen nothing.</param>
/// <param name="DefaultIdleTimeoutMinutes">What counts for who has chosen nothing.</param>
/// <param name="LongestIdleTimeoutMinutes">The longest that the active company allows; null: it sets no limit.</param>
/// <param name="EffectiveIdleTimeoutMinutes">What holds in the active company: the shorter of what is chosen and what
/// is allowed.</param>
/// <param name="RememberedIdleTimeoutMinutes">What holds there for a remembered session.</param>
internal sealed record SessionSettingsResponse(
    int IdleTimeoutMinutes,
    int DefaultIdleTimeoutMinutes,
    int? LongestIdleTimeoutMinutes,
    int EffectiveIdleTimeoutMinutes,
    int RememberedIdleTimeoutMinutes
)
{
    public static SessionSettingsResponse Of(SessionSettings settings) =>
        new(
            Minutes(settings.IdleTimeout),
            Minutes(settings.DefaultIdleTimeout),
            settings.LongestIdleTimeout is { } longest ? Minutes(longest) : null,
            Minutes(settings.EffectiveIdleTimeout),
            Minutes(settings.RememberedIdleTimeout)
        );

    private static int Minutes(TimeSpan time) => (int)time.TotalMinutes;
}
