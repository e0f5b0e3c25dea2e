namespace Kayse.Grains.Audit;

/// <summary>What an entry says of its actor that goes when they are erased.</summary>
internal sealed record ActorDetails(string Name, string? IpAddress);

/// <summary>What an entry says of the person who is its target that goes when they are erased.</summary>
/// <param name="Name">What they were called.</param>
/// <param name="Changes">The personal ones, in their order.</param>
internal sealed record TargetDetails(string Name, IReadOnlyList<AuditChange> Changes);

/// <summary>Takes what is personal out of a record, and puts it back.</summary>
internal static class AuditRedaction
{
    private const string DeletedValue = $"\"{AuditEntry.DeletedPerson}\"";

    // A record must fit into storage, or whoever has to deliver it would try for ever.
    private const int MaxValueLength = 50_000;

    /// <summary>
    /// Under whose key the actor's details go; null when nothing of them is personal. Who has no id, such as somebody
    /// who turns an invitation down, is the target themselves.
    /// </summary>
    public static string? ActorPerson(AuditRecord record) =>
        record.Actor.UserId ?? (record.IpAddress is null ? null : TargetPerson(record));

    /// <summary>Under whose key the target's details go; null when it is no person.</summary>
    public static string? TargetPerson(AuditRecord record) => AuditTargetKinds.IsPerson(record.Target.Kind) ? record.Target.Id : null;

    public static ActorDetails ActorOf(AuditRecord record) => new(record.Actor.Name, record.IpAddress);

    public static TargetDetails TargetOf(AuditRecord record) =>
        new(record.Target.Name, [.. record.Changes.Where(change => change.Personal)]);

    /// <summary>The record as it reads when everybody in it is erased.</summary>
    public static AuditRecord Redact(AuditRecord record)
    {
        var redacted = record;
        if (ActorPerson(record) is not null)
            redacted = redacted with
            {
                Actor = record.Actor.UserId is null ? record.Actor : record.Actor with { Name = AuditEntry.DeletedPerson },
                IpAddress = null,
            };
        if (TargetPerson(record) is not null)
            redacted = redacted with
            {
                Target = record.Target with { Name = AuditEntry.DeletedPerson },
                Changes = [.. record.Changes.Select(Redact)],
            };
        return redacted;
    }

    public static AuditRecord Restore(AuditRecord redacted, ActorDetails? actor, TargetDetails? target)
    {
        var record = redacted;
        if (actor is not null)
            record = record with { Actor = record.Actor with { Name = actor.Name }, IpAddress = actor.IpAddress };
        if (target is null)
            return record;
        var personal = new Queue<AuditChange>(target.Changes);
        return record with
        {
            Target = record.Target with { Name = target.Name },
            Changes = [.. record.Changes.Select(change => change.Personal ? personal.Dequeue() : change)],
        };
    }

    /// <summary>The record without values that are longer than an entry may be.</summary>
    public static AuditRecord Bounded(AuditRecord record) =>
        record.Changes.Any(change => IsTooLong(change.Before) || IsTooLong(change.After))
            ? record with
            {
                Changes =
                [
                    .. record.Changes.Select(change => change with { Before = Bounded(change.Before), After = Bounded(change.After) }),
                ],
            }
            : record;

    private static AuditChange Redact(AuditChange change) =>
        change.Personal
            ? change with
            {
                Before = change.Before is null ? null : DeletedValue,
                After = change.After is null ? null : DeletedValue,
            }
            : change;

    private static bool IsTooLong(string? value) => value?.Length > MaxValueLength;

    private static string? Bounded(string? value) => IsTooLong(value) ? $"\"({value!.Length} characters)\"" : value;
}
