using System.Threading.RateLimiting;
using Kayse.Testing;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Tests.Http.RateLimits;

public sealed class RefillingLimiterTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void All_permits_are_there_at_first_and_then_come_back_evenly()
    {
        using var limiter = Limiter(4, TimeSpan.FromMinutes(1));
        for (var i = 0; i < 4; i++)
            Take(limiter).ShouldBeNull();

        Take(limiter).ShouldBe(TimeSpan.FromSeconds(15));
        _clock.Advance(TimeSpan.FromSeconds(14.9));
        Take(limiter).ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Take(limiter).ShouldBeNull();
        Take(limiter).ShouldNotBeNull();
    }

    [Fact]
    public void It_never_holds_more_than_its_limit()
    {
        using var limiter = Limiter(2, TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromDays(1));

        Take(limiter).ShouldBeNull();
        Take(limiter).ShouldBeNull();
        Take(limiter).ShouldNotBeNull();
    }

    [Fact]
    public void It_may_be_forgotten_once_it_is_full_again()
    {
        using var limiter = Limiter(2, TimeSpan.FromMinutes(1));
        Take(limiter);
        limiter.IdleDuration.ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(29));
        limiter.IdleDuration.ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(11));

        limiter.IdleDuration.ShouldNotBeNull().TotalSeconds.ShouldBe(10, 0.001);
    }

    private RefillingLimiter Limiter(int permits, TimeSpan window) =>
        new(new RateLimitRule { PermitLimit = permits, Window = window }, _clock);

    // Null when there was a permit, else when to come back.
    private static TimeSpan? Take(RateLimiter limiter)
    {
        using var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after
            : throw new InvalidOperationException();
    }
}
