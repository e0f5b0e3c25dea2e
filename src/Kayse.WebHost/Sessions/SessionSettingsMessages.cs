using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions;

/// <summary>Sets your idle timeout.</summary>
internal sealed class SessionSettingsRequest
{
    /// <summary>Minutes without activity after which sessions end: 1 to 43,200.</summary>
    public required int? IdleTimeoutMinutes { get; init; }
}

/// <summary>Your idle timeout, in minutes.</summary>
/// <param name="IdleTimeoutMinutes">What you have chosen, or the default.</param>
/// <param name="DefaultIdleTimeoutMinutes">The default.</param>
/// <param name="LongestIdleTimeoutMinutes">The longest that the active company allows; null for no limit.</param>
/// <param name="EffectiveIdleTimeoutMinutes">What applies in the active company: the shorter of what you chose and
/// what it allows.</param>
/// <param name="RememberedIdleTimeoutMinutes">What applies there to remembered sessions.</param>
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
