namespace Kayse.Grains.Webhooks;

/// <summary>When an event is sent again, and what repeated failure leads to.</summary>
internal static class WebhookRetries
{
    /// <summary>The admins are told when all attempts have failed for so long.</summary>
    public static readonly TimeSpan ToldAfter = TimeSpan.FromDays(1);

    /// <summary>The webhook is disabled when all attempts have failed for so long.</summary>
    public static readonly TimeSpan DisabledAfter = TimeSpan.FromDays(5);

    /// <summary>At most for so long a receiver can ask not to be sent anything.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(10),
    ];

    /// <summary>How long to wait after so many attempts have failed, give or take a fifth; null: it is given up.</summary>
    /// <param name="failures">How many; at least one.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan? PauseAfter(int failures, double random) =>
        failures > _pauses.Length ? null : _pauses[failures - 1] * (0.8 + (0.4 * random));
}
