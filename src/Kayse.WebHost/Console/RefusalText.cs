using Kayse.Grains.Errors;

namespace Kayse.WebHost.Console;

internal static class RefusalText
{
    /// <summary>What a refusal says to a person, with when to come back.</summary>
    public static string Text(this Refusal refusal) =>
        refusal.RetryAfter is { } wait ? $"{refusal.Message} {TryAgain(wait)}" : refusal.Message;

    private static string TryAgain(TimeSpan wait) =>
        wait switch
        {
            { TotalSeconds: < 60 } => FormattableString.Invariant($"Wait {Math.Max(1, Math.Ceiling(wait.TotalSeconds)):0} seconds."),
            { TotalMinutes: <= 1 } => "Wait a minute.",
            _ => FormattableString.Invariant($"Wait {Math.Ceiling(wait.TotalMinutes):0} minutes."),
        };
}
