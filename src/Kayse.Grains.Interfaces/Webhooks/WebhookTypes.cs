using Kayse.Grains.Audit;

namespace Kayse.Grains.Webhooks;

/// <summary>Which events a webhook is for.</summary>
public static class WebhookTypes
{
    /// <summary>Stands for all types, also those that come to be later.</summary>
    public const string Everything = "*";

    /// <summary>The type of test events, which are in no feed.</summary>
    public const string Test = "webhook.test";

    /// <summary>Whether an event of a type is among what was chosen.</summary>
    public static bool Include(IReadOnlyList<string> chosen, string type)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return chosen.Any(one => one == Everything || one == type);
    }

    /// <summary>Whether what was chosen needs the feed to tell when the company opens and closes.</summary>
    public static bool IncludeBusinessHours(IReadOnlyList<string> chosen) =>
        Include(chosen, AuditActions.BusinessHoursOpened) || Include(chosen, AuditActions.BusinessHoursClosed);
}
