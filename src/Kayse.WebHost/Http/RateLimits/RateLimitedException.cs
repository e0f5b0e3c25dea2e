namespace Kayse.WebHost.Http.RateLimits;

/// <summary>A limit was reached within a flow; says when to come back.</summary>
internal sealed class RateLimitedException(TimeSpan retryAfter) : Exception("A rate limit was reached.")
{
    /// <summary>After how long the next try has a chance.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
