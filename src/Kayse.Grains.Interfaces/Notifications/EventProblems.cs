namespace Kayse.Grains.Notifications;

/// <summary>Why an event is refused, by the words of the HTTP API.</summary>
public static class EventProblems
{
    /// <summary>How many events may come at once.</summary>
    public const int MaxEvents = 200;

    /// <summary>The longest id of an event.</summary>
    public const int MaxId = 100;

    /// <summary>The longest title.</summary>
    public const int MaxTitle = 200;

    /// <summary>The longest body, in bytes as UTF-8.</summary>
    public const int MaxBody = 2 * 1024;

    /// <summary>The longest id of a case, an agent or a person.</summary>
    public const int MaxReference = 100;

    /// <summary>How many people may be mentioned.</summary>
    public const int MaxMentions = 50;

    /// <summary>The id is missing, too long, or not plain text.</summary>
    public const string Id = "id_invalid";

    /// <summary>The person isn't an active member of the company.</summary>
    public const string NotMember = "not_a_member";

    /// <summary>There is no such type.</summary>
    public const string Type = "type_unknown";

    /// <summary>The title is missing, too long, or not a line of plain text.</summary>
    public const string Title = "title_invalid";

    /// <summary>The body is too long, or has characters that can't be shown.</summary>
    public const string Body = "body_invalid";

    /// <summary>The case type is too long, or not a line of plain text.</summary>
    public const string CaseType = "case_type_invalid";

    /// <summary>The id of a case, an agent or a person is too long, or not plain text.</summary>
    public const string Reference = "reference_invalid";

    /// <summary>There are too many mentions, or one of them is no id.</summary>
    public const string Mentions = "mentions_invalid";

    /// <summary>There is no such priority.</summary>
    public const string Priority = "priority_unknown";

    /// <summary>There is no such sentiment.</summary>
    public const string Sentiment = "sentiment_unknown";

    /// <summary>An event of the same id and other content was accepted in the last 7 days.</summary>
    public const string IdReused = "id_reused";

    /// <summary>The company has sent more events in 7 days than their ids can be remembered.</summary>
    public const string TooMany = "too_many_events";

    /// <summary>Too many events wait to be delivered. The same event may be sent again later.</summary>
    public const string Busy = "busy";
}
