namespace Kayse.Grains.Mail;

internal static class OutboxRules
{
    /// <summary>How long a mail that failed for good is remembered.</summary>
    public static readonly TimeSpan FailureKept = TimeSpan.FromDays(30);

    /// <summary>Mails that one outbox sends at the same time.</summary>
    public const int Parallel = 4;

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The pause doubles from 5 seconds to 30 minutes; a fifth of it is chance, so that shards don't all knock at once.
    /// </summary>
    public static QueuedMail AfterFailedAttempt(QueuedMail mail, DateTimeOffset now, double chance)
    {
        var doubled = _firstPause * Math.Pow(2, Math.Min(mail.Attempts, 20));
        var pause = (doubled < _longestPause ? doubled : _longestPause) * (0.9 + (0.2 * chance));
        return mail with { Attempts = mail.Attempts + 1, NextAttemptAt = now + pause };
    }

    public static QueuedMail GivenUp(QueuedMail mail, DateTimeOffset now) => mail with { FailedAt = now, ProtectedSecret = null };
}
