using System.Threading.RateLimiting;

namespace Kayse.WebHost.Http.RateLimits;

/// <summary>
/// A token bucket that refills continuously by the clock it is given; the framework's own reads the machine's and needs
/// a timer.
/// </summary>
internal sealed class RefillingLimiter(RateLimitRule rule, TimeProvider clock) : RateLimiter
{
    private readonly Lock _lock = new();
    private readonly double _permitsPerTick = (double)rule.PermitLimit / rule.Window.Ticks;
    private double _permits = rule.PermitLimit;
    private DateTimeOffset _countedAt = clock.GetUtcNow();

    // When the bucket is full it is as good as new, and may be forgotten.
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var sinceFull =
                    clock.GetUtcNow() - _countedAt - TimeSpan.FromTicks((long)((rule.PermitLimit - _permits) / _permitsPerTick));
                return sinceFull > TimeSpan.Zero ? sinceFull : null;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var elapsed = Math.Max(0, (now - _countedAt).Ticks);
            _permits = Math.Min(rule.PermitLimit, _permits + (elapsed * _permitsPerTick));
            _countedAt = now;
            if (_permits < permitCount)
                return new Lease(TimeSpan.FromTicks((long)Math.Ceiling((permitCount - _permits) / _permitsPerTick)));
            _permits -= permitCount;
            return Lease.Acquired;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(permitCount));

    private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
    {
        public static readonly Lease Acquired = new(retryAfter: null);

        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = retryAfter;
            return retryAfter is not null && metadataName == MetadataName.RetryAfter.Name;
        }
    }
}
