namespace Kayse.Grains.Sessions;

/// <summary>How long sessions last; section <c>Kayse:Sessions</c>.</summary>
public sealed class UserSessionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Sessions";

    /// <summary>How long a session may stay unused; at least 1 minute, at most <see cref="AbsoluteLifetime"/>.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a session lasts at most; at least <see cref="IdleTimeout"/>, at most 365 days.</summary>
    public TimeSpan AbsoluteLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a remembered session lasts at most; at least <see cref="AbsoluteLifetime"/>, at most 365 days.</summary>
    public TimeSpan RememberedLifetime { get; set; } = TimeSpan.FromDays(30);
}
