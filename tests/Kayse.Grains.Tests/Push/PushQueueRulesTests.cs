using Kayse.Grains.Push;

namespace Kayse.Grains.Tests.Push;

public sealed class PushQueueRulesTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private static readonly PushNote _note = new("n1", "firm", "A title", _now);

    [Fact]
    public void The_pause_between_attempts_doubles_up_to_half_an_hour()
    {
        var push = PushQueueRules.Queued(_note, ["a", "b"], _now);
        var pauses = new List<double>();
        for (var failures = 0; failures < 9; failures++)
        {
            push = PushQueueRules.AfterFailure(push, "a", retryAfter: null, _now, random: 0.5);
            pauses.Add((push.Waiting[0].NextAt - _now).TotalSeconds);
        }

        pauses.ShouldBe([5, 10, 20, 40, 80, 160, 320, 640, 1280], tolerance: 0.01);
        push.Waiting[1].NextAt.ShouldBe(_now);
        PushQueueRules.AfterFailure(push, "a", retryAfter: null, _now, random: 0.5).Waiting.ShouldBe([push.Waiting[1]]);
    }

    [Fact]
    public void What_a_push_service_asks_for_is_respected_while_the_message_is_worth_it()
    {
        var push = PushQueueRules.Queued(_note, ["a"], _now);
        PushQueueRules.AfterFailure(push, "a", TimeSpan.FromHours(2), _now, 0.5).Waiting[0].NextAt.ShouldBe(_now.AddHours(2));
        PushQueueRules.AfterFailure(push, "a", TimeSpan.FromSeconds(-9), _now, 0.5).Waiting[0].NextAt.ShouldBe(_now.AddSeconds(5));
        PushQueueRules.AfterFailure(push, "a", TimeSpan.MaxValue, _now, 0.5).Note.ShouldBeNull();
        PushQueueRules.AfterFailure(push, "a", null, _now.AddHours(24), 0.5).Note.ShouldBeNull();
    }

    [Fact]
    public void A_message_that_nobody_waits_for_is_forgotten_a_day_later()
    {
        var push = PushQueueRules.Settled(PushQueueRules.Queued(_note, ["a", "b"], _now), "a");
        push.Note.ShouldNotBeNull();
        push = PushQueueRules.Settled(push, "b");
        push.Note.ShouldBeNull();
        PushQueueRules.IsForgotten(push, _now.AddHours(23)).ShouldBeFalse();
        PushQueueRules.IsForgotten(push, _now.AddHours(24)).ShouldBeTrue();
    }

    [Fact]
    public void A_key_is_replaced_in_time_or_on_demand_and_kept_for_the_devices_that_have_it()
    {
        var options = new PushOptions { KeyLifetime = TimeSpan.FromDays(30) };
        var first = new VapidKey("first", [], _now);
        var keys = VapidKeyRules.With(new VapidKeysState(), first);
        VapidKeyRules.Current(keys, options, _now.AddDays(29)).ShouldBe(first);
        VapidKeyRules.Current(keys, options, _now.AddDays(30)).ShouldBeNull();
        VapidKeyRules.Current(keys, new PushOptions { RotateKeysBefore = _now.AddDays(1) }, _now.AddDays(2)).ShouldBeNull();

        keys = VapidKeyRules.With(keys, new VapidKey("second", [], _now.AddDays(30)));
        keys.Keys.Select(key => key.PublicKey).ShouldBe(["first", "second"]);
        keys = VapidKeyRules.With(keys, new VapidKey("third", [], _now.AddDays(30 + 365)));
        keys.Keys.Select(key => key.PublicKey).ShouldBe(["first", "second", "third"]);
        keys = VapidKeyRules.With(keys, new VapidKey("fourth", [], _now.AddDays(30 + 366)));
        keys.Keys.Select(key => key.PublicKey).ShouldBe(["second", "third", "fourth"]);
    }
}
