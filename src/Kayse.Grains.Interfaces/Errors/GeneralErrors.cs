namespace Kayse.Grains.Errors;

/// <summary>Refusals that belong to no one feature.</summary>
public static class GeneralErrors
{
    /// <summary>The caller may not do this; says nothing of what would be there.</summary>
    public static readonly Refusal Forbidden = new("forbidden", "You are not allowed to do this.");

    /// <summary>What is named isn't there, or isn't the caller's to see.</summary>
    public static readonly Refusal NotFound = new("not_found", "There is nothing here.");

    /// <summary>The change was meant for an earlier version than the one that is there.</summary>
    public static readonly Refusal VersionConflict = new(
        "version_conflict",
        "This was changed in the meantime. Look at it again, then repeat your change."
    );

    /// <summary>Fields are at fault.</summary>
    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> fields) =>
        new("validation_failed", "Some fields are not valid.") { Fields = fields };

    /// <summary>Too much of the kind within a time.</summary>
    public static Refusal RateLimited(TimeSpan retryAfter) =>
        new("rate_limited", "Too many requests. Try again later.") { RetryAfter = retryAfter };
}
