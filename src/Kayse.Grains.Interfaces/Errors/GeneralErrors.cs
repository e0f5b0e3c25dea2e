namespace Kayse.Grains.Errors;

/// <summary>Refusals that belong to no one feature.</summary>
public static class GeneralErrors
{
    /// <summary>The caller may not do this; says nothing of what would be there.</summary>
    public static readonly Refusal Forbidden = new("forbidden", "You don't have permission to do this. Ask an admin of your company.");

    /// <summary>What is named isn't there, or isn't the caller's to see.</summary>
    public static readonly Refusal NotFound = new(
        "not_found",
        "We couldn't find this. It may have been deleted, or you may not have access to it."
    );

    /// <summary>The change was meant for an earlier version than the one that is there.</summary>
    public static readonly Refusal VersionConflict = new(
        "version_conflict",
        "Someone else changed this in the meantime. Review the current version, then save again."
    );

    /// <summary>Fields are at fault.</summary>
    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> fields) =>
        new("validation_failed", "Some fields are invalid. Correct them and try again.") { Fields = fields };

    /// <summary>Too much of the kind within a time.</summary>
    public static Refusal RateLimited(TimeSpan retryAfter) => new("rate_limited", "Too many requests.") { RetryAfter = retryAfter };
}
