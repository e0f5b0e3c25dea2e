namespace Kayse.Grains.Notifications;

/// <summary>What became of an event on one channel.</summary>
[GenerateSerializer, Alias("kayse.delivery-outcome")]
public enum DeliveryOutcome
{
    /// <summary>It was delivered.</summary>
    Delivered = 0,

    /// <summary>It waits to be delivered.</summary>
    Waiting = 1,

    /// <summary>It was not delivered and won't be.</summary>
    Dropped = 2,
}

/// <summary>Why an event was, is to be, or was not delivered on one channel; the first that applies.</summary>
[GenerateSerializer, Alias("kayse.notification-reason")]
public enum NotificationReason
{
    /// <summary>Delivered: the settings want it.</summary>
    Chosen = 0,

    /// <summary>Delivered in quiet hours or a snooze, as urgent events may be.</summary>
    Urgent = 1,

    /// <summary>Dropped: they were not an active member of the company.</summary>
    NotMember = 10,

    /// <summary>Dropped: they may not see the case type.</summary>
    CaseType = 11,

    /// <summary>Dropped: they may not see the agent.</summary>
    Agent = 12,

    /// <summary>Dropped: the channel is off for the type.</summary>
    ChannelOff = 13,

    /// <summary>Dropped: the message mode leaves it out.</summary>
    MessageMode = 14,

    /// <summary>Dropped: they filter by case type.</summary>
    CaseTypeFilter = 15,

    /// <summary>Dropped: they want only what is assigned to them.</summary>
    AssignedFilter = 16,

    /// <summary>Dropped: they want only what has a high priority.</summary>
    PriorityFilter = 17,

    /// <summary>Dropped: they want only what has a negative sentiment.</summary>
    SentimentFilter = 18,

    /// <summary>Dropped: they have turned off notification emails as a whole.</summary>
    Unsubscribed = 19,

    /// <summary>Dropped: they never proved that their email address is theirs.</summary>
    EmailNotVerified = 20,

    /// <summary>Dropped: they have no device for push.</summary>
    NoDevice = 21,

    /// <summary>Dropped: they read it while it waited.</summary>
    AlreadyRead = 22,

    /// <summary>Dropped: there was so much after it while it waited that its text is gone.</summary>
    Expired = 23,

    /// <summary>Waiting for the end of quiet hours, or delivered after it.</summary>
    QuietHours = 30,

    /// <summary>Waiting for the end of a snooze, or delivered after it.</summary>
    Snoozed = 31,

    /// <summary>Waiting for the next digest, or delivered by one.</summary>
    Digest = 32,
}
