namespace Kayse.Grains.Notifications;

/// <summary>What a notification is about (NO-1).</summary>
[GenerateSerializer, Alias("kayse.notification-type")]
public enum NotificationType
{
    /// <summary>Somebody wrote a message.</summary>
    NewMessage = 0,

    /// <summary>A call that nobody took.</summary>
    MissedCall = 1,

    /// <summary>A call has ended.</summary>
    CallCompleted = 2,

    /// <summary>A case was assigned to the person.</summary>
    CaseAssigned = 3,

    /// <summary>Something about a case has changed.</summary>
    CaseUpdated = 4,

    /// <summary>A task is due.</summary>
    TaskDue = 5,

    /// <summary>A task is done.</summary>
    TaskCompleted = 6,

    /// <summary>A document was uploaded.</summary>
    DocumentUploaded = 7,

    /// <summary>A form was filled in.</summary>
    FormSubmitted = 8,

    /// <summary>A client sounds unhappy.</summary>
    NegativeSentiment = 9,

    /// <summary>News of a campaign.</summary>
    CampaignUpdate = 10,
}

/// <summary>How a notification reaches a person.</summary>
[GenerateSerializer, Alias("kayse.notification-channel")]
public enum NotificationChannel
{
    /// <summary>In the notification centre.</summary>
    InApp = 0,

    /// <summary>By email, at once or in a digest.</summary>
    Email = 1,

    /// <summary>On their devices.</summary>
    Push = 2,
}

/// <summary>How urgent an event is.</summary>
[GenerateSerializer, Alias("kayse.notification-priority")]
public enum NotificationPriority
{
    /// <summary>As most are.</summary>
    Normal = 0,

    /// <summary>It can wait.</summary>
    Low = 1,

    /// <summary>It can't wait.</summary>
    High = 2,
}

/// <summary>How somebody sounds.</summary>
[GenerateSerializer, Alias("kayse.sentiment")]
public enum Sentiment
{
    /// <summary>Neither.</summary>
    Neutral = 0,

    /// <summary>Unhappy.</summary>
    Negative = 1,

    /// <summary>Happy.</summary>
    Positive = 2,
}
