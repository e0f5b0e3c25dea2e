namespace Kayse.Grains.Mail;

internal static class OutboxRules
{
    /// <summary>How long a mail that failed for good is kept.</summary>
    public static readonly TimeSpan FailureKept = TimeSpan.FromDays(30);

    /// <summary>How many mails an outbox sends at the same time.</summary>
    public const int Parallel = 4;

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The pause before the next attempt doubles from 5 seconds to 30 minutes, give or take a tenth, so that the shards
    /// don't all try at the same moment.
    /// </summary>
    /// <param name="mail">The mail before the attempt.</param>
    /// <param name="now">When the attempt failed.</param>
    /// <param name="random">From 0 to 1.</param>
    public static QueuedMail AfterFailedAttempt(QueuedMail mail, DateTimeOffset now, double random)
    {
        var doubled = _firstPause * Math.Pow(2, Math.Min(mail.Attempts, 20));
        var pause = (doubled < _longestPause ? doubled : _longestPause) * (0.9 + (0.2 * random));
        return mail with { Attempts = mail.Attempts + 1, NextAttemptAt = now + pause };
    }

    /// <summary>The mail once it won't be sent; its secret is no longer needed.</summary>
    public static QueuedMail GivenUp(QueuedMail mail, DateTimeOffset now) => mail with { FailedAt = now, ProtectedSecret = null };
}
