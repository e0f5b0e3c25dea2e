using Kayse.Grains.Errors;

namespace Kayse.Grains.Privacy;

/// <summary>Refusals of data exports.</summary>
public static class PrivacyErrors
{
    /// <summary>One export at a time.</summary>
    public static readonly Refusal ExportInProgress = new(
        "data_export_in_progress",
        "Your last export is still being prepared. You'll get an email when it's ready."
    );

    /// <summary>It is still being built.</summary>
    public static readonly Refusal ExportNotReady = new(
        "data_export_not_ready",
        "This export isn't ready yet. You'll get an email when it is."
    );

    /// <summary>Its time is over, or it was deleted.</summary>
    public static readonly Refusal ExportExpired = new("data_export_expired", "This export has expired. Request a new one.");

    /// <summary>It was downloaded as often as it may be.</summary>
    public static readonly Refusal DownloadsUsed = new(
        "data_export_downloads_used",
        "This export has been downloaded 5 times, which is the limit. Request a new one."
    );

    /// <summary>The 30 days are over.</summary>
    public static readonly Refusal DeletionDue = new(
        "account_deletion_due",
        "The 30 days are over, and your account is being deleted. You can't take this back any more."
    );

    /// <summary>Three within a week.</summary>
    public static Refusal TooManyExports(TimeSpan retryAfter) =>
        new("rate_limited", "You can request three exports in 7 days.") { RetryAfter = retryAfter };
}
