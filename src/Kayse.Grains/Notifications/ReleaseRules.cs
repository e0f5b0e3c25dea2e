namespace Kayse.Grains.Notifications;

/// <summary>What comes of what waits, once it is due.</summary>
internal static class ReleaseRules
{
    /// <summary>So many held events of a company and a channel are delivered one by one; more are one message.</summary>
    public const int MaxSingle = 3;

    /// <summary>How many events a message lists.</summary>
    public const int MaxLines = 50;

    /// <summary>How much may wait; what is oldest is dropped beyond it.</summary>
    public const int MaxWaiting = 1_000;

    /// <summary>What is due, with its times.</summary>
    public static IReadOnlyList<(WaitingDelivery Waiting, DueTime Due)> DueIn(
        InboxState state,
        Recipient recipient,
        DateTimeOffset now
    ) =>
        [
            .. state
                .Waiting.Select(waiting => (waiting, Due: DueRules.Of(state, recipient.Zone, waiting, now)))
                .Where(pair => pair.Due.At <= now),
        ];

    /// <summary>When something is due next; null when nothing waits.</summary>
    public static DateTimeOffset? NextDue(InboxState state, Recipient recipient, DateTimeOffset now) =>
        state.Waiting.Count == 0 ? null : state.Waiting.Min(waiting => DueRules.Of(state, recipient.Zone, waiting, now).At);

    /// <summary>
    /// The inbox without what is due: what is still wanted in messages that are to be sent, with the digests' cursor
    /// moved in the same write.
    /// </summary>
    /// <param name="state">The inbox.</param>
    /// <param name="recipient">The person, as they are now.</param>
    /// <param name="entries">The entries of all that is due; those that are missing were too many to keep.</param>
    /// <param name="now">The time.</param>
    public static InboxState Release(
        InboxState state,
        Recipient recipient,
        IReadOnlyDictionary<long, InboxEntry> entries,
        DateTimeOffset now
    )
    {
        var due = DueIn(state, recipient, now);
        if (due.Count == 0)
            return state;
        var released = due.Select(pair => pair.Waiting).ToHashSet();
        var next = state with { Waiting = [.. state.Waiting.Where(waiting => !released.Contains(waiting))] };
        var decided = due.ToLookup(pair => ReasonToDrop(state, recipient, entries.GetValueOrDefault(pair.Waiting.Number), pair.Waiting));
        foreach (var dropped in decided.Where(group => group.Key is not null))
        {
            foreach (var channel in dropped.GroupBy(pair => pair.Waiting.Channel))
                next = Record(next, channel, new ChannelDecision(channel.Key, DeliveryOutcome.Dropped, dropped.Key!.Value, now));
        }

        // What was missed while the process was down is in one digest.
        var boundary = due.Max(pair => pair.Due.Boundary);
        var messages = decided[null]
            .GroupBy(pair => (pair.Waiting.CompanyId, pair.Waiting.Channel, IsDigest: pair.Due.Boundary is not null));
        foreach (var message in messages)
        {
            var (companyId, channel, isDigest) = message.Key;
            var parts =
                isDigest || message.Count() > MaxSingle
                    ?
                    [
                        [.. message],
                    ]
                    : message.Select(pair => new[] { pair });
            foreach (var part in parts)
            {
                next = next with
                {
                    Pending =
                    [
                        .. next.Pending,
                        StepFor(next, recipient.UserId, companyId, channel, isDigest ? boundary : null, part, now),
                    ],
                };
                foreach (var reason in part.GroupBy(pair => ReasonOf(pair.Due, entries[pair.Waiting.Number], channel)))
                    next = Record(next, reason, new ChannelDecision(channel, DeliveryOutcome.Delivered, reason.Key, now));
            }
        }

        return boundary is not null && !(state.DigestedUntil >= boundary) ? next with { DigestedUntil = boundary } : next;
    }

    /// <summary>The inbox without what is too much to wait.</summary>
    public static InboxState DropExcess(InboxState state, DateTimeOffset now)
    {
        var excess = state.Waiting.Take(state.Waiting.Count - MaxWaiting).ToList();
        var next = state with { Waiting = [.. state.Waiting.Skip(excess.Count)] };
        foreach (var channel in excess.GroupBy(waiting => waiting.Channel))
        {
            var decision = new ChannelDecision(channel.Key, DeliveryOutcome.Dropped, NotificationReason.Expired, now);
            next = Record(next, channel.Select(waiting => (waiting, default(DueTime))), decision);
        }

        return next;
    }

    // What it waited for is why it came so late.
    private static NotificationReason ReasonOf(DueTime due, InboxEntry entry, NotificationChannel channel)
    {
        var before = entry.Channels.First(decision => decision.Channel == channel).Reason;
        return due.Reason == NotificationReason.Chosen && before is (NotificationReason.QuietHours or NotificationReason.Snoozed)
            ? before
            : due.Reason;
    }

    private static NotificationReason? ReasonToDrop(InboxState state, Recipient recipient, InboxEntry? entry, WaitingDelivery waiting)
    {
        if (entry is null)
            return NotificationReason.Expired;
        return DeliveryRules.ReasonToDrop(state.Settings, recipient, entry.CompanyId, entry.Event, waiting.Channel)
            ?? (entry.IsShown && !entry.IsUnread ? NotificationReason.AlreadyRead : null);
    }

    private static InboxStep StepFor(
        InboxState state,
        string userId,
        string companyId,
        NotificationChannel channel,
        DateTimeOffset? boundary,
        (WaitingDelivery Waiting, DueTime Due)[] items,
        DateTimeOffset now
    )
    {
        var numbers = items.Select(item => item.Waiting.Number).ToList();
        var id = MessageIds.Of(userId, companyId, channel, boundary ?? now, numbers[0]);
        if (channel == NotificationChannel.Push)
            return new SendPush(id, companyId, numbers[^1], numbers.Count);
        var first = items[0].Waiting.At;
        return new SendEmail(
            id,
            companyId,
            [.. numbers.Take(MaxLines)],
            Math.Max(0, numbers.Count - MaxLines),
            state.DigestedUntil is { } digested && boundary is not null && digested < first ? digested : first,
            boundary
        );
    }

    // Entries in segments are not stored with the state, so that is one more step.
    private static InboxState Record(
        InboxState state,
        IEnumerable<(WaitingDelivery Waiting, DueTime Due)> items,
        ChannelDecision decision
    )
    {
        var numbers = items.Select(item => item.Waiting.Number).ToHashSet();
        var recent = state.Recent.Select(entry => numbers.Contains(entry.Number) ? entry.With(decision) : entry).ToList();
        var older = numbers.Except(recent.Select(entry => entry.Number)).Order().ToList();
        return state with
        {
            Recent = recent,
            Pending = older.Count == 0 ? state.Pending : [.. state.Pending, new RecordOutcome(older, decision)],
        };
    }
}
