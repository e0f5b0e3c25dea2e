using Kayse.Grains.SignInGuards;

namespace Kayse.Grains.Tests.SignInGuards;

/// <summary>What failures lead to, without a grain.</summary>
public sealed class SignInGuardRulesTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _lock = TimeSpan.FromMinutes(15);

    [Fact]
    public void A_failure_after_a_lock_does_not_lock_again()
    {
        var (rules, now) = (Account(), _start);
        var state = Fail(rules, new SignInGuardState(), 10, now);
        rules.Judge(state, 0, now)!.Verdict.ShouldBe(SignInGuardVerdict.Locked);

        now += _lock;
        rules.Judge(state, 0, now)!.Verdict.ShouldBe(SignInGuardVerdict.Allowed);
        state = Fail(rules, state, 1, now);

        rules.Judge(state, 0, now)!.Verdict.ShouldBe(SignInGuardVerdict.Wait);
        rules.Judge(state, 0, now + TimeSpan.FromMinutes(1))!.Verdict.ShouldBe(SignInGuardVerdict.Allowed);
    }

    [Fact]
    public void One_wrong_guess_every_15_minutes_never_keeps_the_owner_out()
    {
        var (rules, now) = (Account(), _start);
        var state = Fail(rules, new SignInGuardState(), 10, now);
        for (var i = 0; i < 100; i++)
        {
            now += _lock;
            rules.Judge(state, 0, now)!.Verdict.ShouldBe(SignInGuardVerdict.Allowed, $"after {i} guesses");
            state = Fail(rules, state, 1, now);
            if (rules.Judge(state, 0, now)!.Verdict == SignInGuardVerdict.Locked)
                i.ShouldBeGreaterThan(3, "a lock takes several more failures");
        }
    }

    [Fact]
    public void After_a_lock_half_of_the_failures_still_count()
    {
        var rules = Account();
        var state = Fail(rules, new SignInGuardState(), 10, _start);

        state = Fail(rules, state, 1, _start + _lock);

        (state.Failures, state.LockedUntil).ShouldBe((6, null));
        state = Fail(rules, state, 4, _start + _lock);
        state.LockedUntil.ShouldBe(_start + _lock + _lock);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public void However_soon_it_locks_one_failure_after_the_lock_does_not(int lockAfter)
    {
        var rules = Account() with
        {
            Rule = new SignInGuardRule
            {
                FreeFailures = 1,
                LongestDelay = TimeSpan.FromMinutes(1),
                LockAfter = lockAfter,
            },
        };
        var state = Fail(rules, new SignInGuardState(), lockAfter * 3, _start);

        Fail(rules, state, 1, _start + _lock).LockedUntil.ShouldBeNull();
    }

    [Fact]
    public void Failures_while_it_is_locked_lengthen_the_lock()
    {
        var rules = Account();
        var state = Fail(rules, new SignInGuardState(), 10, _start);

        Fail(rules, state, 1, _start + TimeSpan.FromMinutes(5)).LockedUntil.ShouldBe(_start + TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void A_lock_that_is_over_is_still_to_be_told()
    {
        var rules = Account();
        var state = Fail(rules, new SignInGuardState(), 10, _start);

        rules.Judge(state, 0, _start + _lock)!.LockUntold.ShouldBeTrue();
        rules.Judge(state with { LockTold = true }, 0, _start + _lock)!.LockUntold.ShouldBeFalse();
    }

    [Fact]
    public void The_rules_of_a_session_are_those_of_an_account()
    {
        var rules = SignInGuardRules.Of(SignInGuardKeys.ForSession("session"), new SignInGuardOptions());

        (rules.Kind, rules.IsShared, rules.Rule.LockAfter).ShouldBe((GuardedKind.Session, false, 10));
    }

    private static SignInGuardRules Account() =>
        SignInGuardRules.Of(SignInGuardKeys.ForAddress("ada@firm.example"), new SignInGuardOptions());

    private static SignInGuardState Fail(SignInGuardRules rules, SignInGuardState state, int times, DateTimeOffset now) =>
        Enumerable.Range(0, times).Aggregate(state, (before, _) => rules.WithFailure(before, now));
}
