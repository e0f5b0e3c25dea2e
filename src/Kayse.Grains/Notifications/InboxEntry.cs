namespace Kayse.Grains.Notifications;

/// <summary>An event as it reached an inbox, with what became of it.</summary>
internal sealed record InboxEntry
{
    /// <summary>Counted from 1, without gaps.</summary>
    public long Number { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>Without its text when the person may not see it.</summary>
    public required NotificationEvent Event { get; init; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The sequence of its last change.</summary>
    public long Sequence { get; init; }

    /// <summary>What was decided for each channel.</summary>
    public IReadOnlyList<ChannelDecision> Channels
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether it arrived while it was quiet.</summary>
    public bool Silent { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Whether it is in the feed.</summary>
    public bool IsShown =>
        Channels.Any(decision => decision is { Channel: NotificationChannel.InApp, Outcome: DeliveryOutcome.Delivered });

    /// <summary>Whether the person has still to read it.</summary>
    public bool IsUnread => ReadAt is null && ArchivedAt is null;

    /// <summary>The entry with what became of it on a channel.</summary>
    public InboxEntry With(ChannelDecision decision) =>
        this with
        {
            Channels = [.. Channels.Select(known => known.Channel == decision.Channel ? decision : known)],
        };

    public override string ToString() => $"{nameof(InboxEntry)} {Number}";
}

/// <summary>A part of the older entries as it is stored.</summary>
internal sealed class InboxSegment
{
    public List<InboxEntry> Entries { get; set; } = [];
}

/// <summary>What is known of a segment without reading it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Shown">How many of them are in the feed.</param>
internal sealed record InboxSegmentSummary(int Number, int Entries, int Shown)
{
    public static InboxSegmentSummary Of(int number, IReadOnlyList<InboxEntry> entries) =>
        new(number, entries.Count, entries.Count(entry => entry.IsShown));
}
