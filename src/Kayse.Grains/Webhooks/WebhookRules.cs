using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Webhooks;

/// <summary>What becomes of a webhook's settings, and of what waits for it.</summary>
internal static class WebhookRules
{
    /// <summary>How many deliveries may wait; the events after them wait in the company's log.</summary>
    public const int MaxPending = 100;

    /// <summary>Up to so many that wait, events of a replay are taken: new ones come before.</summary>
    public const int MaxPendingOfReplay = MaxPending / 2;

    /// <summary>How many attempts are made at the same time.</summary>
    public const int Parallel = 10;

    /// <summary>The same while attempts fail: enough to see when they succeed again.</summary>
    public const int ParallelWhileFailing = 2;

    private const int MaxAttemptsKept = 100;
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan _secretOverlap = TimeSpan.FromHours(24);

    public static WebhookState Start(StartWebhook command, DateTimeOffset now) =>
        new()
        {
            CompanyId = command.CompanyId,
            Url = command.Url,
            Types = command.Types,
            Secret = command.Secret,
            Cursor = command.Cursor,
            CreatedAt = now,
            Version = 1,
            Pending = [new RecordWebhookChange(command.Created)],
        };

    /// <summary>The webhook once it is changed; the same where nothing is. Refuses another version.</summary>
    public static WebhookState Update(WebhookState state, UpdateWebhook command, DateTimeOffset now)
    {
        VersionRules.EnsureExpected(command.ExpectedVersion, state.Version);
        var next = state with { Url = command.Url ?? state.Url };
        if (command.Types is { } types && !types.SequenceEqual(state.Types, StringComparer.Ordinal))
            next = next with { Types = types };
        if (command.IsEnabled is { } isEnabled && isEnabled != state.IsEnabled)
            next = isEnabled
                ? next with
                {
                    DisabledReason = null,
                    DisabledAt = null,
                }
                : Disabled(next, WebhookDisabledReason.ByAdmin, now);
        if (next == state)
            return state;
        next = next with { Version = state.Version + 1 };
        return next.Url != state.Url || (next.IsEnabled && !state.IsEnabled) ? Fresh(next, now) : next;
    }

    public static WebhookState RotateSecret(WebhookState state, byte[] secret, DateTimeOffset now) =>
        state with
        {
            Secret = secret,
            PreviousSecret = state.Secret,
            PreviousSecretUntil = now + _secretOverlap,
            Version = state.Version + 1,
        };

    /// <summary>With what events are signed, encrypted; the newest first.</summary>
    public static IReadOnlyList<byte[]> SecretsAt(WebhookState state, DateTimeOffset now) =>
        state.PreviousSecret is { } previous && now < state.PreviousSecretUntil ? [state.Secret, previous] : [state.Secret];

    /// <summary>How many more deliveries may wait.</summary>
    public static int Room(WebhookState state, int limit = MaxPending) =>
        Math.Max(0, limit - state.Deliveries.Count(delivery => delivery.IsPending));

    /// <summary>Takes events in; what the webhook isn't for is passed by.</summary>
    public static WebhookState Take(WebhookState state, CompanyEvents read, TimeProvider clock) =>
        WithNew(state, read.Items, clock) with
        {
            Cursor = read.NextCursor,
        };

    /// <summary>Takes events of a replay in, up to its end.</summary>
    public static WebhookState TakeReplayed(WebhookState state, CompanyEvents read, TimeProvider clock)
    {
        if (state.Replay is not { } replay)
            return state;
        var isDone = !read.HasMore || AuditCursor.ParseEvent(read.NextCursor) > replay.To;
        return WithNew(state, read.Items.Where(one => one.Sequence <= replay.To), clock) with
        {
            Replay = isDone ? null : replay with { Cursor = read.NextCursor },
        };
    }

    /// <summary>
    /// The delivery to be sent next, with when at the earliest; null when there is none, or enough are under way.
    /// </summary>
    public static (WebhookDelivery Delivery, DateTimeOffset At)? Next(WebhookState state, IReadOnlySet<string> underWay)
    {
        if (!state.IsEnabled || underWay.Count >= (state.FailingSince is null ? Parallel : ParallelWhileFailing))
            return null;
        var next = state.Deliveries.Where(delivery => delivery.IsPending && !underWay.Contains(delivery.Id)).MinBy(one => one.NextAt);
        if (next is null)
            return null;
        return (next, state.PausedUntil > next.NextAt ? state.PausedUntil.Value : next.NextAt);
    }

    /// <summary>The webhook after an attempt. Only 2xx succeeds; 410 disables it, and so do five days of failure.</summary>
    /// <param name="state">Before it.</param>
    /// <param name="deliveryId">What was sent.</param>
    /// <param name="attempt">How it went.</param>
    /// <param name="retryAfter">After how long the receiver wants to be asked again; null when it doesn't say.</param>
    /// <param name="now">When it ended.</param>
    /// <param name="random">From 0 to 1.</param>
    public static WebhookState AfterAttempt(
        WebhookState state,
        string deliveryId,
        WebhookAttempt attempt,
        TimeSpan? retryAfter,
        DateTimeOffset now,
        double random
    )
    {
        if (state.Find(deliveryId) is not { IsPending: true } before)
            return state;
        var delivery = before with { Attempts = [.. before.Attempts, attempt] };
        if (attempt.Outcome == WebhookOutcome.Delivered)
            return Tidy(Succeeded(state, now).With(delivery with { State = WebhookDeliveryState.Delivered }), now);
        var pause = WebhookRetries.PauseAfter(delivery.Attempts.Count, random);
        var next = state.With(
            pause is null ? delivery with { State = WebhookDeliveryState.Failed } : delivery with { NextAt = now + pause.Value }
        );
        return Tidy(Failed(next, attempt, retryAfter, now), now);
    }

    /// <summary>The webhook after a test event, which neither is sent again nor counts as a failure.</summary>
    public static WebhookState AfterTest(WebhookState state, WebhookDelivery test, DateTimeOffset now)
    {
        var next = test.State == WebhookDeliveryState.Delivered ? Succeeded(state, now) : state;
        return Tidy(next with { Deliveries = [.. next.Deliveries, test] }, now);
    }

    /// <summary>Notes that the admins are told, when it is time for that.</summary>
    public static WebhookState TellIfDue(WebhookState state, DateTimeOffset now) =>
        state is { IsEnabled: true, IsFailureTold: false } && now >= state.FailingSince + WebhookRetries.ToldAfter
            ? state with
            {
                IsFailureTold = true,
            }
            : state;

    /// <summary>
    /// Without what is older than 30 days, or more than the latest 100 attempts, and a secret that is over; what waits
    /// stays.
    /// </summary>
    public static WebhookState Tidy(WebhookState state, DateTimeOffset now) =>
        WithoutOld(now >= state.PreviousSecretUntil ? state with { PreviousSecret = null, PreviousSecretUntil = null } : state, now);

    private static WebhookState WithoutOld(WebhookState state, DateTimeOffset now)
    {
        var room = MaxAttemptsKept;
        var surplus = state
            .Deliveries.Reverse()
            .Where(delivery => !delivery.IsPending && ((room -= delivery.Attempts.Count) < 0 || delivery.CreatedAt + _kept <= now))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return surplus.Count == 0 ? state : state with { Deliveries = [.. state.Deliveries.Where(one => !surplus.Contains(one))] };
    }

    private static WebhookState WithNew(WebhookState state, IEnumerable<CompanyEvent> events, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var added = events
            .Where(one => WebhookTypes.Include(state.Types, one.Type))
            .Select(one => new WebhookDelivery
            {
                Id = Tokens.EntityId.New(clock),
                Event = WebhookEvent.Of(one),
                CreatedAt = now,
                NextAt = now,
            })
            .ToList();
        return added.Count == 0 ? state : state with { Deliveries = [.. state.Deliveries, .. added] };
    }

    private static WebhookState Succeeded(WebhookState state, DateTimeOffset now) =>
        state with
        {
            FailingSince = null,
            IsFailureTold = false,
            LastDeliveredAt = now,
        };

    private static WebhookState Failed(WebhookState state, WebhookAttempt attempt, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var next = state with { FailingSince = state.FailingSince ?? now };
        if (retryAfter > TimeSpan.Zero)
            next = next with
            {
                PausedUntil = now + (retryAfter < WebhookRetries.LongestPause ? retryAfter : WebhookRetries.LongestPause),
            };
        if (!state.IsEnabled)
            return next;
        if (attempt.Status == 410)
            return Disabled(next, WebhookDisabledReason.Gone, now);
        return now - next.FailingSince >= WebhookRetries.DisabledAfter
            ? Disabled(next, WebhookDisabledReason.Failing, now)
            : TellIfDue(next, now);
    }

    private static WebhookState Disabled(WebhookState state, WebhookDisabledReason reason, DateTimeOffset now) =>
        state with
        {
            DisabledReason = reason,
            DisabledAt = now,
        };

    // Whatever failed before says nothing of a receiver that was changed.
    private static WebhookState Fresh(WebhookState state, DateTimeOffset now) =>
        state with
        {
            FailingSince = null,
            IsFailureTold = false,
            PausedUntil = null,
            Deliveries = [.. state.Deliveries.Select(delivery => delivery.IsPending ? delivery with { NextAt = now } : delivery)],
        };
}
