using Kayse.Grains.Errors;
using Microsoft.Extensions.Time.Testing;

namespace Kayse.Grains.Passwords;

/// <summary>Whose password is hashed next, and who is told to come back.</summary>
public sealed class HashingQueueTests
{
    private static readonly TimeSpan _hash = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Networks_take_turns_however_many_wait_in_one()
    {
        var queue = Queue();
        for (var i = 0; i < 20; i++)
            queue.TryEnqueue(HashingCaller.Of($"203.0.113.{i}"), "flood").ShouldBeNull();
        queue.TryEnqueue(HashingCaller.Of("198.51.100.1"), "ada").ShouldBeNull();
        queue.TryEnqueue(HashingCaller.Of("2001:db8::1"), "ben").ShouldBeNull();

        Take(queue, 4).ShouldBe(["flood", "ada", "ben", "flood"]);
    }

    [Fact]
    public void One_who_comes_while_300_from_ten_networks_wait_is_served_within_a_second_or_two()
    {
        var (queue, clock) = (Queue(), new FakeTimeProvider());
        var refused = Enumerable.Range(0, 300).Count(i => queue.TryEnqueue(HashingCaller.Of($"10.0.{i % 10}.1"), "flood") is not null);
        refused.ShouldBeGreaterThan(0);

        queue.TryEnqueue(HashingCaller.Of("198.51.100.1"), "ada").ShouldBeNull();

        var began = clock.GetTimestamp();
        string served;
        do
        {
            queue.TryDequeue(out served!).ShouldBeTrue();
            clock.Advance(_hash);
            queue.NoteDuration(_hash);
        } while (served != "ada");
        clock.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Who_is_known_goes_before_everybody_else_and_takes_turns_with_the_known()
    {
        var queue = Queue();
        queue.TryEnqueue(HashingCaller.Of("203.0.113.1"), "flood").ShouldBeNull();
        queue.TryEnqueue(HashingCaller.Known("ada"), "ada").ShouldBeNull();
        queue.TryEnqueue(HashingCaller.Known("ada"), "ada").ShouldBeNull();
        queue.TryEnqueue(HashingCaller.Known("ben"), "ben").ShouldBeNull();

        Take(queue, 4).ShouldBe(["ada", "ben", "ada", "flood"]);
    }

    [Fact]
    public void One_network_has_only_so_many_places_and_is_told_when_to_come_back()
    {
        var queue = Queue(perLane: 3);
        for (var i = 0; i < 3; i++)
            queue.TryEnqueue(HashingCaller.Of("203.0.113.1"), "flood").ShouldBeNull();

        var refusal = queue.TryEnqueue(HashingCaller.Of("203.0.113.200"), "flood").ShouldNotBeNull();
        (refusal.Code, refusal.RetryAfter).ShouldBe(("rate_limited", 3 * _hash));
        queue.TryEnqueue(HashingCaller.Of("203.0.114.1"), "ada").ShouldBeNull();
        queue.TryDequeue(out _).ShouldBeTrue();
        queue.TryEnqueue(HashingCaller.Of("203.0.113.1"), "flood").ShouldBeNull();
    }

    [Fact]
    public void However_many_networks_there_are_a_place_is_left_for_one_more()
    {
        var queue = Queue(waiting: 12);
        for (var i = 0; i < 1000; i++)
            queue.TryEnqueue(HashingCaller.Of($"10.0.{i % 5}.1"), "flood");

        queue.TryEnqueue(HashingCaller.Of("198.51.100.1"), "ada").ShouldBeNull();
    }

    [Fact]
    public void Who_would_wait_too_long_is_told_at_once()
    {
        var queue = Queue();
        for (var i = 0; i < 50; i++)
            queue.TryEnqueue(HashingCaller.Of($"10.0.{i}.1"), "flood").ShouldBeNull();
        queue.TryEnqueue(HashingCaller.Of("198.51.100.1"), "ada").ShouldBeNull();

        // The machine is slow today.
        for (var i = 0; i < 30; i++)
            queue.NoteDuration(TimeSpan.FromSeconds(1));

        var refusal = queue.TryEnqueue(HashingCaller.Of("198.51.101.1"), "ben").ShouldNotBeNull();
        refusal.Code.ShouldBe("unavailable");
        refusal.RetryAfter!.Value.ShouldBeGreaterThan(TimeSpan.FromSeconds(45));
        queue.TryEnqueue(HashingCaller.Known("cleo"), "cleo").ShouldBeNull();
        Take(queue, 1).ShouldBe(["cleo"]);
    }

    [Fact]
    public void An_empty_queue_has_nobody() => Queue().TryDequeue(out _).ShouldBeFalse();

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.200", true)]
    [InlineData("203.0.113.7", "203.0.114.7", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:ffff::1", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:2:2::3", false)]
    [InlineData(null, "nonsense", true)]
    public void A_lane_is_a_network(string? one, string? other, bool isSame) =>
        (HashingCaller.Of(one) == HashingCaller.Of(other)).ShouldBe(isSame);

    [Theory]
    [InlineData("rate_limited", true)]
    [InlineData("unavailable", true)]
    [InlineData("invalid_credentials", false)]
    public void Busy_is_what_the_queue_refuses_with(string code, bool isBusy) =>
        PasswordErrors.IsBusy(new Refusal(code, "")).ShouldBe(isBusy);

    private static HashingQueue<string> Queue(int waiting = 256, int perLane = 32) =>
        new(new HashingLimits(1, waiting, perLane, TimeSpan.FromSeconds(10)));

    private static List<string> Take(HashingQueue<string> queue, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => queue.TryDequeue(out var item) ? item : "nobody")];
}
