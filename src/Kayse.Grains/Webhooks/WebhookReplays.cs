using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Webhooks;

/// <summary>What a replay begins with.</summary>
internal static class WebhookReplays
{
    /// <summary>Refuses a range that is none, or that has no event in it.</summary>
    public static async Task EnsureHasEventsAsync(ReplayRange range, IAuditLogGrain log)
    {
        var errors = new FieldErrors();
        if (range.From < 0)
            errors.Add("from", "Enter the sequence of an event, which is 0 or more.");
        if (range.To < range.From)
            errors.Add("to", "This can't be before the first event.");
        errors.ThrowIfAny();
        var first = await log.ReadEventsAsync(AuditCursor.OfEvent(range.From), 1);
        if (first.Items.Count == 0 ? first.HasMore : first.Items[0].Sequence <= range.To)
            return;
        errors.Add("from", range.From == range.To ? "There is no event with this sequence." : "There is no event in this range.");
        errors.ThrowIfAny();
    }

    /// <summary>The webhook that sends a range again. Refuses it while it is disabled, or another is not done.</summary>
    public static WebhookState Begin(WebhookState state, ReplayRange range)
    {
        if (!state.IsEnabled)
            throw new RefusedException(WebhookErrors.Disabled);
        if (state.Replay is not null)
            throw new RefusedException(WebhookErrors.ReplayRunning);
        return state with { Replay = new WebhookReplay(AuditCursor.OfEvent(range.From), range.To) };
    }

    /// <summary>What the audit log is to say of it.</summary>
    public static IReadOnlyList<AuditChange> Changes(ReplayRange range) =>
        [
            new("from", null, range.From.ToString(CultureInfo.InvariantCulture), Personal: false),
            new("to", null, range.To.ToString(CultureInfo.InvariantCulture), Personal: false),
        ];
}
