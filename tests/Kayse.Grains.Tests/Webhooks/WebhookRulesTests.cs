using System.Text;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Webhooks;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Webhooks;

public sealed class WebhookRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<string> _none = [];
    private readonly TestClock _clock = new();

    [Fact]
    public void A_signature_is_the_one_of_the_specification()
    {
        // From the example of Standard Webhooks.
        var key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var body = Encoding.UTF8.GetBytes("""{"test": 2432232314}""");
        WebhookSignature
            .Of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body, [key])
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 300)]
    [InlineData(3, 1_800)]
    [InlineData(4, 7_200)]
    [InlineData(5, 18_000)]
    [InlineData(6, 36_000)]
    [InlineData(7, 36_000)]
    public void An_event_is_sent_again_after_pauses_that_grow(int failures, double seconds)
    {
        WebhookRetries.PauseAfter(failures, 0.5).ShouldBe(TimeSpan.FromSeconds(seconds));
        WebhookRetries.PauseAfter(failures, 0)!.Value.TotalSeconds.ShouldBe(seconds * 0.8, 0.001);
        WebhookRetries.PauseAfter(failures, 1)!.Value.TotalSeconds.ShouldBe(seconds * 1.2, 0.001);
    }

    [Fact]
    public void After_eight_attempts_it_has_failed()
    {
        var state = Waiting(1);
        for (var attempt = 0; attempt < 8; attempt++)
        {
            state.Deliveries[0].State.ShouldBe(WebhookDeliveryState.Pending);
            state = Fail(state, state.Deliveries[0].Id, _now.AddHours(attempt));
        }

        state.Deliveries[0].State.ShouldBe(WebhookDeliveryState.Failed);
        state.Deliveries[0].Attempts.Count.ShouldBe(8);
        WebhookRules.Next(state, _none).ShouldBeNull();
    }

    [Theory]
    [InlineData(WebhookOutcome.Refused, 301)]
    [InlineData(WebhookOutcome.Refused, 404)]
    [InlineData(WebhookOutcome.Refused, 500)]
    [InlineData(WebhookOutcome.TimedOut, null)]
    [InlineData(WebhookOutcome.Unreachable, null)]
    [InlineData(WebhookOutcome.NotAllowed, null)]
    [InlineData(WebhookOutcome.InvalidResponse, null)]
    public void Only_2xx_is_a_success(WebhookOutcome outcome, int? status)
    {
        var state = After(Waiting(1), "0", new WebhookAttempt(_now, outcome, status, 1));
        state.Find("0")!.IsPending.ShouldBeTrue();
        state.FailingSince.ShouldBe(_now);

        state = After(state, "0", new WebhookAttempt(_now, WebhookOutcome.Delivered, 204, 1));
        state.Find("0")!.State.ShouldBe(WebhookDeliveryState.Delivered);
        (state.FailingSince, state.LastDeliveredAt).ShouldBe((null, _now));
    }

    [Fact]
    public void A_receiver_that_is_gone_disables_its_webhook_and_what_waits_stays()
    {
        var state = After(Waiting(2), "0", new WebhookAttempt(_now, WebhookOutcome.Refused, 410, 1));
        state.DisabledReason.ShouldBe(WebhookDisabledReason.Gone);
        state.Deliveries.ShouldAllBe(delivery => delivery.IsPending);
        WebhookRules.Next(state, _none).ShouldBeNull();

        state = WebhookRules.Update(state, new UpdateWebhook { IsEnabled = true }, _now.AddDays(1));
        state.IsEnabled.ShouldBeTrue();
        WebhookRules.Next(state, _none)!.Value.At.ShouldBe(_now.AddDays(1));
    }

    [Fact]
    public void Five_days_of_failure_disable_it_and_one_is_told()
    {
        var state = Fail(Waiting(1), "0", _now);
        WebhookRules.TellIfDue(state, _now.AddHours(23.9)).IsFailureTold.ShouldBeFalse();
        WebhookRules.TellIfDue(state, _now.AddDays(1)).IsFailureTold.ShouldBeTrue();
        state = Fail(state, "0", _now.AddDays(4.9));
        (state.IsEnabled, state.IsFailureTold, state.FailingSince).ShouldBe((true, true, _now));
        Fail(state, "0", _now.AddDays(5)).DisabledReason.ShouldBe(WebhookDisabledReason.Failing);

        state = After(state, "0", new WebhookAttempt(_now.AddDays(4.95), WebhookOutcome.Delivered, 200, 1));
        (state.IsFailureTold, state.FailingSince).ShouldBe((false, null));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(7_200, 3_600)]
    public void A_receiver_that_asks_for_a_pause_gets_it_up_to_an_hour(int asked, int given)
    {
        var state = WebhookRules.AfterAttempt(
            Waiting(2),
            "0",
            new WebhookAttempt(_now, WebhookOutcome.Refused, 429, 1),
            TimeSpan.FromSeconds(asked),
            _now,
            0.5
        );
        WebhookRules.Next(state, _none)!.Value.At.ShouldBe(_now.AddSeconds(given), "also for what was never sent");
    }

    [Fact]
    public void Ten_attempts_are_made_at_the_same_time_and_two_while_they_fail()
    {
        var state = Waiting(20);
        UnderWay(state).ShouldBe(10);
        UnderWay(Fail(state, "0", _now)).ShouldBe(2);
    }

    [Fact]
    public void Events_are_taken_with_the_place_after_them_and_only_those_it_is_for()
    {
        var state = new WebhookState { CompanyId = "company", Types = [AuditActions.MemberRoleChanged] };
        var read = new CompanyEvents(
            [Event(AuditActions.MemberRoleChanged, 3), Event(AuditActions.MemberLeft, 4)],
            "next",
            HasMore: false
        );
        state = WebhookRules.Take(state, read, _clock);
        state.Cursor.ShouldBe("next");
        state.Deliveries.Select(delivery => delivery.Event.Sequence).ShouldBe([3]);
        WebhookRules.Take(state with { Types = ["*"] }, read, _clock).Deliveries.Count.ShouldBe(3);
    }

    [Fact]
    public void A_replay_ends_with_its_last_event()
    {
        var state = new WebhookState
        {
            CompanyId = "company",
            Types = ["*"],
            Replay = new WebhookReplay("from", 4),
        };
        CompanyEvent[] events = [.. Enumerable.Range(3, 3).Select(sequence => Event(AuditActions.MemberLeft, sequence))];
        var after = WebhookRules.TakeReplayed(state, new CompanyEvents(events, AuditCursor.OfEvent(6), HasMore: true), _clock);
        after.Replay.ShouldBeNull();
        after.Deliveries.Select(delivery => delivery.Event.Sequence).ShouldBe([3, 4]);
        after = WebhookRules.TakeReplayed(state, new CompanyEvents([events[0]], AuditCursor.OfEvent(4), HasMore: true), _clock);
        after.Replay!.Cursor.ShouldBe(AuditCursor.OfEvent(4));
    }

    [Fact]
    public void The_latest_hundred_attempts_of_thirty_days_are_kept_and_all_that_waits()
    {
        var state = Waiting(150);
        foreach (var number in Enumerable.Range(0, 140))
            state = After(state, $"{number}", new WebhookAttempt(_now, WebhookOutcome.Delivered, 200, 1));
        state.Deliveries.Count(delivery => !delivery.IsPending).ShouldBe(100);
        state.Deliveries.Count(delivery => delivery.IsPending).ShouldBe(10);
        state.Find("39").ShouldBeNull();
        state.Find("40").ShouldNotBeNull();
        WebhookRules.Tidy(state, _now.AddDays(30)).Deliveries.Count.ShouldBe(10);
    }

    [Fact]
    public void A_secret_signs_for_a_day_beside_the_next()
    {
        var state = WebhookRules.RotateSecret(Waiting(0) with { Secret = [1] }, [2], _now);
        WebhookRules
            .SecretsAt(state, _now.AddHours(23.9))
            .ShouldBe([
                [2],
                [1],
            ]);
        WebhookRules
            .SecretsAt(state, _now.AddHours(24))
            .ShouldBe([
                [2],
            ]);
        WebhookRules.Tidy(state, _now.AddHours(23.9)).ShouldBeSameAs(state);
        WebhookRules.Tidy(state, _now.AddHours(24)).PreviousSecret.ShouldBeNull();
    }

    [Fact]
    public void Another_address_is_tried_at_once()
    {
        var state = Fail(Waiting(1), "0", _now) with { PausedUntil = _now.AddHours(1) };
        var next = WebhookRules.Update(state, new UpdateWebhook { Url = "https://other.example/" }, _now);
        (next.FailingSince, next.PausedUntil, next.Deliveries[0].NextAt, next.Version).ShouldBe((null, null, _now, state.Version + 1));
        WebhookRules.Update(state, new UpdateWebhook { Url = state.Url, IsEnabled = true }, _now).ShouldBeSameAs(state);
    }

    [Fact]
    public async Task A_change_of_another_version_is_refused() =>
        (
            await Refused.CodeAsync(() =>
                Task.FromResult(WebhookRules.Update(Waiting(0), new UpdateWebhook { IsEnabled = false, ExpectedVersion = 7 }, _now))
            )
        ).ShouldBe("version_conflict");

    private static int UnderWay(WebhookState state)
    {
        var underWay = new HashSet<string>();
        while (WebhookRules.Next(state, underWay) is var (next, _))
            underWay.Add(next.Id);
        return underWay.Count;
    }

    private static WebhookState Fail(WebhookState state, string id, DateTimeOffset at) =>
        WebhookRules.AfterAttempt(state, id, new WebhookAttempt(at, WebhookOutcome.Refused, 500, 1), null, at, 0.5);

    private static WebhookState After(WebhookState state, string id, WebhookAttempt attempt) =>
        WebhookRules.AfterAttempt(state, id, attempt, null, _now, 0.5);

    private static WebhookState Waiting(int count) =>
        new()
        {
            CompanyId = "company",
            Url = "https://hooks.example/",
            Types = ["*"],
            Version = 1,
            Deliveries =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(number => new WebhookDelivery
                    {
                        Id = $"{number}",
                        Event = WebhookEvent.Of(Event(AuditActions.MemberLeft, number)),
                        CreatedAt = _now,
                        NextAt = _now,
                    }),
            ],
        };

    private static CompanyEvent Event(string type, long sequence) => new($"e{sequence}", type, _now, null, "member", "ben", [], sequence);
}
