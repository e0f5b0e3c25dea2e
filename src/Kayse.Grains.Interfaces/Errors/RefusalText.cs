namespace Kayse.Grains.Errors;

/// <summary>What refusals say to people.</summary>
public static class RefusalText
{
    /// <summary>The message of a refusal, with when to try again if waiting helps.</summary>
    public static string Text(this Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.RetryAfter is { } wait ? $"{refusal.Message} Try again in {InWords(wait)}." : refusal.Message;
    }

    // Rounded up, so that trying again then works; in hours from 2 hours on, in days from 2 days on.
    private static string InWords(TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        if (seconds < 60)
            return Count(seconds, "second");
        var minutes = Units(seconds, 60);
        if (minutes is not 60 and < 120)
            return Count(minutes, "minute");
        var hours = Units(minutes, 60);
        return hours < 48 ? Count(hours, "hour") : Count(Units(hours, 24), "day");
    }

    private static long Units(long amount, int size) => (amount + size - 1) / size;

    private static string Count(long number, string unit) => FormattableString.Invariant($"{number} {unit}{(number == 1 ? "" : "s")}");
}
