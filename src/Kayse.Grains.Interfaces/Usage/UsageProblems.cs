namespace Kayse.Grains.Usage;

/// <summary>Why an event of usage is refused, by the words of the HTTP API.</summary>
public static class UsageProblems
{
    /// <summary>How many events may come at once.</summary>
    public const int MaxEvents = 500;

    /// <summary>The longest id of an event, a member or an agent.</summary>
    public const int MaxId = 100;

    /// <summary>For how many days the id of an event is known.</summary>
    public const int RememberedDays = 62;

    /// <summary>How many days an event may be late without being a backfill.</summary>
    public const int MaxDaysLate = 35;

    /// <summary>How many minutes an event may be ahead of the clock.</summary>
    public const int MaxMinutesAhead = 5;

    /// <summary>The id is missing, too long, or not plain text.</summary>
    public const string Id = "id_invalid";

    /// <summary>There is no such metric.</summary>
    public const string Metric = "metric_unknown";

    /// <summary>The quantity is missing or has too many digits, or is negative and corrects nothing.</summary>
    public const string Quantity = "quantity_invalid";

    /// <summary>The time is missing.</summary>
    public const string Time = "at_invalid";

    /// <summary>The time is more than 35 days ago, and this is no backfill.</summary>
    public const string TooOld = "at_too_old";

    /// <summary>The time is more than 5 minutes ahead.</summary>
    public const string TooEarly = "at_in_future";

    /// <summary>The id of a member or an agent is too long or not plain text, or stands at a gauge.</summary>
    public const string Reference = "reference_invalid";

    /// <summary>What it corrects is no id, is itself, or is a gauge's.</summary>
    public const string Corrects = "corrects_invalid";

    /// <summary>An event of the same id and metric and other content was accepted in the last 62 days.</summary>
    public const string IdReused = "id_reused";

    /// <summary>The company has sent more events in 62 days than their ids can be remembered.</summary>
    public const string TooMany = "too_many_events";
}
