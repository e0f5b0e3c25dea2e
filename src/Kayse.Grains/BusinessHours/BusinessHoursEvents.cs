using Kayse.Grains.Audit;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.BusinessHours;

/// <summary>
/// Who is told when a company opens and closes, and what they are told. A change is in the list of what the audit log is
/// to get in the write by which it counts as told, so each is there once.
/// </summary>
internal static class BusinessHoursEvents
{
    public static BusinessHoursState Subscribe(
        string companyId,
        BusinessHoursState state,
        string subscriber,
        AuditOrigin by,
        TimeProvider clock
    ) =>
        state with
        {
            Subscribers = [.. state.Subscribers, subscriber],
            Told = state.Told ?? OpeningChanges.Now(state.Schedule, clock.GetUtcNow()),
            Pending = state.Pending.With(BusinessHoursAudit.EventsChanged(companyId, isEnabled: true, by, clock)),
        };

    public static BusinessHoursState Unsubscribe(
        string companyId,
        BusinessHoursState state,
        string subscriber,
        AuditOrigin by,
        TimeProvider clock
    )
    {
        IReadOnlyList<string> left = [.. state.Subscribers.Where(other => other != subscriber)];
        return state with
        {
            Subscribers = left,
            Told = left.Count == 0 ? null : state.Told,
            Pending = state.Pending.With(BusinessHoursAudit.EventsChanged(companyId, isEnabled: false, by, clock)),
        };
    }

    /// <summary>The state once these changes are told; the same when there are none.</summary>
    public static BusinessHoursState Tell(
        string companyId,
        BusinessHoursState state,
        IReadOnlyList<OpeningChange> changes,
        TimeProvider clock
    ) =>
        changes.Count == 0
            ? state
            : state with
            {
                Told = changes[^1],
                Pending = state.Pending.With(changes.Select(change => RecordOf(companyId, change, clock))),
            };

    private static AuditRecord RecordOf(string companyId, OpeningChange change, TimeProvider clock) =>
        new(
            EntityId.New(clock),
            change.At,
            AuditActor.Nobody,
            change.Open ? AuditActions.BusinessHoursOpened : AuditActions.BusinessHoursClosed,
            new AuditTarget(AuditTargetKinds.BusinessHours, companyId, "Business hours"),
            [],
            IpAddress: null,
            SessionId: null,
            companyId
        );
}
