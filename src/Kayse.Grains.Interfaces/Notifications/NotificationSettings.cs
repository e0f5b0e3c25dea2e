namespace Kayse.Grains.Notifications;

/// <summary>What a person wants to be notified of, how and when (NO-2, NO-4, NO-5).</summary>
[GenerateSerializer, Immutable, Alias("kayse.notification-settings")]
public sealed record NotificationSettings
{
    /// <summary>For every type the channels; a type that is missing is as in <see cref="Default"/>.</summary>
    [Id(0)]
    public IReadOnlyDictionary<NotificationType, ChannelChoice> Matrix
    {
        get;
        init => field = value ?? DefaultMatrix;
    } = DefaultMatrix;

    /// <summary>Which messages count.</summary>
    [Id(1)]
    public MessageMode Messages { get; init; }

    /// <summary>What else has to be so.</summary>
    [Id(2)]
    public NotificationFilters Filters
    {
        get;
        init => field = value ?? NotificationFilters.None;
    } = NotificationFilters.None;

    /// <summary>Whether email comes at once or is collected.</summary>
    [Id(3)]
    public DigestSettings Digest
    {
        get;
        init => field = value ?? DigestSettings.Off;
    } = DigestSettings.Off;

    /// <summary>When email and push wait.</summary>
    [Id(4)]
    public QuietHours QuietHours
    {
        get;
        init => field = value ?? QuietHours.Off;
    } = QuietHours.Off;

    /// <summary>When the messenger warns of long text messages (NO-7).</summary>
    [Id(5)]
    public SmsWarning SmsWarning
    {
        get;
        init => field = value ?? SmsWarning.Off;
    } = SmsWarning.Off;

    private static readonly Dictionary<NotificationType, ChannelChoice> DefaultMatrix = Enum.GetValues<NotificationType>()
        .ToDictionary(
            type => type,
            type => new ChannelChoice(InApp: true, Email: DefaultEmails.Contains(type), Push: DefaultPushes.Contains(type))
        );

    // What a person has to act on.
    private static IReadOnlyList<NotificationType> DefaultEmails =>
        [NotificationType.CaseAssigned, NotificationType.TaskDue, NotificationType.NegativeSentiment];

    private static IReadOnlyList<NotificationType> DefaultPushes =>
        [NotificationType.NewMessage, NotificationType.MissedCall, .. DefaultEmails];

    /// <summary>What somebody has who never chose.</summary>
    public static readonly NotificationSettings Default = new();

    /// <summary>What is chosen for a type.</summary>
    public ChannelChoice ChoiceFor(NotificationType type) => Matrix.TryGetValue(type, out var choice) ? choice : DefaultMatrix[type];
}

/// <summary>By which channels a person wants to be notified of one type of event.</summary>
[GenerateSerializer, Immutable, Alias("kayse.channel-choice")]
public sealed record ChannelChoice([property: Id(0)] bool InApp, [property: Id(1)] bool Email, [property: Id(2)] bool Push)
{
    /// <summary>Whether a channel is chosen.</summary>
    public bool Has(NotificationChannel channel) =>
        channel switch
        {
            NotificationChannel.InApp => InApp,
            NotificationChannel.Email => Email,
            _ => Push,
        };
}

/// <summary>Which messages a person is notified of.</summary>
[GenerateSerializer, Alias("kayse.message-mode")]
public enum MessageMode
{
    /// <summary>All.</summary>
    All = 0,

    /// <summary>Those that are assigned to them or mention them.</summary>
    Assigned = 1,

    /// <summary>Those that mention them.</summary>
    Mentions = 2,

    /// <summary>None.</summary>
    None = 3,
}

/// <summary>What has to be so for a person to be notified.</summary>
[GenerateSerializer, Immutable, Alias("kayse.notification-filters")]
public sealed record NotificationFilters
{
    /// <summary>
    /// Only of cases of these types; empty: of all that they may see. What is about no case is not affected.
    /// </summary>
    [Id(0)]
    public IReadOnlyList<string> CaseTypes
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Only of what is assigned to them.</summary>
    [Id(1)]
    public bool AssignedOnly { get; init; }

    /// <summary>Only of what has a high priority.</summary>
    [Id(2)]
    public bool HighPriorityOnly { get; init; }

    /// <summary>Only of what has a negative sentiment.</summary>
    [Id(3)]
    public bool NegativeOnly { get; init; }

    /// <summary>Nothing else has to be so.</summary>
    public static readonly NotificationFilters None = new();
}

/// <summary>How often a person gets a digest in place of single emails.</summary>
[GenerateSerializer, Alias("kayse.digest-mode")]
public enum DigestMode
{
    /// <summary>Never: email comes at once.</summary>
    Off = 0,

    /// <summary>Every full hour.</summary>
    Hourly = 1,

    /// <summary>Every day at the chosen hour.</summary>
    Daily = 2,

    /// <summary>On the chosen weekday at the chosen hour.</summary>
    Weekly = 3,
}

/// <summary>When digests come, in the time zone of the person's profile.</summary>
/// <param name="Mode">How often.</param>
/// <param name="Hour">0 to 23, for <see cref="DigestMode.Daily"/> and <see cref="DigestMode.Weekly"/>.</param>
/// <param name="Weekday">For <see cref="DigestMode.Weekly"/>.</param>
[GenerateSerializer, Immutable, Alias("kayse.digest-settings")]
public sealed record DigestSettings(
    [property: Id(0)] DigestMode Mode,
    [property: Id(1)] int Hour = DigestSettings.DefaultHour,
    [property: Id(2)] DayOfWeek Weekday = DayOfWeek.Monday
)
{
    /// <summary>8 in the morning.</summary>
    public const int DefaultHour = 8;

    /// <summary>Email comes at once.</summary>
    public static readonly DigestSettings Off = new(DigestMode.Off);
}

/// <summary>When email and push wait, in the time zone of the person's profile.</summary>
/// <param name="Enabled">Whether there are quiet hours.</param>
/// <param name="Start">When they begin.</param>
/// <param name="End">When they end; before <paramref name="Start"/> when that is on the next day.</param>
/// <param name="Days">The days on which they begin.</param>
/// <param name="ExceptUrgent">Whether what has a high priority and a negative sentiment comes through.</param>
[GenerateSerializer, Immutable, Alias("kayse.quiet-hours")]
public sealed record QuietHours(
    [property: Id(0)] bool Enabled,
    [property: Id(1)] TimeOnly Start,
    [property: Id(2)] TimeOnly End,
    [property: Id(3)] IReadOnlyList<DayOfWeek> Days,
    [property: Id(4)] bool ExceptUrgent
)
{
    /// <summary>None. The rest is what somebody finds who turns them on.</summary>
    public static readonly QuietHours Off = new(false, new TimeOnly(22, 0), new TimeOnly(7, 0), Enum.GetValues<DayOfWeek>(), true);
}

/// <summary>When the messenger warns of a text message that is sent in several segments.</summary>
/// <param name="Enabled">Whether it does.</param>
/// <param name="Segments">From so many on, 2 to 10.</param>
[GenerateSerializer, Immutable, Alias("kayse.sms-warning")]
public sealed record SmsWarning([property: Id(0)] bool Enabled, [property: Id(1)] int Segments)
{
    /// <summary>It doesn't.</summary>
    public static readonly SmsWarning Off = new(false, 3);
}
