using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Http.RateLimits;

/// <summary>
/// All limits, in the memory of this process. A key costs memory only until it has all its permits back (the framework
/// collects idle partitions), so that a flood of new keys is bounded by its own rate.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private readonly RateLimitOptions _options;
    private readonly PartitionedRateLimiter<LimitKey> _limiter;

    public RequestLimits(IOptions<RateLimitOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _limiter = PartitionedRateLimiter.Create<LimitKey, LimitKey>(key =>
            RateLimitPartition.Get(key, of => new RefillingLimiter(_options.Of(of.Kind), clock))
        );
    }

    /// <summary>Takes a permit: null when there was one, else after how long to come back.</summary>
    public TimeSpan? TryTake(RateLimitKind kind, string key)
    {
        if (!_options.Enabled)
            return null;
        using var lease = _limiter.AttemptAcquire(new LimitKey(kind, key));
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
    }

    /// <summary>Takes a permit or throws.</summary>
    public void Take(RateLimitKind kind, string key)
    {
        if (TryTake(kind, key) is { } retryAfter)
            throw new RateLimitedException(retryAfter);
    }

    public void Dispose() => _limiter.Dispose();

    private readonly record struct LimitKey(RateLimitKind Kind, string Key);
}
