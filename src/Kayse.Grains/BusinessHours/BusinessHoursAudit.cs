using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.BusinessHours;

/// <summary>What a change of business hours looks like in the audit log.</summary>
internal static class BusinessHoursAudit
{
    // Hundreds of holidays may change at once; the log tells how many the rest are.
    private const int MaxListed = 25;

    public static AuditRecord Changed(
        string companyId,
        BusinessSchedule? before,
        BusinessSchedule after,
        AuditOrigin by,
        TimeProvider clock
    ) => Of(companyId, [.. Changes(before, after)], by, clock);

    /// <summary>Whether the events tell when the company opens and closes.</summary>
    public static AuditRecord EventsChanged(string companyId, bool isEnabled, AuditOrigin by, TimeProvider clock) =>
        Of(companyId, [new("events", isEnabled ? "false" : "true", isEnabled ? "true" : "false", Personal: false)], by, clock);

    private static AuditRecord Of(string companyId, IReadOnlyList<AuditChange> changes, AuditOrigin by, TimeProvider clock) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            AuditActions.BusinessHoursUpdated,
            new AuditTarget(AuditTargetKinds.BusinessHours, companyId, "Business hours"),
            changes,
            by.IpAddress,
            by.SessionId,
            companyId
        );

    private static IEnumerable<AuditChange> Changes(BusinessSchedule? before, BusinessSchedule after)
    {
        if (before?.TimeZone != after.TimeZone)
            yield return new("timeZone", Text(before?.TimeZone), Text(after.TimeZone), Personal: false);
        for (var day = 0; day < BusinessHoursRules.Days.Count; day++)
        {
            var (was, now) = (OfDay(before, day), OfDay(after, day));
            if (was != now)
                yield return new($"weekly.{BusinessHoursRules.Days[day]}", Text(was), Text(now), Personal: false);
        }

        var (had, has) = (ExceptionsOf(before), ExceptionsOf(after));
        var (removed, added) = (Listed(had.Except(has, StringComparer.Ordinal)), Listed(has.Except(had, StringComparer.Ordinal)));
        if (removed is not null || added is not null)
            yield return new("exceptions", removed, added, Personal: false);
    }

    private static string? OfDay(BusinessSchedule? schedule, int day) =>
        schedule is null ? null : BusinessHoursRules.InWords(schedule.Weekly[day]);

    private static List<string> ExceptionsOf(BusinessSchedule? schedule) =>
        [
            .. (schedule?.Exceptions ?? []).Select(exception =>
                $"{BusinessHoursRules.InWords(exception.Date)} {exception.Name}: {BusinessHoursRules.InWords(exception.Intervals)}"
            ),
        ];

    private static string? Listed(IEnumerable<string> exceptions)
    {
        var all = exceptions.ToList();
        if (all.Count == 0)
            return null;
        return JsonSerializer.Serialize(all.Count <= MaxListed ? all : [.. all.Take(MaxListed), $"and {all.Count - MaxListed} more"]);
    }

    private static string? Text(string? text) => text is null ? null : JsonSerializer.Serialize(text);
}
