namespace Kayse.Grains.Sessions;

/// <summary>How long sessions last; section <c>Kayse:Sessions</c>.</summary>
public sealed class UserSessionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Sessions";

    /// <summary>
    /// How long a session may stay unused; at least 1 minute, at most <see cref="AbsoluteLifetime"/>.
    /// </summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a session lasts at most; at least <see cref="IdleTimeout"/>, at most 365 days.</summary>
    public TimeSpan AbsoluteLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// How long a remembered session lasts at most; at least <see cref="AbsoluteLifetime"/>, at most 365 days.
    /// </summary>
    public TimeSpan RememberedLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Live sessions a person may have (SE-7); one more ends the one that was not used for longest. 1 to 1,000.
    /// </summary>
    public int MaxPerPerson { get; set; } = 100;
}
